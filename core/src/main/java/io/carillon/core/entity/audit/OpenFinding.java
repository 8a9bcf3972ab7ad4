package io.carillon.core.entity.audit;

import io.carillon.core.audit.judge.Severity;
import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.time.Instant;

/**
 * A finding that lasts.
 *
 * @param key names it among its source's
 * @param event about which; empty when it is about the source
 * @param since when it was first found
 * @param lastAt when it was last found
 * @param isTold whether whoever is to be told by mail was
 */
public record OpenFinding(
        String key,
        String event,
        Severity severity,
        String what,
        String fix,
        Instant since,
        Instant lastAt,
        boolean isTold) {

    OpenFinding again(OpenFinding latest) {
        boolean isWorse = latest.severity.compareTo(severity) > 0;
        return new OpenFinding(
                key, event, latest.severity, latest.what, latest.fix, since, latest.lastAt, isTold && !isWorse);
    }

    OpenFinding told() {
        return new OpenFinding(key, event, severity, what, fix, since, lastAt, true);
    }

    void write(ByteWriter out) {
        out.text(key);
        out.text(event);
        out.constant(severity);
        out.text(what);
        out.text(fix);
        out.instant(since);
        out.instant(lastAt);
        out.flag(isTold);
    }

    static OpenFinding read(ByteReader in) {
        return new OpenFinding(
                in.text(),
                in.text(),
                in.constant(Severity.class),
                in.text(),
                in.text(),
                in.instant(),
                in.instant(),
                in.flag());
    }
}

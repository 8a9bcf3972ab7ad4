package io.carillon.server.runtime;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.audit.judge.Audit;
import io.carillon.core.audit.judge.Evidence;
import io.carillon.core.audit.judge.Finding;
import io.carillon.core.audit.judge.Refusals;
import io.carillon.core.entity.audit.AuditKind;
import io.carillon.core.entity.audit.AuditMessage;
import io.carillon.core.entity.audit.AuditState;
import io.carillon.core.entity.customer.NotLinkedRow;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what is kept of each source, and judges it. */
public final class Audits {
    private static final int SOURCES_MAX = 1_000;
    private static final int ROWS_MAX = 10_000;
    private static final int PAGE = 1_000;
    private static final int DAYS = Evidence.PAST_MAX;

    private final Host<?> host;
    private final Asking asking;

    public Audits(Host<?> host, Asking asking) {
        this.host = host;
        this.asking = asking;
    }

    /** Those of which anything is kept. */
    public List<String> sources() {
        return host.rows(AuditKind.SOURCES, "", SOURCES_MAX).stream()
                .map(Row::key)
                .toList();
    }

    Optional<AuditState> state(String source) {
        return answered(asking.ask(AuditKind.of(source), Lane.URGENT, AuditMessage.Show::new));
    }

    static Optional<AuditState> answered(Asking.Outcome outcome) {
        return outcome instanceof Asking.Outcome.Answered(AuditMessage.Answer(var _, var state))
                ? Optional.of(state)
                : Optional.empty();
    }

    /** None when the host is busy. */
    public Optional<Judgement> judge(String source, Instant now) {
        return state(source).map(state -> {
            var evidence = Evidence.of(source, days(source, state, now), now, state.brokenSince());
            return new Judgement(source, evidence, Audit.judge(evidence), state);
        });
    }

    /** Of what belongs to no source. */
    public Optional<Judgement> judgeIdentity(Instant now) {
        return state(Refusals.SOURCE)
                .map(state -> new Judgement(
                        Refusals.SOURCE, Evidence.of(Refusals.SOURCE, List.of(), now), refusals(now), state));
    }

    private List<SourceDay> days(String source, AuditState state, Instant now) {
        var days = new ArrayList<SourceDay>();
        String prefix = source + "/";
        String first = AuditKind.key(source, SourceDay.dayOf(now).minusDays(DAYS + 1));
        for (Row row : host.rows(AuditKind.TABLE, first, 2 * DAYS)) {
            if (!row.key().startsWith(prefix)) break;
            days.add(SourceDay.Stored.DAYS.decode(row.value()));
        }
        state.today().ifPresent(days::add);
        return days;
    }

    private List<Finding> refusals(Instant now) {
        var daily = new TreeMap<String, long[]>();
        var examples = new TreeMap<String, String>();
        String after = "";
        for (int seen = 0; seen < ROWS_MAX; ) {
            List<Row> page = host.rows(NotLinkedRow.TABLE, after, PAGE);
            for (Row stored : page) {
                NotLinkedRow row = NotLinkedRow.Stored.ROWS.decode(stored.value());
                after = stored.key();
                long ago = ChronoUnit.DAYS.between(SourceDay.dayOf(row.at()), SourceDay.dayOf(now));
                if (ago < 0 || ago >= DAYS) continue;
                String reason = row.identifier().kind().word() + "_" + row.why().word();
                daily.computeIfAbsent(reason, _ -> new long[DAYS])[DAYS - 1 - (int) Math.max(0, ago - 1)]++;
                examples.putIfAbsent(reason, row.identifier().kind().word());
            }
            if (page.size() < PAGE) break;
            seen += page.size();
        }
        return Refusals.judge(daily, examples);
    }
}

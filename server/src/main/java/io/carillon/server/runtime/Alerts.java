package io.carillon.server.runtime;

import io.carillon.core.definition.AuditRules;
import io.carillon.core.entity.audit.OpenFinding;
import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Provider;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people by e-mail what is wrong with the data: once when it is new, once when it is over. */
final class Alerts {
    private static final int SHOWN_MAX = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final Supplier<AuditRules> rules;
    private final Supplier<Optional<Provider>> mail;
    private final InstantSource clock;

    /** @param mail what carries e-mail today */
    Alerts(Supplier<AuditRules> rules, Supplier<Optional<Provider>> mail, InstantSource clock) {
        this.rules = rules;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Sends one e-mail to each who is to be told.
     *
     * @param open what is wrong; what was told already is left out
     * @param over what was told and is wrong no more
     * @return keys of what is told by now; what a provider did not take is tried again the next time
     */
    List<String> tell(String source, List<OpenFinding> open, List<OpenFinding> over) {
        AuditRules now = rules.get();
        List<OpenFinding> fresh = open.stream()
                .filter(it -> !it.isTold() && it.severity().isAtLeast(now.severity()))
                .toList();
        Optional<Provider> provider = mail.get();
        if (now.alertTo().isEmpty() || provider.isEmpty() || (fresh.isEmpty() && over.isEmpty())) return List.of();
        boolean isTold = false;
        for (String address : now.alertTo()) {
            var message = new Outgoing(
                    new DispatchId("audit-" + UUID.randomUUID()),
                    new Endpoint(Channel.EMAIL, address),
                    Purpose.TRANSACTIONAL,
                    content(source, fresh, over),
                    clock.instant());
            isTold |= isTaken(provider.get(), message);
        }
        return isTold ? fresh.stream().map(OpenFinding::key).toList() : List.of();
    }

    private static boolean isTaken(Provider provider, Outgoing message) {
        try {
            SendOutcome outcome = provider.send(message);
            if (outcome instanceof SendOutcome.Accepted || outcome instanceof SendOutcome.Uncertain) return true;
            LOG.warn(
                    "nobody at {} was told of the quality of data: {}",
                    message.to().value(),
                    outcome);
            return outcome instanceof SendOutcome.Rejected; // again would be no better
        } catch (RuntimeException e) {
            LOG.error("the provider for e-mail failed", e);
            return false;
        }
    }

    private static Content content(String source, List<OpenFinding> fresh, List<OpenFinding> over) {
        String subject = fresh.isEmpty()
                ? "Data of %s: %d findings are over".formatted(source, over.size())
                : "Data of %s: %s"
                        .formatted(
                                source, fresh.size() == 1 ? fresh.getFirst().what() : fresh.size() + " new findings");
        var text = new StringBuilder();
        for (OpenFinding finding : fresh.subList(0, Math.min(SHOWN_MAX, fresh.size()))) {
            text.append("%s: %s%n  since %s%n  to fix: %s%n%n"
                    .formatted(finding.severity().word(), finding.what(), finding.since(), finding.fix()));
        }
        if (fresh.size() > SHOWN_MAX) text.append("and %d more%n%n".formatted(fresh.size() - SHOWN_MAX));
        for (OpenFinding finding : over) text.append("over: %s%n".formatted(finding.what()));
        text.append("%n./carillon audit --source %s shows all.%n".formatted(source));
        String html = "<pre>" + text.toString().replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
        return new Content.Email(subject, html, text.toString(), Optional.empty());
    }
}

package io.carillon.core.decision;

import io.carillon.core.person.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says to the person why they got a message, or why they did not: to be read out as it stands. */
public final class InWords {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);

    private final Decision made;
    private final Decision latest;
    private final ZoneId zone;

    private InWords(List<Decision> rows, ZoneId zone) {
        this.made = rows.getFirst();
        this.latest = rows.getLast();
        this.zone = zone;
    }

    /**
     * One or two sentences.
     *
     * @param rows the decision, then what came of it, oldest first; at least one
     * @param zone of the person's clock, in which times are said
     */
    public static String of(List<Decision> rows, ZoneId zone) {
        return new InWords(rows, zone).text();
    }

    private String text() {
        return switch (latest.status()) {
            case QUEUED -> latest.isDelay() ? delayed() : "%s is about to go out to you%s.".formatted(it(), by());
            case CLAIMED -> "%s is on its way to you%s.".formatted(it(), by());
            case SENT -> "We sent you %s%s on %s.".formatted(it(), by(), when(latest.at()));
            case REJECTED ->
                "We tried to send you %s%s on %s, but it was not accepted there."
                        .formatted(it(), by(), when(latest.at()));
            case UNCERTAIN ->
                isRestored()
                        ? "%s may have reached you%s already, before our records were restored from a copy on %s. We did not send it again, so that you do not get it twice."
                                .formatted(it(), by(), when(latest.at()))
                        : "We tried to send you %s%s on %s and could not find out whether it reached you. We did not try again, so that you do not get it twice."
                                .formatted(it(), by(), when(latest.at()));
            case DEAD ->
                "We tried several times to send you %s%s, the last time on %s, and did not get through."
                        .formatted(it(), by(), when(latest.at()));
            case LAPSED ->
                "We did not send you %s. It was to go out%s on %s, could not leave in time, and is out of date by now."
                        .formatted(it(), by(), when(made.at()));
            case WITHHELD -> "On %s we decided not to send you %s: %s.".formatted(when(latest.at()), it(), because());
        };
    }

    private boolean isRestored() {
        return !latest.reasons().isEmpty() && latest.reasons().getLast().gate() == Gate.RESTORED;
    }

    private String delayed() {
        String why = switch (latest.reasons().getLast().gate()) {
            case QUIET_HOURS -> "so that it does not disturb your quiet hours";
            case PRIORITY -> "so that something more important comes first";
            default -> "as the last attempt did not get through";
        };
        return "%s waits until %s to go out to you%s, %s."
                .formatted(it(), latest.until().map(this::when).orElse("later"), by(), why);
    }

    /** Of several channels, what spoke against each. */
    private String because() {
        List<String> failed = latest.reasons().stream()
                .filter(reason -> !reason.passed())
                .map(InWords::because)
                .distinct()
                .toList();
        return failed.isEmpty() ? "nothing was left to say" : failed.stream().collect(Collectors.joining("; and "));
    }

    private static String because(Reason reason) {
        String detail = reason.detail();
        return switch (reason.gate()) {
            case DEFINITION -> "this message is no longer in use";
            case PARKED -> "something in your account has to be repaired first, and until then we send no advertising";
            case PARTING -> "your data was being put in order, and until that is done we send no advertising";
            case STILL_QUEUED -> "it was out of date";
            case RESTORED -> "you may have had it already";
            case STILL_TRUE -> "what it was about had changed in the meantime";
            case NOT_SAID_YET -> "we had told you already";
            case CONSENT -> consent(detail);
            case REACHABLE -> reachable(detail);
            case FREQUENCY_CAP -> "you had heard enough from us (%s)".formatted(upTo(detail, ", and there were"));
            case QUIET_HOURS -> "it was your quiet hours";
            case PRIORITY -> "something more important was waiting for you";
            case CONTENT -> "it could not be put together for you";
            case ENDPOINT -> endpoint(detail);
            case PROVIDER -> "it was not accepted";
        };
    }

    /** {@code email/reminders: their choice}. */
    private static String consent(String detail) {
        int slash = detail.indexOf('/');
        int colon = detail.indexOf(": ");
        if (slash < 0 || colon < slash) return "this kind of message is no longer in use";
        String topic = detail.substring(slash + 1, colon);
        String by = Channel.ofWord(detail.substring(0, slash)).map(InWords::by).orElse("");
        return detail.endsWith("their choice")
                ? "you had asked not to get \"%s\"%s".formatted(topic, by)
                : "\"%s\" goes out%s only to those who asked for it, and you had not".formatted(topic, by);
    }

    private static String reachable(String detail) {
        Optional<Channel> channel = Channel.ofWord(detail.substring(detail.lastIndexOf(' ') + 1));
        if (detail.startsWith("no provider") && channel.isPresent()) {
            return "we do not write%s at present".formatted(by(channel.get()));
        }
        for (Channel known : Channel.values()) {
            if (detail.startsWith("no " + known.word() + " ")) {
                return "we know of no way to reach you%s".formatted(by(known));
            }
        }
        return "we know of no way to reach you";
    }

    private static String endpoint(String detail) {
        if (detail.startsWith("suppressed")) return "earlier messages to your address had come back";
        if (detail.startsWith("another customer")) return "somebody else at the same address had got it already";
        return "your address had been unsubscribed";
    }

    private static String upTo(String text, String end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private String it() {
        return "\"%s\"".formatted(made.message().text());
    }

    private String by() {
        return latest.chosen().or(made::chosen).map(InWords::by).orElse("");
    }

    private static String by(Channel channel) {
        return switch (channel) {
            case EMAIL -> " by e-mail";
            case SMS -> " by text message";
            case PUSH -> " on your phone's screen";
            case WEBPUSH -> " in your browser";
            case SOCIAL -> " by messenger";
            case INAPP -> " in the app";
            case WEBHOOK -> " through a connected service";
        };
    }

    private String when(Instant at) {
        return WHEN.format(at.atZone(zone));
    }
}

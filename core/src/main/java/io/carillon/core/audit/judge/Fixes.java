package io.carillon.core.audit.judge;

import java.util.Locale;

/** What to do about a finding. */
final class Fixes {
    private Fixes() {}

    static String of(FindingKind kind, Subject about) {
        String source = about.source();
        return switch (kind) {
            case SOURCE_SILENT ->
                "look whether %s still runs, has its write key and reaches this server; GET /metrics counts what is refused"
                        .formatted(source);
            case LATE_EVENTS ->
                "look for a queue or a batch job that waits in %s, and send events as they happen: a journey starts on none that is older than triggerMaxAge"
                        .formatted(source);
            case VOLUME_DROP ->
                "look for a release, a consent banner or a filter in %s that sends fewer; ./carillon quarantine list --source %s --reasons says what was kept back"
                        .formatted(source, source);
            case VOLUME_SPIKE ->
                "look in %s for a loop, a robot, or history that was sent again; history comes in by ./carillon import, which starts no journey"
                        .formatted(source);
            case EVENT_VANISHED ->
                "look for the release of %s that took %s out or renamed it; journeys and segments that wait for it do nothing meanwhile"
                        .formatted(source, about.shown());
            case EVENT_NEW -> "if it is meant, add it to the tracking plan; ./carillon plan infer drafts its entry";
            case EVENT_MISSPELLED, FIELD_MISSPELLED -> "send it by the name that is known";
            case FIELD_MISSING ->
                "send it again from %s; required: in a tracking plan keeps such events back, and ./carillon quarantine repair fills in what is missing"
                        .formatted(source);
            case EMPTY_VALUES ->
                "leave the field out where there is nothing to say, and look in %s for what used to fill it"
                        .formatted(source);
            case INVALID_VALUES ->
                "see the values at GET /api/quality and with ./carillon cleanse; correct them in %s, or name the field's kind in the source's file if it is another"
                        .formatted(source);
            case CHANGED_FORM -> "nothing is lost; send the normal form from %s to be sure".formatted(source);
            case MIXED_TYPES ->
                "send one type from %s; a tracking plan with the type keeps others back, and ./carillon quarantine repair --by '{\"convert\": …}' mends them"
                        .formatted(source);
            case DAMAGED_TEXT ->
                "a program before %s reads UTF-8 as Latin-1 or the other way round: have it say charset=utf-8 at every step"
                        .formatted(source);
            case UNIT_JUMP ->
                "look in %s for a change from whole units to cents (or back), and send what was sent before, or a currency's own unit"
                        .formatted(source);
            case OUTLIERS ->
                "look at these events in %s; minimum: and maximum: in a tracking plan keep such values back"
                        .formatted(source);
            case SUDDEN_VALUE, CONSTANT_VALUE ->
                "look in %s for a default, a test value or a lost variable that is sent for everybody"
                        .formatted(source);
            case REPEATED_VALUES ->
                "look in %s for what sends twice, and give a repeat the messageId of the first: then it counts once"
                        .formatted(source);
            case UNUSABLE_IDENTIFIERS ->
                "see examples at GET /api/quality, and what a value is taken for with ./carillon cleanse; correct them in %s. Calls that name nobody at all are in quarantine"
                        .formatted(source);
            case UNUSABLE_CALLS ->
                "./carillon quarantine list --source %s --reason %s shows the calls and a repair for each; correct them in %s"
                        .formatted(source, about.field(), source);
            case SOURCES_DISAGREE ->
                "look which of the two is right, and let only that one send the trait; the profile shows the latest, with its source";
            case LINKS_REFUSED ->
                "see the identifiers at GET /api/quality under identity: shared devices and test values belong into identity.junk of workspace.yaml, true repeats into identity.limits";
        };
    }

    /** {@code 4.2 %}. */
    static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent != 0 && percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    static String usual(Amount amount) {
        return amount.usual().isPresent() ? "; " + percent(amount.usual().getAsDouble()) + " is usual" : "";
    }
}

package io.carillon.core.audit.judge;

import java.util.List;

/**
 * Something that is wrong with what a source sends.
 *
 * @param what in one sentence for people
 * @param examples values as they may be shown, at most five
 * @param fix what to do about it, with the command or the page that helps
 */
public record Finding(
        FindingKind kind,
        Subject about,
        Severity severity,
        Amount amount,
        String what,
        List<String> examples,
        String fix) {
    private static final int EXAMPLES_MAX = 5;

    public Finding {
        examples = List.copyOf(examples.subList(0, Math.min(examples.size(), EXAMPLES_MAX)));
    }

    /** The same for the same finding of a source, however much it is by now. */
    public String key() {
        return kind.word() + "|" + about.event() + "|" + about.field();
    }
}

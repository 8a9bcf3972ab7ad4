package io.carillon.core.content.liquid;

/**
 * What a template may cost at most. Going past a limit is an error with a position, never a cut-off text.
 *
 * @param sourceCharsMax length of one template or partial, in UTF-16 chars
 * @param nestingMax blocks inside blocks, brackets inside brackets, partials inside partials: counted together
 * @param partialsMax different partials one template may reach
 * @param stepsMax work of one rendering: a node, a loop's turn, an item of a list or 32 chars of a text is one step
 * @param outputCharsMax length of the rendered text, and of any value on the way, in UTF-16 chars
 */
public record Limits(int sourceCharsMax, int nestingMax, int partialsMax, long stepsMax, int outputCharsMax) {
    /** Room for any mail that a mailbox shows whole (about 100,000 chars), and an end for what is not a mail. */
    public static final Limits DEFAULT = new Limits(1_000_000, 100, 100, 500_000, 2_000_000);

    public Limits {
        if (sourceCharsMax < 1 || nestingMax < 1 || partialsMax < 0 || stepsMax < 1 || outputCharsMax < 1) {
            throw new IllegalArgumentException("limits must be at least 1, partials at least 0");
        }
    }

    public Limits withStepsMax(long max) {
        return new Limits(sourceCharsMax, nestingMax, partialsMax, max, outputCharsMax);
    }

    public Limits withOutputCharsMax(int max) {
        return new Limits(sourceCharsMax, nestingMax, partialsMax, stepsMax, max);
    }

    public Limits withNestingMax(int max) {
        return new Limits(sourceCharsMax, max, partialsMax, stepsMax, outputCharsMax);
    }
}

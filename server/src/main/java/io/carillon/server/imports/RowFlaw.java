package io.carillon.server.imports;

import io.carillon.connectors.mapping.Flaw;
import io.carillon.server.collect.HistoryReader;

/**
 * Something wrong with a row, and what became of it.
 *
 * @param reason its code in {@code /api/quality}
 * @param effect when nothing else of the row is fatal
 */
record RowFlaw(Flaw flaw, String reason, Effect effect) {
    private static final String ROW = "import_row_rejected";
    private static final String VALUE = "import_value_left_out";

    enum Effect {
        ROW_REJECTED("row rejected"),
        VALUE_LEFT_OUT("value left out"),
        /** The reason says what of it is not used. */
        KEPT_AS_SENT("kept as sent");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Of the file or the mapping. */
    static RowFlaw of(Flaw flaw) {
        return flaw.fatal()
                ? new RowFlaw(flaw, ROW, Effect.ROW_REJECTED)
                : new RowFlaw(flaw, VALUE, Effect.VALUE_LEFT_OUT);
    }

    static RowFlaw fatal(String column, String value, String reason) {
        return of(new Flaw(column, value, reason, true));
    }

    /** Of the call that was made of the row. */
    static RowFlaw of(HistoryReader.Wrong wrong, boolean fatal) {
        return new RowFlaw(
                new Flaw(wrong.place(), wrong.value(), wrong.meaning(), fatal),
                wrong.code(),
                fatal ? Effect.ROW_REJECTED : Effect.KEPT_AS_SENT);
    }

    boolean isFatal() {
        return effect == Effect.ROW_REJECTED;
    }
}

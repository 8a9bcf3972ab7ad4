package io.carillon.linkage.compare;

import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.text.Edits;
import io.carillon.linkage.text.Nicknames;

/** Says a likeness for people. */
final class Words {
    private Words() {}

    static String of(ColumnKind kind, Form one, Form other, Likeness likeness) {
        return switch (likeness) {
            case SAME -> "the same";
            case DIFFERENT -> "different";
            case TYPO, CLOSE, ALIKE -> kind == ColumnKind.DATE ? date(one, other) : text(kind, one, other, likeness);
        };
    }

    private static String text(ColumnKind kind, Form one, Form other, Likeness likeness) {
        if (kind == ColumnKind.NUMBER) return "near";
        if (one.compact().equals(other.compact())) return "the same but for blanks";
        if (kind == ColumnKind.FIRST_NAME
                && Nicknames.match(one.words().getFirst(), other.words().getFirst())) {
            return "names that are used for one another";
        }
        if (kind == ColumnKind.EMAIL && one.core().equals(other.core())) return "the same mailbox at another domain";
        if (kind == ColumnKind.POSTAL_CODE && likeness == Likeness.CLOSE) return "the same beginning";
        if (one.core().equals(other.core())) return "the same but for a common word";
        int edits = Edits.between(one.compact(), other.compact(), 4);
        if (edits == 1) return "one letter apart";
        if (edits <= 4 && likeness != Likeness.ALIKE) return edits + " letters apart";
        if (one.letters().equals(other.letters())) return "the same letters in other order";
        if (likeness == Likeness.CLOSE && one.words().size() + other.words().size() > 2)
            return "the same words in part";
        return one.sound().equals(other.sound()) ? "sound alike" : "alike";
    }

    private static String date(Form one, Form other) {
        if (one.day().isEmpty() || other.day().isEmpty()) return "alike";
        Day a = one.day().get();
        Day b = other.day().get();
        boolean isSameYear = a.year() == b.year();
        if (isSameYear && a.month() == b.day() && a.day() == b.month()) return "day and month changed places";
        if (Edits.between(a.digits(), b.digits(), 1) <= 1) return "one digit apart";
        if (isSameYear && a.month() == b.month()) return "the same month";
        if (isSameYear && a.day() == b.day()) return "the same but for the month";
        if (a.month() == b.month() && a.day() == b.day()) return "the same but for the year";
        return isSameYear ? "the same year" : "within a year";
    }
}

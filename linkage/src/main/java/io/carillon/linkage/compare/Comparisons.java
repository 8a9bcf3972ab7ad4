package io.carillon.linkage.compare;

import static io.carillon.linkage.compare.Likeness.ALIKE;
import static io.carillon.linkage.compare.Likeness.CLOSE;
import static io.carillon.linkage.compare.Likeness.DIFFERENT;
import static io.carillon.linkage.compare.Likeness.SAME;
import static io.carillon.linkage.compare.Likeness.TYPO;

import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.text.Edits;
import io.carillon.linkage.text.JaroWinkler;
import io.carillon.linkage.text.Nicknames;

/** Which comparison suits which kind of column. */
final class Comparisons {
    private static final double JARO_CLOSE = 0.92;
    private static final double JARO_ALIKE = 0.82;
    private static final double JARO_EMAIL = 0.88;
    private static final int DAYS_OF_YEAR = 366;

    private Comparisons() {}

    static Comparison of(ColumnKind kind) {
        return switch (kind) {
            case FIRST_NAME -> Comparisons::firstName;
            case EMAIL -> Comparisons::email;
            case PHONE -> Comparisons::phone;
            case DATE -> Comparisons::date;
            case ADDRESS -> Comparisons::address;
            case HOUSE_NUMBER, IDENTIFIER -> Comparisons::code;
            case POSTAL_CODE -> Comparisons::postalCode;
            case REGION, COUNTRY, GENDER -> Comparisons::category;
            case NUMBER -> Comparisons::number;
            case NAME, LAST_NAME, STREET, ADDRESS_LINE, CITY, TEXT -> Comparisons::text;
            case ID, IGNORE -> throw new IllegalArgumentException(kind.word() + " is not compared");
        };
    }

    static Likeness text(Form one, Form other) {
        if (one.text().equals(other.text())) return SAME;
        if (one.compact().equals(other.compact()) || one.core().equals(other.core())) return TYPO;
        String a = one.core();
        String b = other.core();
        int shorter = Math.min(a.length(), b.length());
        int edits = Alphabet.editsMin(a, one.alphabet(), b, other.alphabet()) > 2 ? 3 : Edits.between(a, b, 2);
        if (edits == 1 && shorter >= 3) return TYPO;
        // A slip may be in a word that is common elsewhere, which the core does without.
        boolean hasMore = a.length() < one.compact().length()
                || b.length() < other.compact().length();
        if (hasMore && Edits.between(one.compact(), other.compact(), 1) == 1) return TYPO;
        if (edits == 2 && shorter >= 6) return CLOSE;
        if (shorter >= 4 && one.letters().equals(other.letters())) return CLOSE;
        if (one.words().size() + other.words().size() > 2 && isPart(one, other)) return CLOSE;
        boolean soundsAlike = shorter >= 4 && one.sound().equals(other.sound());
        if (Alphabet.jaroMax(a, one.alphabet(), b, other.alphabet()) < JARO_ALIKE)
            return soundsAlike ? ALIKE : DIFFERENT;
        double jaro = JaroWinkler.of(a, b);
        if (jaro >= JARO_CLOSE && shorter >= 4) return CLOSE;
        return jaro >= JARO_ALIKE || soundsAlike ? ALIKE : DIFFERENT;
    }

    private static Likeness firstName(Form one, Form other) {
        Likeness likeness = text(one, other);
        if (likeness.compareTo(CLOSE) <= 0) return likeness;
        String a = one.words().getFirst();
        String b = other.words().getFirst();
        if (Nicknames.match(a, b)) return CLOSE;
        boolean isInitial = (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
        return isInitial ? ALIKE : likeness;
    }

    /** All words of the one with fewer are in the other. */
    private static boolean isPart(Form one, Form other) {
        boolean isLess = isLess(one, other);
        Form less = isLess ? one : other;
        Form more = isLess ? other : one;
        return less.compact().length() >= 3 && more.words().containsAll(less.words());
    }

    private static boolean isLess(Form one, Form other) {
        int byWords = Integer.compare(one.words().size(), other.words().size());
        return byWords < 0 || (byWords == 0 && one.text().compareTo(other.text()) <= 0);
    }

    private static Likeness email(Form one, Form other) {
        String a = one.text();
        String b = other.text();
        if (a.equals(b)) return SAME;
        int edits = Alphabet.editsMin(a, one.alphabet(), b, other.alphabet()) > 4 ? 5 : Edits.between(a, b, 4);
        if (edits <= 2) return TYPO;
        boolean isSameBox = one.core().equals(other.core());
        if (edits <= 4
                || (isSameBox && one.core().length() >= 5)
                || one.letters().equals(other.letters())) return CLOSE;
        if (isSameBox) return ALIKE;
        if (Alphabet.jaroMax(a, one.alphabet(), b, other.alphabet()) < JARO_EMAIL) return DIFFERENT;
        return JaroWinkler.of(a, b) >= JARO_EMAIL ? ALIKE : DIFFERENT;
    }

    private static Likeness phone(Form one, Form other) {
        if (one.core().equals(other.core())) return SAME;
        int edits = Edits.between(one.core(), other.core(), 2);
        if (edits <= 1) return TYPO;
        return edits == 2 ? CLOSE : DIFFERENT;
    }

    private static Likeness code(Form one, Form other) {
        if (one.text().equals(other.text())) return SAME;
        int longer = Math.max(one.compact().length(), other.compact().length());
        int edits = Edits.between(one.compact(), other.compact(), 2);
        if (edits == 0 || (edits == 1 && longer >= 2)) return TYPO;
        return edits == 2 && longer >= 5 ? CLOSE : DIFFERENT;
    }

    private static Likeness postalCode(Form one, Form other) {
        if (one.compact().equals(other.compact())) return SAME;
        String a = one.compact();
        String b = other.compact();
        int shorter = Math.min(a.length(), b.length());
        int edits = Edits.between(a, b, 2);
        if (edits == 1) return TYPO;
        if (shorter >= 4 && a.regionMatches(0, b, 0, shorter - 2)) return CLOSE;
        return edits == 2 && shorter >= 4 ? ALIKE : DIFFERENT;
    }

    private static Likeness category(Form one, Form other) {
        if (one.text().equals(other.text())) return SAME;
        int shorter = Math.min(one.compact().length(), other.compact().length());
        return shorter >= 2 && Edits.between(one.compact(), other.compact(), 1) == 1 ? TYPO : DIFFERENT;
    }

    private static Likeness date(Form one, Form other) {
        if (one.day().isEmpty() || other.day().isEmpty()) return code(one, other);
        Day a = one.day().get();
        Day b = other.day().get();
        if (a.equals(b)) return SAME;
        String written = a.digits();
        String others = b.digits();
        boolean isTurned = a.year() == b.year() && a.month() == b.day() && a.day() == b.month();
        int edits = Edits.between(written, others, 2);
        if (isTurned || (edits == 1 && written.length() == others.length())) return TYPO;
        int parts = (a.year() == b.year() ? 1 : 0) + (a.month() == b.month() ? 1 : 0) + (a.day() == b.day() ? 1 : 0);
        if (parts == 2 || edits <= 1) return CLOSE;
        boolean isWithinYear = Math.abs(a.roughly() - b.roughly()) <= DAYS_OF_YEAR;
        return isWithinYear || a.year() == b.year() ? ALIKE : DIFFERENT;
    }

    private static Likeness number(Form one, Form other) {
        if (one.number().isEmpty() || other.number().isEmpty()) return category(one, other);
        double a = one.number().getAsDouble();
        double b = other.number().getAsDouble();
        double apart = Math.abs(a - b);
        double size = Math.max(Math.abs(a), Math.abs(b));
        if (apart == 0) return SAME;
        if (apart <= 0.01 * size || apart == 1) return TYPO;
        if (apart <= 0.05 * size) return CLOSE;
        return apart <= 0.2 * size ? ALIKE : DIFFERENT;
    }

    /** Word by word, in any order; a number is the same or not. */
    private static Likeness address(Form one, Form other) {
        if (one.text().equals(other.text())) return SAME;
        Likeness whole = text(one, other);
        if (whole == TYPO) return TYPO;
        boolean isLess = isLess(one, other);
        Form less = isLess ? one : other;
        Form more = isLess ? other : one;
        double found = 0;
        for (String word : less.words()) {
            if (more.words().contains(word)) {
                found++;
            } else if (word.length() >= 4
                    && !Character.isDigit(word.charAt(0))
                    && more.words().stream().anyMatch(it -> Edits.between(word, it, 1) <= 1)) {
                found += 0.9;
            }
        }
        double share = found / less.words().size();
        if (share >= 0.9 && less.words().size() >= 2)
            return less.words().size() == more.words().size() ? TYPO : CLOSE;
        return share >= 0.6 && less.words().size() >= 3 ? ALIKE : DIFFERENT;
    }
}

package io.carillon.cleanse.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the figures in a {@link Plain} text, and reads them. */
public final class Figures {
    /** More is no price and no measure. */
    static final int DIGITS_MAX = 400;

    private static final int COUNT_MAX = 100;
    private static final String GROUPED_BY_SPACE = "\\d{1,3}(?: \\d{3}(?!\\d))++(?:[.,·]\\d++(?![.,]\\d))?";
    private static final String ANY = "(?:(?<![\\p{L}\\d.,])[.,·]{1,2})?\\d++(?:[.,'·]\\d++)*+";
    private static final String DECIMALS_APART = "(?:[.,] \\d{2}(?![\\d.,'%]))?";
    private static final Pattern FIGURE =
            Pattern.compile("(?<body>" + GROUPED_BY_SPACE + "|" + ANY + DECIMALS_APART + ")(?:[.,]\\s?[-–]{1,2})?");

    /** Groups of three; or, as in India, of two with the last of three. */
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:,\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3}");

    private Figures() {}

    /** Where a figure stands, and how it is written; {@code end} is past a dash that stands for no decimals. */
    public record Figure(int start, int end, String text) {}

    /** What a figure says, never below zero, and which rules it took. */
    public record Reading(BigDecimal number, List<String> changes) {}

    /** How three digits behind a single separator are read where both is possible. */
    public enum Thousandths {
        /** They are thousands: {@code 1.299} is one thousand two hundred ninety-nine. */
        NEITHER,
        /** Three decimals behind a point, thousands behind a comma. */
        POINT,
        /** Three decimals behind either. */
        BOTH
    }

    /** The figures from left to right, at most a hundred. */
    public static List<Figure> in(String plain) {
        var figures = new ArrayList<Figure>();
        Matcher matcher = FIGURE.matcher(plain);
        while (figures.size() < COUNT_MAX && matcher.find()) {
            figures.add(new Figure(matcher.start(), matcher.end(), matcher.group("body")));
        }
        return figures;
    }

    /** Empty when the separators make no sense, as in a date. */
    public static Optional<Reading> read(String figure, Thousandths thousandths) {
        var changes = new ArrayList<String>();
        String text = figure.startsWith("..") ? figure.substring(1) : figure;
        if (text.length() > DIGITS_MAX) return Optional.empty();
        int apart = Math.max(text.indexOf(". "), text.indexOf(", "));
        if (apart >= 0) {
            changes.add("space before the decimals");
            return withDecimals(text.substring(0, apart), text.substring(apart + 2), changes);
        }
        boolean isGrouped = text.indexOf(' ') >= 0 || text.indexOf('\'') >= 0;
        if (isGrouped
                && !GROUPS.matcher(whole(text).replace(' ', ',').replace('\'', ','))
                        .matches()) return Optional.empty();
        int point = text.indexOf('·');
        if (point >= 0) return withDecimals(text.substring(0, point), text.substring(point + 1), changes);
        char last = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
        char other = last == '.' ? ',' : '.';
        int at = text.lastIndexOf(last);
        if (at < 0) return withDecimals(text, "", changes);
        String head = text.substring(0, at);
        String tail = text.substring(at + 1);
        if (text.indexOf(other) >= 0 || isGrouped) {
            return head.indexOf(last) >= 0 ? Optional.empty() : withDecimals(head, tail, changes);
        }
        if (head.indexOf(last) >= 0) {
            if (GROUPS.matcher(text.replace(last, ',')).matches()) return withDecimals(text, "", changes);
            if (tail.length() == 3) return Optional.empty();
            changes.add("last separator read as the decimal one");
            return withDecimals(head, tail, changes);
        }
        boolean couldBeThousands =
                tail.length() == 3 && head.length() >= 1 && head.length() <= 3 && !head.startsWith("0");
        boolean isDecimal = thousandths == Thousandths.BOTH || (thousandths == Thousandths.POINT && last == '.');
        if (!couldBeThousands || isDecimal) return withDecimals(head, tail, changes);
        changes.add("three digits behind the separator read as thousands");
        return withDecimals(text, "", changes);
    }

    /** The part before the last separator that parts decimals, when spaces or apostrophes part the groups. */
    private static String whole(String text) {
        int at = Math.max(text.lastIndexOf('.'), Math.max(text.lastIndexOf(','), text.lastIndexOf('·')));
        return at < 0 ? text : text.substring(0, at);
    }

    private static Optional<Reading> withDecimals(String head, String tail, List<String> changes) {
        if (!isDigits(tail)) return Optional.empty();
        String digits = digits(head);
        if (digits.length() < head.length()) {
            String groups = head.replace('.', ',').replace('\'', ',').replace(' ', ',');
            if (!GROUPS.matcher(groups).matches()) return Optional.empty();
            changes.add("grouping of digits left out");
        }
        String number = (digits.isEmpty() ? "0" : digits) + (tail.isEmpty() ? "" : "." + tail);
        return Optional.of(new Reading(exact(new BigDecimal(number)), List.copyOf(changes)));
    }

    /**
     * The one form of a number: no zeros behind the decimals, but where the printed number would be read as thousands;
     * there a fourth decimal tells the two apart.
     */
    public static BigDecimal exact(BigDecimal number) {
        if (number.signum() == 0) return BigDecimal.ZERO;
        BigDecimal bare = number.stripTrailingZeros();
        if (bare.scale() <= 0) return bare.setScale(0);
        boolean looksLikeThousands = bare.scale() == 3
                && bare.abs().compareTo(BigDecimal.ONE) >= 0
                && bare.abs().compareTo(BigDecimal.valueOf(1_000)) < 0;
        return looksLikeThousands ? bare.setScale(4) : bare;
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(c -> c >= '0' && c <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isDigits(String text) {
        return text.codePoints().allMatch(c -> c >= '0' && c <= '9');
    }
}

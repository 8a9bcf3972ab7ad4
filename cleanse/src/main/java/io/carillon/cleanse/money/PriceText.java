package io.carillon.cleanse.money;

import io.carillon.cleanse.money.Mentions.Mention;
import io.carillon.cleanse.number.Figures;
import io.carillon.cleanse.number.Figures.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text around a price, and which of its figures is the amount: the first that a currency stands at, in a range
 * ({@code 26 to 50 €}) the lower end; without a currency the first that is no share and no part of a word.
 */
final class PriceText {
    private static final Pattern RANGE =
            Pattern.compile(" ?(?:-|–|~|〜|to|bis|à|a|до|al|até|tot|til|till) ?", Pattern.CASE_INSENSITIVE);

    final String text;
    private final List<Found> all;

    PriceText(String text, Mentions mentions) {
        this.text = text;
        this.all = found(text, Figures.in(text), mentions);
    }

    private static List<Found> found(String text, List<Figure> figures, Mentions mentions) {
        var found = new ArrayList<Found>();
        int from = 0;
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            int to = i + 1 < figures.size() ? figures.get(i + 1).start() : text.length();
            Optional<Mention> before = mentions.before(text, figure.start(), from);
            Optional<Scale> scale = Scale.behind(text, figure.end(), before.isPresent())
                    .or(() -> Scale.behind(text, figure.end(), true)
                            .filter(word ->
                                    mentions.behind(text, word.end(), to).isPresent()));
            int amountEnd = scale.map(Scale::end).orElse(figure.end());
            Optional<Mention> behind =
                    mentions.behind(text, amountEnd, to).filter(mention -> !isOfNext(text, amountEnd, mention, to));
            found.add(new Found(i, figure, before, scale, behind));
            from = behind.map(Mention::end).orElse(amountEnd);
        }
        return found;
    }

    /** In "iPhone 12 $799" the sign is that of the figure at which it stands. */
    private static boolean isOfNext(String text, int amountEnd, Mention mention, int to) {
        return mention.start() > amountEnd
                && mention.end() == to
                && to < text.length()
                && Character.getType(text.charAt(to - 1)) == Character.CURRENCY_SYMBOL;
    }

    Optional<Found> amount() {
        for (Found one : all) {
            if (!one.hasCurrency()) continue;
            boolean endsRange = one.before().isEmpty() && one.place() > 0 && isRange(all.get(one.place() - 1), one);
            if (!endsRange) return Optional.of(one);
            Found lower = all.get(one.place() - 1);
            return Optional.of(new Found(lower.place(), lower.figure(), Optional.empty(), lower.scale(), one.behind()));
        }
        return all.stream()
                .filter(one -> !isShare(one) && !isGlued(one))
                .findFirst()
                .or(() -> all.stream().filter(one -> !isShare(one)).findFirst());
    }

    boolean beginsRange(Found one) {
        return one.place() + 1 < all.size() && isRange(all.get(one.place()), all.get(one.place() + 1));
    }

    /** The figure after one, right behind its currency sign, as in {@code 12€50}: at most three digits. */
    Optional<String> decimalsBehindSign(Found one) {
        if (one.behind().isEmpty() || one.scale().isPresent() || one.place() + 1 >= all.size()) return Optional.empty();
        Found next = all.get(one.place() + 1);
        String digits = next.figure().text();
        Mention sign = one.behind().get();
        boolean isSign = sign.end() - sign.start() == 1
                && Character.getType(text.charAt(sign.start())) == Character.CURRENCY_SYMBOL;
        boolean areDigits = digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isSign || !areDigits || next.hasCurrency() || isShare(next)) return Optional.empty();
        int gap = next.figure().start() - sign.end();
        if (gap == 0) return Optional.of(digits);
        boolean isLast = next.end() == text.length();
        return gap == 1 && digits.length() == 2 && isLast ? Optional.of(digits) : Optional.empty();
    }

    /** A minus before the amount or its currency, behind all of it, or brackets around the text. */
    boolean isNegative(Found one) {
        int at = one.figure().start();
        if (at > 0 && isMinus(at - 1) && !isDash(at - 1)) return true;
        if (one.before().isPresent() && one.start() > 0 && isMinus(one.start() - 1) && !isDash(one.start() - 1))
            return true;
        boolean hasDecimals = one.figure().text().matches(".*[.,·]\\d{1,2}");
        if (hasDecimals && text.length() == one.end() + 1 && text.charAt(one.end()) == '-') return true;
        return text.startsWith("(") && text.endsWith(")") && one.start() == 1 && one.end() == text.length() - 1;
    }

    private boolean isMinus(int at) {
        return text.charAt(at) == '-' || (text.charAt(at) == '–' && at == 0);
    }

    /** A hyphen inside a word or a range. */
    private boolean isDash(int at) {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) && !endsCurrency(at);
    }

    private boolean endsCurrency(int at) {
        return all.stream()
                .anyMatch(one ->
                        one.before().map(Mention::end).filter(end -> end == at).isPresent());
    }

    private boolean isRange(Found lower, Found upper) {
        return lower.end() <= upper.start()
                && RANGE.matcher(text.substring(lower.end(), upper.start())).matches();
    }

    private boolean isShare(Found one) {
        int at = one.figure().end();
        if (at < text.length() && text.charAt(at) == ' ') at++;
        return at < text.length() && (text.charAt(at) == '%' || text.charAt(at) == '‰');
    }

    private boolean isGlued(Found one) {
        return one.figure().start() > 0
                && Character.isLetter(text.charAt(one.figure().start() - 1));
    }

    /** Whether anything with letters or digits stands beside the amount. */
    boolean hasMoreThan(Found one) {
        String rest = text.substring(0, one.start()) + text.substring(Math.max(one.end(), one.start()));
        return rest.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}

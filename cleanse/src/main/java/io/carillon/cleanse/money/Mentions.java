package io.carillon.cleanse.money;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds where a text names a currency: right before or behind a figure, or anywhere. */
final class Mentions {
    private static final int LENGTH_MAX = 30;
    private static final String BEFORE_FIGURE = " :=(+-–";

    /** Short forms and codes in lower case that are no words: they are believed among other words. */
    private static final Set<String> STRONG =
            Set.of(("kr kc ft lei lv rs rp rm tl kd dhs tk ksh tsh ush sfr fr frs dm cfa"
                            + " fcfa rmb ntd nis php bs eur rub hrn yen usd gbp chf pln czk huf sek nok dkk jpy cny inr brl aud"
                            + " cad nzd zar mxn uah thb vnd idr aed sgd hkd krw twd ils myr rsd bgn hrk kzt byn kwd bhd omr qar"
                            + " egp ngn kes clp vnđ")
                    .split(" "));

    /** Words of their own, in whatever case: a currency only where no other word stands. */
    private static final Set<String> WEAK =
            Set.of(("all top try cup pen mad cop bob gel mop sos real sol won sum man den"
                            + " som pound pounds m mark lek kina peso bucks quid lira dong")
                    .split(" "));

    private final Currencies currencies;

    Mentions(Currencies currencies) {
        this.currencies = currencies;
    }

    /**
     * @param candidates codes of the currencies it can mean, the most usual first
     */
    record Mention(int start, int end, List<String> candidates) {}

    /** The mention that ends before {@code figureStart}, between it and {@code from}. */
    Optional<Mention> before(String text, int figureStart, int from) {
        int end = figureStart;
        while (end > from && BEFORE_FIGURE.indexOf(text.charAt(end - 1)) >= 0) end--;
        for (int start = Math.max(from, end - LENGTH_MAX); start < end; start++) {
            if (isInsideWord(text, start) || text.charAt(start) == ' ') continue;
            boolean isAttached = end == figureStart;
            List<String> found = candidates(text, start, end, isAttached);
            if (!found.isEmpty()) return Optional.of(new Mention(start, end, found));
        }
        return Optional.empty();
    }

    /** The mention that begins behind {@code figureEnd}, between it and {@code to}. */
    Optional<Mention> behind(String text, int figureEnd, int to) {
        int start = figureEnd;
        while (start < to && (text.charAt(start) == ' ' || text.charAt(start) == '(')) start++;
        return at(text, start, to, false);
    }

    /** The text itself, when it is one. */
    Optional<Mention> alone(String text) {
        List<String> found = candidates(text, 0, text.length(), true);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Mention(0, text.length(), found));
    }

    /** The first sign of a currency, or code in capitals, wherever it stands. */
    Optional<Mention> anywhere(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean isSign = Character.getType(text.charAt(i)) == Character.CURRENCY_SYMBOL;
            boolean isCode = isCodeAt(text, i);
            if (!isSign && !isCode) continue;
            Optional<Mention> found = at(text, i, isCode ? i + 3 : text.length(), false);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<Mention> at(String text, int start, int to, boolean isAttached) {
        for (int end = Math.min(to, start + LENGTH_MAX); end > start; end--) {
            if (isInsideWord(text, end) || text.charAt(end - 1) == ' ') continue;
            List<String> found = candidates(text, start, end, isAttached);
            if (!found.isEmpty()) return Optional.of(new Mention(start, end, found));
        }
        return Optional.empty();
    }

    private List<String> candidates(String text, int start, int end, boolean isAttached) {
        String form = text.substring(start, end);
        if (isArticleBeforeDollar(form)) return List.of();
        List<String> signs = currencies.ofSign(form);
        List<String> found = signs;
        if (found.isEmpty() && form.length() == 3) {
            found = currencies.ofCode(form.toUpperCase(Locale.ROOT)).stream()
                    .map(Currency::getCurrencyCode)
                    .toList();
        }
        if (found.isEmpty() && form.length() > 3) found = currencies.ofName(form);
        if (found.isEmpty()) return found;
        boolean isAlone = !hasLetters(text.substring(0, start)) && !hasLetters(text.substring(end));
        return isAlone || isBelieved(form, isAttached) ? found : List.of();
    }

    /** In "only a $12 fee" no Australian dollar is meant, in "AU $12" it is. */
    private static boolean isArticleBeforeDollar(String form) {
        int space = form.indexOf(' ');
        if (space < 0 || form.indexOf('$') < 0) return false;
        String country = form.substring(0, space);
        return country.length() < 2 || !country.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Whether a form means a currency also among other words. */
    private boolean isBelieved(String form, boolean isAttached) {
        String lower = form.toLowerCase(Locale.ROOT).replace(".", "");
        if (WEAK.contains(lower)) return false;
        if (!lower.chars().allMatch(c -> c >= 'a' && c <= 'z')) return true;
        if (lower.length() == 1) return isAttached && (form.equals("R") || form.equals("P"));
        return lower.length() > 3
                || STRONG.contains(lower)
                || currencies.ofCode(form).isPresent();
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether a word of an alphabet goes on across a place in the text; scripts without spaces have no such places. */
    private static boolean isInsideWord(String text, int at) {
        if (at <= 0 || at >= text.length()) return false;
        char left = text.charAt(at - 1);
        char right = text.charAt(at);
        if (Character.isLowSurrogate(right)) return true;
        if (Character.isLetter(left) && right >= '0' && right <= '9') return false;
        return isAlphabetic(left) && isAlphabetic(right);
    }

    private static boolean isAlphabetic(char c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) return true;
        return Character.isLetter(c)
                && (type != Character.OTHER_LETTER || (c >= 0x0590 && c < 0x0E00) || (c >= 0x1200 && c < 0x1380));
    }

    private static boolean isCodeAt(String text, int at) {
        return at + 3 <= text.length()
                && text.substring(at, at + 3).chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && !isInsideWord(text, at)
                && !isInsideWord(text, at + 3);
    }
}

package io.carillon.server.collect;

/** How examples show values that are about people. */
public final class Shown {
    private static final int LENGTH_MAX = 24;

    private Shown() {}

    /** How a value is built, without what it says: {@code jane.doe@x} is {@code like "xxxx.xxx@x"}. */
    public static String shape(String text) {
        var shape = new StringBuilder("like \"");
        for (int i = 0; i < Math.min(text.length(), LENGTH_MAX); i++) {
            char c = text.charAt(i);
            shape.append(Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'x' : c);
        }
        return shape.append(text.length() > LENGTH_MAX ? "…\"" : "\"").toString();
    }
}

package io.carillon.linkage.text;

/**
 * A short code of how a word sounds, so that {@code catherine} and {@code kathryn} have one. Consonants in six classes, after
 * the first letter; vowels are silent. Words without Latin letters have their first letters instead.
 */
public final class Sound {
    private static final int LENGTH = 4;
    private static final int LETTERS = 3;

    private Sound() {}

    /**
     * The code.
     *
     * @param normal as {@link Normal#of} makes it; blanks are passed over
     */
    public static String of(String normal) {
        StringBuilder code = new StringBuilder(LENGTH);
        char last = 0;
        for (int i = 0; i < normal.length() && code.length() < LENGTH; i++) {
            char letter = normal.charAt(i);
            if (letter == ' ') continue;
            if (letter < 'a' || letter > 'z') {
                if (code.isEmpty()) return beginning(normal);
                continue;
            }
            if (letter == 'h' && i > 0 && normal.charAt(i - 1) == 'p' && code.length() == 1 && code.charAt(0) == 'p') {
                code.setCharAt(0, 'f');
            }
            char sound = classOf(letter);
            if (code.isEmpty()) {
                code.append(first(letter));
            } else if (sound != '0' && sound != last) {
                code.append(sound);
            }
            if (letter != 'h' && letter != 'w') last = sound;
        }
        return code.toString();
    }

    private static String beginning(String normal) {
        return normal.length() <= LETTERS ? normal : normal.substring(0, LETTERS);
    }

    private static char first(char letter) {
        return switch (letter) {
            case 'c', 'q' -> 'k';
            case 'g' -> 'j';
            case 'z' -> 's';
            case 'y' -> 'i';
            default -> letter;
        };
    }

    private static char classOf(char letter) {
        return switch (letter) {
            case 'b', 'f', 'p', 'v' -> '1';
            case 'c', 'g', 'j', 'k', 'q', 's', 'x', 'z' -> '2';
            case 'd', 't' -> '3';
            case 'l' -> '4';
            case 'm', 'n' -> '5';
            case 'r' -> '6';
            default -> '0';
        };
    }
}

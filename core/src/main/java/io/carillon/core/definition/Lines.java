package io.carillon.core.definition;

import java.util.Arrays;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A file's text by lines as editors count them: YAML's own lines also end at rarer characters. */
public final class Lines {
    /**
     * A place in a file.
     *
     * @param line from 1
     * @param column from 1
     */
    public record Place(int line, int column) {
        static final Place START = new Place(1, 1);
    }

    private final String text;
    private final int[] starts;
    private final boolean hasPairs;

    Lines(String text) {
        this.text = text;
        int[] found = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int line = 0;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) == '\n') found[++line] = i + 1;
        starts = found;
        hasPairs = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    }

    /** Without its line break; empty past the end. */
    String line(int number) {
        if (number < 1 || number > starts.length) return "";
        int end = number < starts.length ? starts[number] - 1 : text.length();
        return text.substring(starts[number - 1], end);
    }

    Place of(Optional<Mark> mark) {
        return mark.map(it -> ofCodePoint(it.getIndex())).orElse(Place.START);
    }

    Place ofCodePoint(int index) {
        int at = Math.max(0, Math.min(index, text.length()));
        if (hasPairs) at = text.offsetByCodePoints(0, Math.min(at, text.codePointCount(0, text.length())));
        int found = Arrays.binarySearch(starts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1, at - starts[line] + 1);
    }

    /** The nearest place that there is. */
    Place inside(Place place) {
        int line = Math.max(1, Math.min(place.line(), starts.length));
        return new Place(line, Math.max(1, Math.min(place.column(), line(line).length() + 1)));
    }
}

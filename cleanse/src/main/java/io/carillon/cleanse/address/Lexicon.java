package io.carillon.cleanse.address;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words of an American address can be, each looked up by its key.
 *
 * @see <a href="https://pe.usps.com/text/pub28/welcome.htm">USPS Publication 28</a>
 */
final class Lexicon {
    static final Lexicon AMERICAN = new Lexicon();

    private static final Map<String, String> DIRECTIONS = Map.ofEntries(
            Map.entry("n", "N"),
            Map.entry("north", "N"),
            Map.entry("no", "N"),
            Map.entry("nth", "N"),
            Map.entry("s", "S"),
            Map.entry("south", "S"),
            Map.entry("so", "S"),
            Map.entry("sth", "S"),
            Map.entry("e", "E"),
            Map.entry("east", "E"),
            Map.entry("est", "E"),
            Map.entry("w", "W"),
            Map.entry("west", "W"),
            Map.entry("ouest", "W"),
            Map.entry("ne", "NE"),
            Map.entry("northeast", "NE"),
            Map.entry("north-east", "NE"),
            Map.entry("nw", "NW"),
            Map.entry("northwest", "NW"),
            Map.entry("north-west", "NW"),
            Map.entry("se", "SE"),
            Map.entry("southeast", "SE"),
            Map.entry("south-east", "SE"),
            Map.entry("sw", "SW"),
            Map.entry("southwest", "SW"),
            Map.entry("south-west", "SW"));
    private static final Set<String> FRACTIONS = Set.of("1/2", "1/4", "3/4", "1/3", "2/3", "1/8", "½", "¼", "¾");
    private static final Set<String> SPELLED = Set.of(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
            "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Set<String> ORDINALS = Set.of(
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "lower",
            "upper", "main", "ground", "top", "north", "south", "east", "west");
    private static final Pattern NUMBER = Pattern.compile(
            "\\d{1,6}[a-z]?|\\d{1,5}-\\d{1,5}[a-z]?|\\d{1,5}-[a-z]|\\d{1,4}[a-z]?/\\d{1,5}[a-z]?|\\d{1,5}[a-z]{2}|[nsew]\\d+[nsew]?\\d*[a-z]?|\\d+[nsew]\\d+|\\d+-?1/2|\\d+[.]\\d");
    private static final Pattern ORDINAL = Pattern.compile("\\d+(st|nd|rd|th)");

    private final Map<String, String> suffixes = Table.forms("us-suffixes.txt");
    private final Set<String> weak = Table.keys("us-weak-suffixes.txt", "\\s+");
    private final Map<String, String> units = Table.forms("us-units.txt");
    private final Set<String> institutions = Table.keys("us-places.txt", "\\s+");
    private final Set<String> cities = Table.keys("us-cities.txt", ",");
    private final Set<String> cityBegins;
    private final Set<String> cityEnds;

    private Lexicon() {
        List<String> words = Table.lines("us-city-words.txt");
        cityBegins = Set.of(words.get(0).split(" ", -1));
        cityEnds = Set.of(words.get(1).split(" ", -1));
    }

    Optional<String> direction(String key) {
        return Optional.ofNullable(DIRECTIONS.get(key));
    }

    boolean isDirection(String key) {
        return DIRECTIONS.containsKey(key);
    }

    Optional<String> suffix(String key) {
        return Optional.ofNullable(suffixes.get(key));
    }

    boolean isSuffix(String key) {
        return suffixes.containsKey(key);
    }

    /** A street type that is hardly ever anything else. */
    boolean isStrongSuffix(String key) {
        return isSuffix(key) && !weak.contains(key);
    }

    /** The short form of a unit's kind; one that stands alone ends in an exclamation mark. */
    Optional<String> unit(String key) {
        return Optional.ofNullable(units.get(key));
    }

    boolean isInstitution(String key) {
        return institutions.contains(key);
    }

    boolean isCity(String keys) {
        return cities.contains(keys) || cities.contains(spelledOut(keys));
    }

    private static String spelledOut(String keys) {
        int space = keys.indexOf(' ');
        if (space < 0) return keys;
        String first = switch (keys.substring(0, space)) {
            case "n" -> "north";
            case "s", "so" -> "south";
            case "e" -> "east";
            case "w" -> "west";
            case "ft" -> "fort";
            case "mt" -> "mount";
            default -> keys.substring(0, space);
        };
        return first + keys.substring(space);
    }

    boolean beginsCity(String key) {
        return cityBegins.contains(key);
    }

    boolean endsCity(String key) {
        return cityEnds.contains(key);
    }

    boolean isFraction(String key) {
        return FRACTIONS.contains(key);
    }

    boolean isSpelledNumber(String key) {
        return SPELLED.contains(key);
    }

    /** As of a floor: {@code 3rd}, {@code second}, {@code lower}. */
    boolean isOrdinal(String key) {
        return ORDINALS.contains(key) || isNumberedOrdinal(key);
    }

    boolean isNumberedOrdinal(String key) {
        return ORDINAL.matcher(key).matches();
    }

    boolean isHouseNumber(String key) {
        return NUMBER.matcher(key).matches() && !isNumberedOrdinal(key);
    }
}

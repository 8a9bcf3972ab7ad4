package io.carillon.server.demo.retail;

import java.util.List;
import java.util.Locale;

/** A category for a product, with a character as its picture, so that no mail needs to load anything. */
public enum Kind {
    CHRISTMAS("Christmas", "🎄", "christmas", "advent", "snow", "reindeer", "santa", "angel"),
    EASTER("Easter", "🐣", "easter", "rabbit", "egg", "chick"),
    BAGS("Bags", "👜", "bag", "purse", "case"),
    CANDLES("Candles and light", "🕯️", "candle", "t-light", "lantern", "light", "lamp", "incense"),
    KITCHEN(
            "Kitchen", "🫖", "mug", "cup", "tea", "bowl", "plate", "cutlery", "jar", "tin", "egg", "jug", "tray",
            "coaster"),
    BAKING("Baking", "🧁", "cake", "baking", "biscuit", "cookie", "recipe", "oven", "apron", "spoon"),
    JEWELLERY("Jewellery", "💍", "necklace", "bracelet", "earrings", "ring", "charm", "hair", "bead"),
    GARDEN("Garden", "🌿", "garden", "plant", "flower", "rose", "watering", "bird", "butterfly", "herb"),
    PAPER("Paper and cards", "✉️", "card", "paper", "wrap", "notebook", "pencil", "pen", "sticker", "ribbon", "tissue"),
    TOYS(
            "Toys",
            "🧸",
            "toy",
            "doll",
            "game",
            "spaceboy",
            "dinosaur",
            "childrens",
            "girl",
            "bear",
            "puzzle",
            "playhouse"),
    HOME(
            "Home", "🏠", "clock", "mirror", "frame", "cushion", "sign", "hook", "drawer", "doormat", "cabinet", "wall",
            "hanger"),
    WARMTH("Warm things", "🧣", "hot", "warmer", "blanket", "slipper", "scarf"),
    PARTY("Party", "🎈", "party", "bunting", "balloon", "birthday", "garland"),
    GIFTS("Gifts", "🎁");

    private final String word;
    private final String picture;
    private final String signs;

    Kind(String word, String picture, String... signs) {
        this.word = word;
        this.picture = picture;
        this.signs = " " + String.join(" ", signs) + " ";
    }

    public String word() {
        return word;
    }

    public String picture() {
        return picture;
    }

    static Kind of(String name) {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z-]+", -1));
        for (Kind kind : values()) {
            if (words.stream().anyMatch(kind::hasSign)) return kind;
        }
        return GIFTS;
    }

    /** The word, or its plural. */
    private boolean hasSign(String word) {
        String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return signs.contains(" " + word + " ") || signs.contains(" " + single + " ");
    }
}

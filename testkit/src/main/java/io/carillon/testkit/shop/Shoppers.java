package io.carillon.testkit.shop;

import io.carillon.testkit.property.Chance;
import java.time.Instant;
import java.util.List;

/**
 * The synthetic visitors of one shop. They come without a name, look at products, fill carts; many then say who they are,
 * some buy, and some of these come back on another device. Equal seeds give equal visitors. Not thread-safe.
 */
public final class Shoppers {
    private static final List<String> PRODUCTS =
            List.of("Linen shirt", "Rain jacket", "Wool socks", "Tea pot", "Desk lamp", "Trail shoes", "Blue vase");
    private static final List<String> NAMES = List.of("Ada", "Jonas", "Mina", "Ольга", "José", "Zoë", "Noor", "Kai");
    private static final List<String> COUNTRIES = List.of("DE", "DE", "DE", "AT", "CH", "FR", "NL", "PL");

    /** Of those who have come before, so many of a hundred calls are by the few who are in the shop now. */
    private static final int PRESENT_CALLS = 70;
    /** And these are one of so many. */
    private static final int PRESENT_SHARE = 100;
    /** After so many calls one of them goes, and another comes. */
    private static final int PRESENT_STAY = 20;

    private final String prefix;
    private final String messages;
    private final boolean areKnown;
    private final Chance chance;
    private final Visitor[] visitors;
    private long calls;

    /** Where a visitor stands; a new visit has a new anonymous id. */
    private static final class Visitor {
        private int visit;
        private int cart;
        private boolean isNamed;
        private boolean hasCart;
    }

    /**
     * So many people, none of whom has come yet.
     *
     * @param prefix begins every id, so that the people of two shops stay apart
     * @param people how many visit; each needs some 40 bytes
     */
    public Shoppers(String prefix, int people, long seed) {
        this(prefix, people, seed, prefix, false);
    }

    private Shoppers(String prefix, int people, long seed, String messages, boolean areKnown) {
        this.prefix = prefix;
        this.messages = messages;
        this.areKnown = areKnown;
        this.chance = new Chance(seed);
        this.visitors = new Visitor[people];
    }

    /**
     * People who have all been {@link #introduction introduced}. Most calls are by the few who are in the shop now, who
     * come and go; the others by anybody.
     *
     * @param messages begins every message id, so that what the same people did before is not repeated
     */
    public static Shoppers returning(String prefix, int people, long seed, String messages) {
        return new Shoppers(prefix, people, seed, messages, true);
    }

    /**
     * Makes a person known: the call in which they say who they are. Calls of {@link #next} may follow.
     *
     * @param person from 0
     */
    public String introduction(int person, Instant at) {
        visitors[person] = new Visitor();
        return identify(person, visitors[person], at);
    }

    /** The next call of anybody, with its {@code type}: some 500 bytes of JSON. */
    public String next(Instant now) {
        int person = anybody();
        Visitor visitor = visitors[person];
        if (visitor == null) {
            visitors[person] = visitor = new Visitor();
            visitor.isNamed = areKnown;
        }
        int dice = chance.between(1, 100);
        if (!visitor.isNamed && dice <= 12) return identify(person, visitor, now);
        if (dice <= 34) return call(person, visitor, now, "page", "", page(person));
        if (dice <= 80) return track(person, visitor, now, "Product Viewed", product(""));
        if (dice <= 94 || !visitor.hasCart) {
            visitor.hasCart = true;
            return track(person, visitor, now, "Product Added", product(cart(person, visitor)));
        }
        return order(person, visitor, now);
    }

    /** What somebody did who has been introduced: looked at a product, or, one in three, bought one. */
    public String past(int person, Instant at) {
        Visitor visitor = visitors[person];
        if (visitor == null) throw new IllegalStateException("introduce them first");
        if (person % 3 > 0) return track(person, visitor, at, "Product Viewed", product(""));
        return track(
                person,
                visitor,
                at,
                "Order Completed",
                "\"properties\":{\"order_id\":\"o-" + prefix + person + "\",\"total\":" + chance.between(10, 400)
                        + ".90,\"currency\":\"EUR\"}");
    }

    private int anybody() {
        if (!areKnown || chance.between(1, 100) > PRESENT_CALLS) return chance.between(0, visitors.length - 1);
        long first = calls / PRESENT_STAY;
        return (int) ((first + chance.between(0, visitors.length / PRESENT_SHARE)) % visitors.length);
    }

    private String identify(int person, Visitor visitor, Instant now) {
        visitor.isNamed = true;
        String traits = "\"traits\":{\"email\":\"" + prefix + person + "@shoppers.example\",\"firstName\":\""
                + NAMES.get(person % NAMES.size()) + "\",\"country\":\"" + COUNTRIES.get(person % COUNTRIES.size())
                + "\",\"newsletter\":" + (person % 3 == 0) + "}";
        return call(person, visitor, now, "identify", "", traits);
    }

    private String order(int person, Visitor visitor, Instant now) {
        String properties = "\"properties\":{" + cart(person, visitor) + "\"order_id\":\"o-" + prefix + person + "-"
                + visitor.cart + "\",\"total\":" + chance.between(10, 400) + ".90,\"currency\":\"EUR\"}";
        String call = track(person, visitor, now, "Order Completed", properties);
        visitor.hasCart = false;
        visitor.cart++;
        if (chance.chance(0.5)) {
            visitor.visit++;
            visitor.isNamed = false;
        }
        return call;
    }

    private String page(int person) {
        return "\"name\":\"Category\",\"properties\":{\"path\":\"/c/" + person % 40 + "\",\"referrer\":\"/\"}";
    }

    private String product(String cart) {
        int product = chance.between(0, 999);
        return "\"properties\":{" + cart + "\"product_id\":\"p-" + product + "\",\"name\":\""
                + PRODUCTS.get(product % PRODUCTS.size()) + "\",\"price\":" + (product + 5) + ".50,\"quantity\":1}";
    }

    private String cart(int person, Visitor visitor) {
        return "\"cart_id\":\"c-" + prefix + person + "-" + visitor.cart + "\",";
    }

    private String track(int person, Visitor visitor, Instant now, String event, String properties) {
        return call(person, visitor, now, "track", "\"event\":\"" + event + "\",", properties);
    }

    private String call(int person, Visitor visitor, Instant now, String type, String event, String rest) {
        var json = new StringBuilder(640)
                .append("{\"type\":\"")
                .append(type)
                .append("\",")
                .append(event);
        json.append("\"messageId\":\"").append(messages).append(++calls).append("\",");
        json.append("\"anonymousId\":\"a-").append(prefix).append(person);
        json.append('-').append(visitor.visit).append("\",");
        if (visitor.isNamed)
            json.append("\"userId\":\"").append(prefix).append(person).append("\",");
        json.append("\"timestamp\":\"").append(now).append("\",\"context\":{\"library\":{\"name\":\"analytics.js\",");
        json.append("\"version\":\"npm:next-1.84.3\"},\"locale\":\"de-DE\",\"timezone\":\"Europe/Berlin\",");
        json.append("\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"},");
        return json.append(rest).append('}').toString();
    }
}

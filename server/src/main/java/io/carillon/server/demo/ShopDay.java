package io.carillon.server.demo;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws a day's shoppers: pure, the same for the same seed. Three peaks, the highest in the evening; most browse under no
 * name, some sign up on the way, some come back with theirs; of the carts a part is bought, a part is left.
 */
final class ShopDay {
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Ben", "Carla", "David", "Elif", "Frida", "Georg", "Hanna", "Ivo", "Jana", "Karim", "Lena", "Mateo",
            "Nora", "Omar", "Paula", "Quentin", "Rosa", "Selma", "Tom", "Uta", "Viktor", "Wanda", "Yusuf", "Zoe");
    private static final List<String> LAST_NAMES = List.of(
            "Berg", "Conrad", "Demir", "Engel", "Fuchs", "Graf", "Haas", "Ilic", "Jung", "Keller", "Lang", "Moreau",
            "Novak", "Otto", "Peters", "Roth", "Sander", "Vogt", "Weiss", "Ziegler");

    private static final double RETURNING = 0.4;
    private static final double SIGNS_UP = 0.45;
    private static final double FILLS_CART = 0.6;
    private static final double BUYS_AT_ONCE = 0.35;
    private static final double BUYS_LATER = 0.15;

    private final SplittableRandom chance;
    private final String day;
    private final int number;
    private final List<Act> acts = new ArrayList<>();
    private final String firstName;
    private final String lastName;
    private final String email;
    private boolean isKnown;
    private double seconds;

    private ShopDay(SplittableRandom chance, String day, int number) {
        this.chance = chance;
        this.day = day;
        this.number = number;
        firstName = pick(FIRST_NAMES);
        lastName = pick(LAST_NAMES);
        email = "%s.%s%d@mail.example".formatted(firstName, lastName, number).toLowerCase(Locale.ROOT);
    }

    /**
     * Everybody who comes by.
     *
     * @param day a text that is another one each day: people have their devices and carts of today
     */
    static List<Shopper> shoppers(long seed, String day, int count) {
        var chance = new SplittableRandom(seed);
        var shoppers = new ArrayList<Shopper>();
        for (int number = 1; number <= count; number++) {
            shoppers.add(new ShopDay(chance.split(), day, number).shopper());
        }
        return shoppers;
    }

    private Shopper shopper() {
        // Opens at 8; about 9:30, 13:00 and 19:30, some two hours around each, none after 23:00.
        double which = chance.nextDouble();
        double peak = which < 0.25 ? 1.5 : which < 0.5 ? 5 : 11.5;
        double hours = peak + (chance.nextDouble() + chance.nextDouble() + chance.nextDouble() - 1.5) * 2.4;
        seconds = Math.clamp(hours, 0.05, 15) * 3600;
        if (chance.nextDouble() < RETURNING) identify();
        int views = 1 + chance.nextInt(5);
        for (int view = 0; view < views; view++)
            track("Product Viewed", pick(Product.ALL).properties());
        if (!isKnown && chance.nextDouble() < SIGNS_UP) {
            identify();
            track("Signed Up", Value.Fields.NONE);
        }
        if (chance.nextDouble() < FILLS_CART) cart();
        return new Shopper(email, List.copyOf(acts), answer());
    }

    private void cart() {
        String cart = "c-" + day + "-" + number;
        var inCart = new ArrayList<Product>();
        int items = 1 + chance.nextInt(3);
        for (int item = 0; item < items; item++) {
            Product product = pick(Product.ALL);
            inCart.add(product);
            track("Product Added", product.properties().with("cart_id", Value.of(cart)));
        }
        double fate = chance.nextDouble();
        if (fate > BUYS_AT_ONCE + BUYS_LATER) return;
        seconds += fate < BUYS_AT_ONCE ? 120 + chance.nextInt(900) : 3600 + chance.nextInt(5400);
        if (!isKnown) identify();
        track("Order Completed", order(day + "-" + number, inCart));
    }

    /** What an order says. */
    static Value.Fields order(String id, List<Product> products) {
        BigDecimal total = products.stream()
                .map(product -> new BigDecimal(product.price()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("order_id", Value.of(id));
        fields.put("total", Value.of(total));
        fields.put("currency", Value.of("EUR"));
        fields.put(
                "products", Value.of(products.stream().map(Product::properties).toList()));
        return Value.of(fields);
    }

    private Shopper.Answer answer() {
        double fate = chance.nextDouble();
        if (fate < 0.25) return Shopper.Answer.BUY;
        return fate < 0.4 ? Shopper.Answer.UNSUBSCRIBE : Shopper.Answer.IGNORE;
    }

    private void identify() {
        isKnown = true;
        Map<String, Value> traits = new LinkedHashMap<>();
        traits.put("email", Value.of(email));
        traits.put("firstName", Value.of(firstName));
        traits.put("lastName", Value.of(lastName));
        act("identify", named().with("traits", Value.of(traits)));
    }

    private void track(String event, Value.Fields properties) {
        act("track", named().with("event", Value.of(event)).with("properties", properties));
    }

    private Value.Fields named() {
        Value.Fields body = Value.Fields.NONE.with("anonymousId", Value.of("d-" + day + "-" + number));
        return isKnown ? body.with("userId", Value.of("u" + number)) : body;
    }

    private void act(String call, Value.Fields body) {
        seconds += 20 + chance.nextInt(160);
        String messageId = "demo-%s-%d-%d".formatted(day, number, acts.size());
        acts.add(
                new Act(Duration.ofMillis((long) (seconds * 1000)), call, body.with("messageId", Value.of(messageId))));
    }

    private <T> T pick(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}

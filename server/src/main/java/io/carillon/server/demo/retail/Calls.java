package io.carillon.server.demo.retail;

import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an act is in the tracking API: a call as an SDK makes it. */
public final class Calls {
    /** Lines of an order that are told; its total has all. A call may have 32 KB. */
    static final int LINES_MAX = 150;

    private Calls() {}

    /**
     * One call of a batch.
     *
     * @param messageId another one for each act
     */
    public static Value.Fields of(Act act, String messageId) {
        Map<String, Value> call = new LinkedHashMap<>();
        call.put("messageId", Value.of(messageId));
        call.put("timestamp", Value.of(act.at().toString()));
        switch (act) {
            case Act.SignsIn(var _, var shopper, var device) -> {
                call.put("type", Value.of("identify"));
                by(call, new Act.Visitor.SignedIn(shopper, device));
                call.put("traits", traits(shopper));
            }
            case Act.Views(var _, var visitor, var product) -> {
                track(call, "Product Viewed", simulated(product(product)));
                by(call, visitor);
            }
            case Act.PutsInCart(var _, var visitor, var cart, var line) -> {
                Map<String, Value> properties = line(line);
                properties.put("cart_id", Value.of(cart));
                track(call, "Product Added", simulated(properties));
                by(call, visitor);
            }
            case Act.Orders(var shopper, var device, var invoice) -> {
                track(call, "Order Completed", invoice("order_id", invoice));
                by(call, new Act.Visitor.SignedIn(shopper, device));
            }
            case Act.IsRefunded(var shopper, var invoice) -> {
                track(call, "Order Refunded", invoice("refund_id", invoice));
                call.put("userId", Value.of(shopper.id()));
            }
            case Act.Ships(var _, var shopper, var invoice) -> {
                Map<String, Value> properties = new LinkedHashMap<>();
                properties.put("order_id", Value.of(invoice.number()));
                track(call, "Order Shipped", simulated(properties));
                call.put("userId", Value.of(shopper.id()));
            }
            case Act.Mumbles(var at, var shopper, var kind) -> mumble(call, kind, shopper, at);
            case Act.Prefers _ -> throw new IllegalArgumentException("not told by the tracking API");
        }
        return Value.of(call);
    }

    private static void track(Map<String, Value> call, String event, Map<String, Value> properties) {
        call.put("type", Value.of("track"));
        call.put("event", Value.of(event));
        call.put("properties", Value.of(properties));
    }

    private static void by(Map<String, Value> call, Act.Visitor visitor) {
        call.put("anonymousId", Value.of(visitor.device()));
        if (!(visitor instanceof Act.Visitor.SignedIn(var shopper, var _))) return;
        call.put("userId", Value.of(shopper.id()));
        Map<String, Value> context = new LinkedHashMap<>();
        context.put("timezone", Value.of(shopper.zone()));
        context.put("locale", Value.of(locale(shopper)));
        call.put("context", Value.of(context));
    }

    private static String locale(Shopper shopper) {
        return shopper.country().language() + "-" + shopper.country().code();
    }

    private static Value.Fields traits(Shopper shopper) {
        Map<String, Value> traits = new LinkedHashMap<>();
        traits.put("email", Value.of(shopper.email()));
        traits.put("firstName", Value.of(shopper.name().first()));
        traits.put("lastName", Value.of(shopper.name().last()));
        traits.put("language", Value.of(shopper.country().language()));
        traits.put("timezone", Value.of(shopper.zone()));
        traits.put(
                "address", Value.of(Map.of("country", Value.of(shopper.country().code()))));
        shopper.phone().ifPresent(phone -> traits.put("phone", Value.of(phone)));
        shopper.pushToken().ifPresent(token -> traits.put("pushToken", Value.of(token)));
        if (!shopper.refuses().isEmpty()) {
            List<Value.Fields> said =
                    shopper.refuses().stream().map(Calls::unsubscribed).toList();
            traits.put("subscriptions", Value.of(said));
        }
        traits.put("simulated", Value.of(true));
        return Value.of(traits);
    }

    private static Value.Fields unsubscribed(String topic) {
        Map<String, Value> said = new LinkedHashMap<>();
        said.put("channel", Value.of("email"));
        said.put("topic", Value.of(topic));
        said.put("subscribed", Value.of(false));
        return Value.of(said);
    }

    private static Map<String, Value> product(Product product) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("product_id", Value.of(product.code()));
        fields.put("name", Value.of(product.name()));
        fields.put("category", Value.of(product.kind().word()));
        fields.put("image", Value.of(product.kind().picture()));
        return fields;
    }

    private static Map<String, Value> line(Line line) {
        Map<String, Value> fields = product(line.product());
        fields.put("quantity", Value.of(line.quantity()));
        fields.put("price", Value.of(line.price()));
        return fields;
    }

    private static Map<String, Value> invoice(String id, Invoice invoice) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(id, Value.of(invoice.number()));
        fields.put("total", Value.of(invoice.total()));
        fields.put("currency", Value.of("GBP"));
        fields.put("lines", Value.of(invoice.lines().size()));
        fields.put(
                "products",
                Value.of(invoice.lines().stream()
                        .limit(LINES_MAX)
                        .map(line -> Value.of(line(line)))
                        .toList()));
        fields.put("simulated", Value.of(false));
        return fields;
    }

    private static Map<String, Value> simulated(Map<String, Value> properties) {
        properties.put("simulated", Value.of(true));
        return properties;
    }

    /** What silos say on bad days; none of it changes what anybody bought. */
    private static void mumble(Map<String, Value> call, int kind, Shopper shopper, Instant at) {
        track(call, "Parcel Scanned", simulated(new LinkedHashMap<>()));
        switch (kind) {
            case 0 -> call.put("email_address", Value.of(shopper.email())); // nobody whom the protocol knows
            case 1 -> call.put("userId", Value.of("undefined"));
            case 2 -> {
                call.put("userId", Value.of(shopper.id()));
                call.put("event", Value.of(" "));
            }
            case 3 -> {
                call.put("userId", Value.of(shopper.id()));
                call.put("type", Value.of("scan"));
            }
            default -> {
                call.put("userId", Value.of(shopper.id()));
                call.put("timestamp", Value.of(at.toString().replace('T', '/')));
            }
        }
    }
}

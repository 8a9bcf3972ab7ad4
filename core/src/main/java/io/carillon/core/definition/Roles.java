package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Measure;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Window;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What roles mean where the workspace does not say: what a person does, or the trait {@code roles}. One may have both. */
final class Roles {
    private static final String TRAIT = "roles";

    private static final List<String> BUYS =
            List.of("Product Added", "Product Added to Wishlist", "Cart Viewed", "Checkout Started", "Order Completed");

    private static final List<String> SELLS =
            List.of("Listing Created", "Listing Updated", "Listing Published", "Product Listed");

    static final Map<String, Condition> BUILT_IN = builtIn();

    /** At most so many parts are in one of them. */
    static final int PARTS = BUYS.size() + 2;

    static final int LEVELS = 2;

    private Roles() {}

    private static Map<String, Condition> builtIn() {
        var roles = new LinkedHashMap<String, Condition>();
        roles.put("buyer", of("buyer", BUYS));
        roles.put("seller", of("seller", SELLS));
        return Collections.unmodifiableMap(roles);
    }

    private static Condition of(String role, List<String> events) {
        var ways = new ArrayList<Condition>();
        ways.add(new Condition.TraitIs(TRAIT, new ValueTest.Contains(Value.of(role))));
        for (String event : events) {
            ways.add(new Condition.Measured(
                    EventQuery.named(event), Measure.COUNT, Window.EVER, new ValueTest.AtLeast(BigDecimal.ONE)));
        }
        return new Condition.Any(ways);
    }
}

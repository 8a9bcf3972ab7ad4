package io.carillon.server.demo;

import io.carillon.core.entity.customer.Root;
import io.carillon.core.value.Value;
import java.util.Optional;

/** What to call somebody. */
final class People {
    private People() {}

    static Optional<String> email(Root root) {
        return root.customer().profile().values().text("email");
    }

    static String name(Root root) {
        return name(root.customer().profile().values());
    }

    static String name(Value.Fields traits) {
        Optional<String> first = traits.text("firstName");
        String last = traits.text("lastName").map(text -> " " + text).orElse("");
        return first.map(text -> text + last).orElse("anonymous");
    }
}

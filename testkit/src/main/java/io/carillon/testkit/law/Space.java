package io.carillon.testkit.law;

import io.carillon.core.event.Identifier;
import io.carillon.core.identity.CustomerRef;

/**
 * Where one history lives on a host that it shares: all its identifiers begin with the number of their history.
 *
 * @param number of the history on its host
 */
public record Space(int number) {

    /** As {@code user:u1}. */
    Identifier identifier(String text) {
        int colon = text.indexOf(':');
        return Identifier.at(new io.carillon.core.host.Address(
                        text.substring(0, colon + 1) + prefix() + text.substring(colon + 1)))
                .orElseThrow();
    }

    /** Several, with a space between. */
    String who(String identifiers) {
        return identifiers.replaceAll("(^| )(\\w+):", "$1$2:" + prefix());
    }

    boolean has(CustomerRef customer) {
        return has(customer.bornAt());
    }

    boolean has(Identifier identifier) {
        return identifier.value().startsWith(prefix());
    }

    String phone() {
        return "+49170%07d".formatted(number);
    }

    private String prefix() {
        return "h" + number + "-";
    }
}

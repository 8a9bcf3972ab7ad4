package io.carillon.testkit.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShoppersTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void equalSeedsMakeEqualCalls() {
        assertThat(calls("a-", 5)).isEqualTo(calls("a-", 5)).isNotEqualTo(calls("a-", 6));
    }

    @Test
    void aVisitIsAllThatAShopSees() {
        var calls = String.join("\n", calls("a-", 1));

        assertThat(calls)
                .contains("\"type\":\"page\"", "\"type\":\"identify\"", "Product Viewed", "Product Added")
                .contains("Order Completed", "\"anonymousId\":\"a-a-7-0\"", "\"userId\":\"a-7\"");
    }

    @Test
    void aBuyerWhoComesBackHasAnotherAnonymousId() {
        assertThat(calls("a-", 1)).anyMatch(call -> call.contains("\"anonymousId\":\"a-a-7-1\""));
    }

    private static List<String> calls(String prefix, long seed) {
        var shoppers = new Shoppers(prefix, 20, seed);
        return Stream.generate(() -> shoppers.next(NOW)).limit(2_000).toList();
    }
}

package io.carillon.core.condition;

import static io.carillon.core.condition.Shoppers.at;
import static io.carillon.core.condition.Shoppers.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BehaviourTest {
    private static final EventQuery ORDERED = EventQuery.named("Order Completed");
    private static final EventQuery CART = new EventQuery("Order Completed", List.of(), Optional.of("cart_id"));

    @Test
    void mergeCommutesAssociatesAndIsIdempotent() {
        for (int seed = 0; seed < 1_000; seed++) {
            var shoppers = new Shoppers(seed);
            Tracking tracking = Tracking.of(
                    List.of(shoppers.condition(3), shoppers.condition(3)), List.of(shoppers.keyed(), shoppers.keyed()));
            List<Event> history = shoppers.history(30, 20);
            Behaviour a = some(shoppers, history, tracking);
            Behaviour b = some(shoppers, history, tracking);
            Behaviour c = some(shoppers, history, tracking);

            assertThat(Behaviour.merge(a, b)).isEqualTo(Behaviour.merge(b, a));
            assertThat(Behaviour.merge(Behaviour.merge(a, b), c)).isEqualTo(Behaviour.merge(a, Behaviour.merge(b, c)));
            assertThat(Behaviour.merge(a, a)).isEqualTo(a);
            assertThat(BehaviourCodec.BEHAVIOURS.decode(BehaviourCodec.BEHAVIOURS.encode(a)))
                    .isEqualTo(a);
        }
    }

    @Test
    void theLatestOfEachKeyIsKeptWhateverTheOrder() {
        Tracking tracking = Tracking.of(List.of(), List.of(CART));
        Event late = order("a", 5, "c1");
        Event early = order("b", 2, "c1");

        Behaviour behaviour = Behaviour.NONE.observe(late, tracking).observe(early, tracking);

        assertThat(behaviour.latest(CART, "c1")).contains(late.stamp());
        assertThat(behaviour.latest(CART, "c2")).isEmpty();
    }

    @Test
    void onlyTheKeysThatOccurredLastAreKeptAndMergesStayLawful() {
        Tracking tracking = Tracking.of(List.of(), List.of(CART));
        var parts = new ArrayList<Behaviour>();
        for (int part = 0; part < 3; part++) {
            Behaviour behaviour = Behaviour.NONE;
            for (int i = 0; i < 90; i++) {
                int key = (i * 7 + part * 50) % 200;
                behaviour = behaviour.observe(
                        order("m" + part + "-" + i, (key * 31 + part * 17) % 97, "c" + key), tracking);
            }
            parts.add(behaviour);
        }

        Behaviour left = Behaviour.merge(Behaviour.merge(parts.get(0), parts.get(1)), parts.get(2));
        Behaviour right = Behaviour.merge(parts.get(0), Behaviour.merge(parts.get(1), parts.get(2)));

        assertThat(left).isEqualTo(right);
        assertThat(left.keyed().get(CART.id())).hasSize(Behaviour.KEYS_MAX);
    }

    @Test
    void noMoreIsKeptThanADefinitionAsksFor() {
        Tracking three = Tracking.of(List.of(atLeast(3)), List.of());
        Behaviour behaviour = Behaviour.NONE;
        for (int i = 0; i < 10; i++) behaviour = behaviour.observe(order("m" + i, i, "c"), three);

        assertThat(behaviour.occurrences(ORDERED.id()))
                .extracting(it -> it.by().text())
                .containsExactly("m9", "m8", "m7");
        assertThat(behaviour
                        .trimmedTo(Tracking.of(List.of(atLeast(1)), List.of()))
                        .occurrences(ORDERED.id()))
                .hasSize(1);
        assertThat(behaviour.trimmedTo(Tracking.NOTHING)).isEqualTo(Behaviour.NONE);
    }

    @Test
    void anEventThatNobodyAsksForLeavesBehaviourAsItWas() {
        Tracking tracking = Tracking.of(List.of(atLeast(1)), List.of());
        Behaviour before = Behaviour.NONE.observe(order("a", 1, "c"), tracking);

        Behaviour after = before.observe(event("b", "Product Viewed", at(2), Map.of()), tracking);

        assertThat(after).isSameAs(before);
    }

    @Test
    void equalQuestionsAreOneQueryHoweverTheyAreWritten() {
        var fifty = new Where("total", new ValueTest.AtLeast(new BigDecimal("50.00")));
        var euro = new Where("currency", new ValueTest.Equals(Value.of("EUR")));

        var one = new EventQuery("Order Completed", List.of(fifty, euro), Optional.empty());
        var other = new EventQuery(
                "Order Completed",
                List.of(euro, new Where("total", new ValueTest.AtLeast(new BigDecimal("50")))),
                Optional.empty());

        assertThat(one).isEqualTo(other);
        assertThat(ORDERED.id().text()).isEqualTo("[\"Order Completed\"]");
        assertThat(CART.id().text()).isEqualTo("[\"Order Completed\",[],\"cart_id\"]");
        assertThat(one.id().text())
                .isEqualTo("[\"Order Completed\",[[\"currency\",{\"equals\":\"EUR\"}],[\"total\",{\"atLeast\":50}]]]");
    }

    @Test
    void equalAmountsAreOneKeyAndAMissingOneIsEmpty() {
        assertThat(CART.keyOf(event("a", "Order Completed", at(0), Map.of("cart_id", Value.of(new BigDecimal("7.0"))))))
                .isEqualTo("7");
        assertThat(CART.keyOf(order("a", 0, "7"))).isEqualTo("7");
        assertThat(CART.keyOf(event("a", "Order Completed", at(0), Map.of()))).isEmpty();
        assertThat(CART.keyOf(order("a", 0, "x".repeat(5_000)))).hasSizeLessThanOrEqualTo(EventQuery.KEY_LENGTH_MAX);
    }

    @Test
    void theStoredFormIsFixed() {
        Tracking tracking = Tracking.of(List.of(atLeast(2)), List.of(CART));
        Behaviour behaviour =
                Behaviour.NONE.observe(order("a", 1, "c1"), tracking).observe(order("b", 2, "c2"), tracking);
        String golden = "0101135b224f7264657220436f6d706c65746564225d02a4c6aa9a0d000162a2c6aa9a0d00016101205b224f726465"
                + "7220436f6d706c65746564222c5b5d2c22636172745f6964225d02026331a2c6aa9a0d000161026332a4c6aa9a0d00"
                + "0162";

        assertThat(BehaviourCodec.BEHAVIOURS.encode(behaviour)).hasToString(golden);
        assertThat(BehaviourCodec.BEHAVIOURS.decode(Bytes.wrap(HexFormat.of().parseHex(golden))))
                .isEqualTo(behaviour);
    }

    @Test
    void aStoredFormOfANewerVersionIsRefused() {
        assertThatThrownBy(() -> BehaviourCodec.BEHAVIOURS.decode(Bytes.wrap(new byte[] {9, 0, 0})))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("behaviour has version 9");
    }

    private static Condition atLeast(int count) {
        return new Condition.EventCount(ORDERED, new CountTest.AtLeast(count), Optional.empty());
    }

    private static Event order(String id, int second, String cart) {
        return event(id, "Order Completed", at(second), Map.of("cart_id", Value.of(cart)));
    }

    private static Behaviour some(Shoppers shoppers, List<Event> history, Tracking tracking) {
        var heard = new ArrayList<Event>();
        for (Event event : history) if (shoppers.upTo(3) > 0) heard.add(event);
        Collections.shuffle(heard, shoppers.random());
        Behaviour behaviour = Behaviour.NONE;
        for (Event event : heard) behaviour = behaviour.observe(event, tracking);
        return behaviour;
    }
}

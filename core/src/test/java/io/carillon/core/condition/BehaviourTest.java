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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BehaviourTest {
    private static final EventQuery ORDERED = EventQuery.named("Order Completed");
    private static final EventQuery CART = new EventQuery("Order Completed", List.of(), Optional.of("cart_id"));

    @Test
    void theLatestOfEachKeyIsKeptWhateverTheOrder() {
        Tracking tracking = Tracking.of(List.of(), List.of(CART));
        Event late = order("a", 5, "c1");
        Event early = order("b", 2, "c1");

        Behaviour behaviour = Behaviour.NONE.observe(late, tracking).observe(early, tracking);

        assertThat(behaviour.latest(CART, "c1")).contains(late.occurredAt());
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

        Behaviour left = Behaviour.merge(Behaviour.merge(parts.get(0), parts.get(1), tracking), parts.get(2), tracking);
        Behaviour right =
                Behaviour.merge(parts.get(0), Behaviour.merge(parts.get(1), parts.get(2), tracking), tracking);

        assertThat(left).isEqualTo(right);
        assertThat(left.keyed().get(CART.id())).hasSize(Behaviour.KEYS_MAX);
    }

    @Test
    void noMoreIsKeptThanADefinitionAsksFor() {
        Tracking three = Tracking.of(List.of(atLeast(3)), List.of());
        Behaviour behaviour = Behaviour.NONE;
        for (int i = 0; i < 10; i++) behaviour = behaviour.observe(order("m" + i, i, "c"), three);

        assertThat(behaviour.series(Tracking.seriesOf(atLeast(3))).latest())
                .extracting(Sample::at)
                .containsExactly(at(9), at(8), at(7));
        assertThat(Behaviour.merge(behaviour, Behaviour.NONE, Tracking.of(List.of(atLeast(1)), List.of()))
                        .series(Tracking.seriesOf(atLeast(1)))
                        .latest())
                .hasSize(1);
        assertThat(Behaviour.merge(behaviour, Behaviour.NONE, Tracking.NOTHING)).isEqualTo(Behaviour.NONE);
    }

    @Test
    void anEventThatComesAgainAfterDaysCountsOnceAlsoOverAllTime() {
        var sum = new Condition.Measured(
                ORDERED,
                new Measure(Measure.Aggregate.SUM, "cart_id"),
                Window.EVER,
                new ValueTest.AtLeast(BigDecimal.ONE));
        Tracking tracking = Tracking.of(List.of(sum), List.of());

        Behaviour once = Behaviour.NONE.observe(order("a", 1, "7"), tracking);

        assertThat(once.observe(order("a", 1, "7"), tracking)).isEqualTo(once);
        assertThat(Behaviour.merge(once, once, tracking)).isEqualTo(once);
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
        String golden = "02000102a4c6aa9a0d00af63df4c8601f1a5a2c6aa9a0d00af63dc4c8601ec8c000021434f554e5420464f52474554"
                + "20205b224f7264657220436f6d706c65746564225d05434f554e5402000100010001205b224f7264657220436f6d70"
                + "6c65746564222c5b5d2c22636172745f6964225d02026331a2c6aa9a0d000161026332a4c6aa9a0d00016200";

        assertThat(BehaviourCodec.BEHAVIOURS.encode(behaviour)).hasToString(golden);
        assertThat(BehaviourCodec.BEHAVIOURS.decode(Bytes.wrap(HexFormat.of().parseHex(golden))))
                .isEqualTo(behaviour);
    }

    @Test
    void ofTheFirstStoredFormTheKeysAreKeptAndTheRestIsCountedAgain() {
        Tracking tracking = Tracking.of(List.of(), List.of(CART));
        String first = "0101135b224f7264657220436f6d706c65746564225d02a4c6aa9a0d000162a2c6aa9a0d00016101205b224f726465"
                + "7220436f6d706c65746564222c5b5d2c22636172745f6964225d02026331a2c6aa9a0d000161026332a4c6aa9a0d00"
                + "0162";

        Behaviour read =
                BehaviourCodec.BEHAVIOURS.decode(Bytes.wrap(HexFormat.of().parseHex(first)));

        assertThat(read)
                .isEqualTo(
                        Behaviour.NONE.observe(order("a", 1, "c1"), tracking).observe(order("b", 2, "c2"), tracking));
        assertThat(read.completeFor()).isEmpty();
    }

    @Test
    void aStoredFormOfANewerVersionIsRefused() {
        assertThatThrownBy(() -> BehaviourCodec.BEHAVIOURS.decode(Bytes.wrap(new byte[] {9, 0, 0})))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("behaviour has version 9");
    }

    private static Condition.Measured atLeast(int count) {
        return new Condition.Measured(
                ORDERED, Measure.COUNT, Window.EVER, new ValueTest.AtLeast(BigDecimal.valueOf(count)));
    }

    private static Event order(String id, int second, String cart) {
        return event(id, "Order Completed", at(second), Map.of("cart_id", Value.of(cart)));
    }
}

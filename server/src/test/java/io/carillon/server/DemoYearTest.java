package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Value;
import io.carillon.server.demo.retail.Act;
import io.carillon.server.demo.retail.Shopper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks of the demo through real HTTP and real SMTP, held against what was to happen, counted here once more. */
@Timeout(300)
class DemoYearTest {
    private static final int DAYS = 14;
    /** A stride of the clock, and a bit. */
    private static final Duration GRAIN = Duration.ofMinutes(31);

    private static final Duration WAIT = Duration.ofHours(4);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theServerKnowsExactlyWhatHappenedAndRemindsWhomItShould() throws Exception {
        DemoYear.of(DAYS, folder, year -> {
            assertThat(year.result().refused()).isZero();
            theOrdersAreThoseOfTheFile(year);
            everyMailIsAMessageThatWasSentOnce(year);
            remindersFollowBaskets(year);
            nobodyIsWrittenToAtNight(year);
            capsHold(year);
            theMumblingIsCounted(year);
        });
    }

    private static void theOrdersAreThoseOfTheFile(DemoYear year) {
        var orders = new TreeMap<String, Integer>();
        var spent = new TreeMap<String, BigDecimal>();
        for (Act.SignsIn act : year.acts(Act.SignsIn.class))
            orders.putIfAbsent(act.shopper().id(), 0);
        for (Act.Orders act : year.acts(Act.Orders.class)) {
            orders.merge(act.shopper().id(), 1, Integer::sum);
            spent.merge(act.shopper().id(), act.invoice().total(), BigDecimal::add);
        }
        assertThat(orders).hasSizeGreaterThan(400);
        SoftAssertions.assertSoftly(softly -> orders.forEach((shopper, count) -> {
            Value.Fields computed = year.customer(shopper).fields("computedTraits");
            softly.assertThat(number(computed, "orders")).as(shopper).isEqualByComparingTo(BigDecimal.valueOf(count));
            softly.assertThat(number(computed, "spent"))
                    .as(shopper)
                    .isEqualByComparingTo(spent.getOrDefault(shopper, BigDecimal.ZERO));
        }));
    }

    private static BigDecimal number(Value.Fields fields, String name) {
        return fields.get(name).orElse(Value.of(0)) instanceof Value.Num(var number) ? number : BigDecimal.ZERO;
    }

    private static void everyMailIsAMessageThatWasSentOnce(DemoYear year) {
        List<Value.Fields> mails = year.messages().stream()
                .filter(row -> said(row, "channel").equals("email"))
                .filter(row -> said(row, "status").equals("sent"))
                .toList();

        assertThat(year.result().mails()).isEqualTo(mails.size()).isGreaterThan(500);
        assertThat(year.messages().stream()
                        .filter(row -> said(row, "status").equals("sent"))
                        .map(row -> said(row, "customer") + said(row, "message") + said(row, "key")))
                .doesNotHaveDuplicates();
    }

    /** A basket, by whom it was filled, as the shop sees it then. */
    private record Basket(String id, Instant filled, Act.Visitor visitor) {}

    private static void remindersFollowBaskets(DemoYear year) {
        var baskets = new LinkedHashMap<String, Basket>();
        for (Act.PutsInCart act : year.acts(Act.PutsInCart.class)) {
            baskets.putIfAbsent(act.cart(), new Basket(act.cart(), act.at(), act.visitor()));
        }
        Map<String, List<Instant>> orders = new HashMap<>();
        for (Act.Orders act : year.acts(Act.Orders.class)) {
            orders.computeIfAbsent(act.lane(), _ -> new ArrayList<>()).add(act.at());
        }
        Map<String, List<Instant>> sent = new HashMap<>();
        for (Value.Fields row : year.messages("cart-reminder", "sent")) {
            sent.computeIfAbsent(said(row, "key"), _ -> new ArrayList<>()).add(at(row));
        }
        int reminded = 0;
        for (Basket basket : baskets.values()) {
            List<Instant> theirs = orders.getOrDefault(basket.visitor().lane(), List.of());
            int count = sent.getOrDefault(basket.id(), List.of()).size();
            Instant due = basket.filled().plus(WAIT);
            assertThat(count).as(basket.toString()).isLessThanOrEqualTo(1);
            if (isWithin(theirs, basket.filled(), due.minus(GRAIN))) {
                assertThat(count).as("ordered in time: %s", basket).isZero();
            } else if (mustBeReminded(year, basket, theirs)) {
                assertThat(count).as("reminded: %s", basket).isEqualTo(1);
                reminded++;
            }
        }
        assertThat(sent.keySet()).isSubsetOf(baskets.keySet());
        assertThat(reminded).isGreaterThan(50);
    }

    /** Known, willing, with room under the cap, and without an order until the reminder has left. */
    private static boolean mustBeReminded(DemoYear year, Basket basket, List<Instant> orders) {
        if (!(basket.visitor() instanceof Act.Visitor.SignedIn(Shopper shopper, var _))) return false;
        Instant leaves = awake(basket.filled().plus(WAIT).plus(GRAIN), shopper);
        if (leaves.plus(GRAIN).isAfter(year.acts().getLast().at())) return false;
        if (isWithin(orders, basket.filled(), leaves.plus(GRAIN))) return false;
        if (shopper.refuses().contains("reminders") || year.unsubscribers().contains(shopper.id())) return false;
        long wished = year.messages().stream()
                .filter(row -> said(row, "purpose").equals("marketing"))
                .filter(row -> said(row, "key").contains("-" + shopper.id() + "-")
                        || said(row, "endpoint").equals(shopper.email()))
                .count();
        return wished <= 3;
    }

    /** The first instant from this one on that is outside the quiet hours. */
    private static Instant awake(Instant at, Shopper shopper) {
        ZonedDateTime local = at.atZone(ZoneId.of(shopper.zone()));
        if (!isNight(local.toLocalTime())) return at;
        ZonedDateTime morning = local.with(LocalTime.of(8, 0));
        return (morning.isAfter(local) ? morning : morning.plusDays(1)).toInstant();
    }

    private static boolean isNight(LocalTime time) {
        return time.isBefore(LocalTime.of(8, 0)) || !time.isBefore(LocalTime.of(21, 0));
    }

    private static boolean isWithin(List<Instant> instants, Instant after, Instant until) {
        return instants.stream().anyMatch(at -> at.isAfter(after) && !at.isAfter(until));
    }

    private static void nobodyIsWrittenToAtNight(DemoYear year) {
        Map<String, Shopper> byEmail = new HashMap<>();
        for (Act.SignsIn act : year.acts(Act.SignsIn.class))
            byEmail.put(act.shopper().email(), act.shopper());
        int abroad = 0;
        for (Value.Fields row : sentMarketing(year)) {
            Shopper shopper = byEmail.get(said(row, "endpoint"));
            if (shopper == null) continue; // by push or text message
            if (!shopper.zone().equals("Europe/London")) abroad++;
            LocalTime time = LocalTime.ofInstant(at(row), ZoneId.of(shopper.zone()));
            assertThat(isNight(time))
                    .as("%s in %s: %s", time, shopper.zone(), row)
                    .isFalse();
        }
        assertThat(abroad).isPositive();
    }

    private static void capsHold(DemoYear year) {
        var byCustomer = new HashMap<String, List<Value.Fields>>();
        for (Value.Fields row : sentMarketing(year)) {
            byCustomer
                    .computeIfAbsent(said(row, "customer"), _ -> new ArrayList<>())
                    .add(row);
        }
        for (List<Value.Fields> rows : byCustomer.values()) {
            assertThat(most(rows, WEEK)).as(rows.toString()).isLessThanOrEqualTo(3);
            List<Value.Fields> texts = rows.stream()
                    .filter(row -> said(row, "channel").equals("sms"))
                    .toList();
            assertThat(most(texts, TWO_DAYS)).as(texts.toString()).isLessThanOrEqualTo(1);
        }
    }

    /** How many there were at most in one window. */
    private static long most(List<Value.Fields> rows, Duration window) {
        return rows.stream()
                .map(DemoYearTest::at)
                .mapToLong(last -> rows.stream()
                        .map(DemoYearTest::at)
                        .filter(at -> !at.isAfter(last) && at.isAfter(last.minus(window)))
                        .count())
                .max()
                .orElse(0);
    }

    private static void theMumblingIsCounted(DemoYear year) {
        List<String> reasons =
                List.of("missing_identifier", "junk_identifier", "missing_event_name", "unknown_type", "bad_timestamp");
        var expected = new TreeMap<String, BigDecimal>(Comparator.naturalOrder());
        for (Act.Mumbles act : year.acts(Act.Mumbles.class)) {
            expected.merge(reasons.get(act.kind()), BigDecimal.ONE, BigDecimal::add);
        }
        var counted = new TreeMap<String, BigDecimal>();
        for (Value.Fields row : DemoYear.all(year.api(), "/api/quality")) {
            counted.put(said(row, "reason"), number(row, "count"));
        }
        // Their phone numbers are of the range that is kept for fiction, which no network has.
        assertThat(counted.remove("invalid_phone")).isPositive();

        assertThat(counted).isEqualTo(expected);
    }

    private static List<Value.Fields> sentMarketing(DemoYear year) {
        return year.messages().stream()
                .filter(row -> said(row, "purpose").equals("marketing"))
                .filter(row -> said(row, "status").equals("sent"))
                .toList();
    }

    private static String said(Value.Fields row, String name) {
        return row.text(name).orElse("");
    }

    private static Instant at(Value.Fields row) {
        return Instant.parse(said(row, "changedAt"));
    }
}

package io.carillon.core.audit.judge;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.audit.judge.ShopWeeks.Call;
import io.carillon.core.audit.judge.ShopWeeks.Defect;
import io.carillon.core.event.Lineage;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A defect that is put into clean data.
 *
 * @param finds the kinds of which one must be found
 * @param event about which
 * @param field a part of the path of the field; empty for any
 * @param follows what may be found, too, as it is a consequence
 */
record Planted(
        String name, Set<FindingKind> finds, String event, String field, Set<FindingKind> follows, Defect defect) {

    static List<Planted> all() {
        return List.of(
                fewer(0.4),
                fewer(0.15),
                more(4),
                more(8),
                gone(),
                silent(9),
                misspelt(1),
                misspelt(0.2),
                fresh(),
                field("missing 15 %", 0.15, FindingKind.FIELD_MISSING, "total", it -> it.remove("total")),
                field("missing 60 %", 0.6, FindingKind.FIELD_MISSING, "total", it -> it.remove("total")),
                field(
                        "missing in items",
                        0.5,
                        FindingKind.FIELD_MISSING,
                        "products",
                        it -> it.put("products", new Value.Items(List.of(Value.of(Map.of("quantity", Value.of(1))))))),
                field("blank 20 %", 0.2, FindingKind.EMPTY_VALUES, "city", it -> it.put("city", Value.of(" "))),
                field("undefined", 0.9, FindingKind.EMPTY_VALUES, "city", it -> it.put("city", Value.of("undefined"))),
                invalid(0.12),
                invalid(0.6),
                field("price as text 6 %", 0.06, FindingKind.MIXED_TYPES, "total", Planted::asText),
                field("price as text 60 %", 0.6, FindingKind.MIXED_TYPES, "total", Planted::asText),
                field("cents", 1, FindingKind.UNIT_JUMP, "total", it -> times(it, 100)),
                some(
                        "cents for some",
                        0.15,
                        Set.of(FindingKind.OUTLIERS, FindingKind.UNIT_JUMP),
                        "total",
                        it -> times(it, 100)),
                some("thousandth", 1, Set.of(FindingKind.UNIT_JUMP), "total", it -> times(it, 0.001)),
                some("negative", 0.08, Set.of(FindingKind.OUTLIERS), "total", it -> times(it, -1)),
                damaged(0.1),
                damaged(0.6),
                field(
                        "one order id",
                        0.15,
                        FindingKind.REPEATED_VALUES,
                        "order_id",
                        it -> it.put("order_id", Value.of("o-1"))),
                repeated(0.2),
                some(
                        "default product",
                        0.55,
                        Set.of(FindingKind.SUDDEN_VALUE, FindingKind.CONSTANT_VALUE),
                        "city",
                        it -> it.put("city", Value.of("Testcity"))),
                some(
                        "constant",
                        1,
                        Set.of(FindingKind.CONSTANT_VALUE),
                        "city",
                        it -> it.put("city", Value.of("Berlin"))),
                late(0.3, Duration.ofHours(3)),
                late(0.15, Duration.ofDays(2)),
                field("renamed field", 1, FindingKind.FIELD_MISSPELLED, "orderId", it -> {
                    Value id = it.remove("order_id");
                    if (id != null) it.put("orderId", id);
                }),
                unusable("bad_email", 0.04),
                unusable("missing_event_name", 0.2),
                disagree(0.4));
    }

    boolean isFound(Finding finding) {
        return finds.contains(finding.kind()) && isAbout(finding);
    }

    /** What is found because of it, and so is no false alarm. */
    boolean explains(Finding finding) {
        return isFound(finding) || follows.contains(finding.kind());
    }

    private boolean isAbout(Finding finding) {
        return (event.isEmpty() || finding.about().event().equalsIgnoreCase(event))
                && finding.about().field().contains(field);
    }

    private static Defect calls(String name, double share, Consumer<Call> change) {
        return new Defect() {
            @Override
            public void spoil(Call call, Instant at, SplittableRandom random) {
                if (call.name.equals(name) && random.nextDouble() < share) change.accept(call);
            }
        };
    }

    private static Planted fewer(double kept) {
        return new Planted(
                "fewer, " + kept,
                Set.of(FindingKind.VOLUME_DROP),
                "",
                "",
                Set.of(FindingKind.VOLUME_DROP),
                calls("Product Viewed", 1 - kept, call -> call.isSent = false));
    }

    private static Planted more(int times) {
        return new Planted(
                "more, " + times,
                Set.of(FindingKind.VOLUME_SPIKE),
                "",
                "",
                Set.of(FindingKind.VOLUME_SPIKE),
                calls("Product Viewed", 1, call -> call.times = times));
    }

    private static Planted gone() {
        return new Planted(
                "gone",
                Set.of(FindingKind.EVENT_VANISHED),
                "Order Completed",
                "",
                Set.of(FindingKind.VOLUME_DROP),
                calls("Order Completed", 1, call -> call.isSent = false));
    }

    private static Planted silent(int hour) {
        return new Planted("silent", Set.of(FindingKind.SOURCE_SILENT), "", "", Set.of(), new Defect() {
            @Override
            public void spoil(Call call, Instant at, SplittableRandom random) {
                if (at.atZone(ZoneOffset.UTC).getHour() >= hour) call.isSent = false;
            }
        });
    }

    private static Planted misspelt(double share) {
        return new Planted(
                "misspelt event, " + share,
                Set.of(FindingKind.EVENT_MISSPELLED),
                "Order completed",
                "",
                Set.of(FindingKind.VOLUME_DROP, FindingKind.EVENT_VANISHED),
                calls("Order Completed", share, call -> call.name = "Order completed"));
    }

    private static Planted fresh() {
        return new Planted(
                "new event",
                Set.of(FindingKind.EVENT_NEW),
                "Debug Ping",
                "",
                Set.of(),
                calls("Page Viewed", 0.3, call -> call.name = "Debug Ping"));
    }

    private static Planted field(
            String name, double share, FindingKind kind, String field, Consumer<Map<String, Value>> change) {
        return some(name, share, Set.of(kind), field, change);
    }

    private static Planted some(
            String name, double share, Set<FindingKind> kinds, String field, Consumer<Map<String, Value>> change) {
        return new Planted(
                name,
                kinds,
                "Order Completed",
                field,
                Set.of(),
                calls("Order Completed", share, call -> change.accept(call.properties)));
    }

    private static void asText(Map<String, Value> properties) {
        if (properties.get("total") instanceof Value.Num(var number)) {
            properties.put("total", Value.of(number + " EUR"));
        }
    }

    private static void times(Map<String, Value> properties, double times) {
        if (properties.get("total") instanceof Value.Num(var number)) {
            properties.put("total", Value.of(number.multiply(BigDecimal.valueOf(times))));
        }
    }

    private static Planted repeated(double share) {
        return new Planted(
                "sent twice",
                Set.of(FindingKind.REPEATED_VALUES),
                "Order Completed",
                "order_id",
                Set.of(),
                calls("Order Completed", share, call -> call.times = 2));
    }

    private static Planted invalid(double share) {
        return identify(
                "invalid e-mail, " + share,
                share,
                FindingKind.INVALID_VALUES,
                "email",
                call -> call.lineage.put("/traits/email", Lineage.asSent("email", "no domain")));
    }

    private static Planted damaged(double share) {
        return identify("wrong encoding, " + share, share, FindingKind.DAMAGED_TEXT, "firstName", call -> {
            String name = "Jörg";
            String read = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            call.traits.put("firstName", Value.of(read));
        });
    }

    private static Planted identify(String name, double share, FindingKind kind, String field, Consumer<Call> change) {
        return new Planted(
                name,
                Set.of(kind),
                "identify",
                field,
                Set.of(FindingKind.SUDDEN_VALUE),
                calls("identify", share, change));
    }

    private static Planted late(double share, Duration lag) {
        return new Planted(
                "late by " + lag,
                Set.of(FindingKind.LATE_EVENTS),
                "Product Added",
                "",
                Set.of(),
                calls("Product Added", share, call -> call.lag = lag));
    }

    private static Planted unusable(String reason, double share) {
        return new Planted(
                "unusable, " + reason,
                Set.of(FindingKind.UNUSABLE_CALLS, FindingKind.UNUSABLE_IDENTIFIERS),
                "",
                reason,
                Set.of(),
                new Defect() {
                    @Override
                    public void spoil(SourceDay day, long count, SplittableRandom random) {
                        day.unusable(reason, "x", Math.round(count * share));
                    }
                });
    }

    private static Planted disagree(double share) {
        return new Planted(
                "sources disagree", Set.of(FindingKind.SOURCES_DISAGREE), "", "firstName", Set.of(), new Defect() {
                    @Override
                    public void spoil(SourceDay day, long count, SplittableRandom random) {
                        for (int i = 0; i < count / 10; i++) {
                            day.compared("firstName", "crm", random.nextDouble() >= share, "Jo / Al");
                        }
                    }
                });
    }
}

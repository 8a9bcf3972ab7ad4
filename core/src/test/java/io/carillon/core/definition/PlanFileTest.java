package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.definition.TrackingPlan.Consequence;
import io.carillon.core.definition.TrackingPlan.Expected;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanFileTest {
    @Test
    void aPlanSaysWhatIsExpectedAndWhatBecomesOfTheRest() {
        TrackingPlan plan = plan("""
            plan: shop
            sources: [site]
            mode: block
            unplanned: observe
            events:
              Order Completed:
                description: somebody bought
                schema: {required: [total], properties: {total: {type: number, minimum: 0}}}
              Product Viewed: {required: [sku]}
            traits: {loyalty_since: date, vip: boolean, email: as-is, tier: {enum: [gold, silver]}}
            """);

        assertThat(plan.isFor("site")).isTrue();
        assertThat(plan.isFor("app")).isFalse();
        assertThat(plan.onViolation()).isEqualTo(Consequence.BLOCK);
        assertThat(plan.onUnplanned()).isEqualTo(Consequence.OBSERVE);
        assertThat(plan.events()).containsOnlyKeys("Order Completed", "Product Viewed");
        assertThat(plan.trait("loyalty_since")).contains(new Expected.OfKind("date"));
        assertThat(plan.trait("email")).contains(new Expected.AsIs());
        assertThat(plan.trait("tier").orElseThrow()).isInstanceOf(Expected.Checked.class);
        assertThat(Optional.ofNullable(plan.events().get("Product Viewed"))
                        .orElseThrow()
                        .violations(Value.Fields.NONE))
                .hasSize(1);
    }

    @Test
    void aPlanThatSaysLittleObservesTheEventsOfAllSources() {
        TrackingPlan plan = plan("plan: shop\n");

        assertThat(plan.isFor("whoever")).isTrue();
        assertThat(plan.onViolation()).isEqualTo(Consequence.OBSERVE);
        assertThat(plan.onUnplanned()).isEqualTo(Consequence.ALLOW);
    }

    @Test
    void whatIsWrongInASchemaIsSaidWithItsLine() {
        assertThat(problems("""
            plan: shop
            sources: [sight]
            mode: blok
            events:
              Order Completed:
                schema:
                  type: objekt
                  properties:
                    total: {typ: number}
            traits: {since: dat}
            """))
                .containsExactly(
                        "plans/shop.yaml:2:11: source \"sight\" is not defined; expected a file in sources/ with source: sight",
                        "plans/shop.yaml:3:7: mode \"blok\" is unknown; did you mean \"block\"?",
                        "plans/shop.yaml:7:13: \"type\" type is one of string, number, integer, boolean, object, array, null",
                        "plans/shop.yaml:9:22: \"properties/total/typ\" is not a keyword of JSON Schema 2020-12 that Carillon knows",
                        "plans/shop.yaml:10:17: since \"dat\" is unknown; did you mean \"date\"?");
    }

    private static TrackingPlan plan(String yaml) {
        Outcome outcome = read(yaml);
        assertThat(outcome).isInstanceOf(Outcome.Valid.class);
        return Optional.ofNullable(((Outcome.Valid) outcome).workspace().plans().get("shop"))
                .orElseThrow();
    }

    private static List<String> problems(String yaml) {
        return ((Outcome.Invalid) read(yaml))
                .problems().stream().map(Problem::toString).toList();
    }

    private static Outcome read(String yaml) {
        return Workspaces.read(new TreeMap<>(Map.of(
                "workspace.yaml", "workspace: shop\ntimezone: UTC\n",
                "sources/site.yaml", "source: site\nwriteKey: k\n",
                "plans/shop.yaml", yaml)));
    }
}

package io.carillon.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansers;
import io.carillon.core.codec.Bytes;
import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Secrets;
import io.carillon.core.definition.TemplateCheck;
import io.carillon.core.definition.TrackingPlan;
import io.carillon.core.definition.WorkspaceReader;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanDraftTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final KindGuess KINDS = new KindGuess(Cleansers::of);

    @Test
    void aDraftSaysWhatWasSeen() {
        var draft = new PlanDraft(KINDS);
        for (int i = 0; i < 20; i++) {
            draft.add(track("Order Completed", """
                {"order_id": "o%d", "total": %d.5, "currency": "%s", "placed": "2026-03-0%d",
                 "products": [{"sku": "s%d", "price": 3}], "note: odd": null}""".formatted(i, i, i % 2 == 0 ? "EUR" : "USD", 1 + i % 9, i)));
        }
        draft.add(identify("{\"email\": \"a@x.org\", \"since\": \"3. Mai 2019\", \"plan\": \"pro\"}"));

        String yaml = draft.toYaml("shop", Optional.of("site"));

        assertThat(yaml).isEqualTo("""
            # Drafted from 21 events. Read it, correct it, then let mode be quarantine or block.
            plan: shop
            sources: [site]
            mode: observe
            unplanned: observe
            events:
              # seen 20 times
              Order Completed:
                type: object
                required: [currency, "note: odd", order_id, placed, products, total]
                properties:
                  currency: {type: string, enum: [EUR, USD]}
                  "note: odd": {type: "null"}
                  order_id: {type: string}
                  placed: {type: string, format: date}
                  products:
                    type: array
                    items:
                      type: object
                      required: [price, sku]
                      properties:
                        price: {type: number, minimum: 0}
                        sku: {type: string}
                  total: {type: number, minimum: 0}
            """ + yaml.substring(yaml.indexOf("traits:")));
    }

    @Test
    void anAmountMayHaveCentsThoughNoneThatWasSeenHas() {
        var draft = new PlanDraft(KINDS);
        draft.add(track("Order Completed", "{\"total\": 1299, \"quantity\": 2}"));

        TrackingPlan plan = read(draft.toYaml("shop", Optional.empty()));

        var schema = Optional.ofNullable(plan.events().get("Order Completed")).orElseThrow();
        assertThat(schema.violations(parse("{\"total\": 12.5, \"quantity\": 1}")))
                .isEmpty();
        assertThat(schema.violations(parse("{\"total\": 12.5, \"quantity\": 1.5}")))
                .hasSize(1);
    }

    @Test
    void aDraftIsAPlanThatWhatItWasDraftedFromKeepsTo() {
        var draft = new PlanDraft(KINDS);
        List<Event> events = List.of(
                track("Odd: [name]", "{\"yes\": true, \"1\": 1, \"- x\": \"#\", \"\": [1, \"a\"]}"),
                track("Odd: [name]", "{\"yes\": \"no\", \"1\": 1.5, \"a'b\\\"c\": {\"d\": {\"e\": null}}}"),
                track("true", "{}"),
                identify("{\"email\": \"jane@x.org\"}"));
        events.forEach(draft::add);

        TrackingPlan plan = read(draft.toYaml("shop", Optional.empty()));

        assertThat(plan.events()).containsOnlyKeys("Odd: [name]", "true");
        for (Event event : events) {
            Optional.ofNullable(plan.events().get(event.name()))
                    .ifPresent(schema ->
                            assertThat(schema.violations(event.properties())).isEmpty());
        }
    }

    @Test
    void theLatestEventsOfEachNameAreRemembered() {
        var samples = new EventSamples();
        for (int i = 0; i < 1_000; i++) samples.see(List.of(track("Page Flood", "{}")));
        samples.see(List.of(track("Rare", "{}")));

        assertThat(samples.of("site")).extracting(Event::name).contains("Rare").hasSizeLessThan(200);
        assertThat(samples.of("nobody")).isEmpty();
    }

    private static TrackingPlan read(String yaml) {
        var files = new TreeMap<>(
                Map.of("workspace.yaml", "workspace: shop\ntimezone: Europe/Berlin\n", "plans/shop.yaml", yaml));
        Outcome outcome = WorkspaceReader.read(files, NO_SECRETS, TemplateCheck.LIQUID);
        assertThat(outcome).as(yaml).isInstanceOf(Outcome.Valid.class);
        return Optional.ofNullable(((Outcome.Valid) outcome).workspace().plans().get("shop"))
                .orElseThrow();
    }

    private static final Secrets NO_SECRETS = new Secrets() {
        @Override
        public Optional<String> env(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }
    };

    private static Event track(String name, String properties) {
        return event(EventType.TRACK, name, parse(properties), Value.Fields.NONE);
    }

    private static Event identify(String traits) {
        return event(EventType.IDENTIFY, "identify", Value.Fields.NONE, parse(traits));
    }

    private static Event event(EventType type, String name, Value.Fields properties, Value.Fields traits) {
        return new Event(
                new MessageId("m"),
                type,
                name,
                NOW,
                NOW,
                "site",
                List.of(new Identifier(IdentifierKind.USER, "1")),
                properties,
                traits,
                Value.Fields.NONE);
    }

    private static Value.Fields parse(String json) {
        return ((JsonReader.Parsed.Tree) JsonReader.read(Bytes.utf8(json))).root();
    }
}

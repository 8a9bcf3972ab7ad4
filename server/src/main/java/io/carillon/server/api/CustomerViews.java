package io.carillon.server.api;

import io.carillon.core.entity.customer.ComputedTraits;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.Lineage;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunPosition;
import io.carillon.core.person.Profile;
import io.carillon.core.value.Value;
import io.carillon.server.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A customer as JSON. */
final class CustomerViews {
    private final Engine engine;

    CustomerViews(Engine engine) {
        this.engine = engine;
    }

    Value.Fields profile(CustomerRef ref, Root root) {
        Customer customer = root.customer();
        return new Shape()
                .with("id", id(ref))
                .with("userId", root.links().user().map(Identifier::value))
                .with("identifiers", identifiers(root))
                .with("traits", customer.profile().values())
                .with("computedTraits", ComputedTraits.of(root, engine.knowledge(), engine.now()))
                .with("traitSources", sources(customer.profile()))
                .with("lineage", lineage(customer.profile()))
                .texts("roles", ComputedTraits.rolesOf(root, engine.knowledge(), engine.now()))
                .with("groups", customer.groups().values())
                .with(
                        "timezone",
                        customer.profile()
                                .zone()
                                .orElse(engine.knowledge().zone())
                                .getId())
                .with("subscriptions", subscriptions(customer))
                .with("preferences", PreferenceViews.of(customer.preferences()))
                .texts("segments", segments(root))
                .with("journeys", runs(customer))
                .texts(
                        "mergedIds",
                        root.links().absorbed().stream().map(this::id).toList())
                .texts("parked", List.copyOf(customer.parked()))
                .with("createdAt", customer.bornAt())
                .with("lastSeenAt", customer.seenAt())
                .build();
    }

    private String id(CustomerRef ref) {
        return engine.knowledge().addresses().idOf(ref).text();
    }

    private static List<Value> identifiers(Root root) {
        var identifiers = new ArrayList<Value>();
        for (var identifier : root.links().owned().keySet()) {
            identifiers.add(new Shape()
                    .with("kind", identifier.kind().word())
                    .with("value", identifier.value())
                    .build());
        }
        return identifiers;
    }

    /** Of each trait, who said it and when. */
    private static Value.Fields sources(Profile profile) {
        var sources = new Shape();
        profile.traits()
                .forEach((name, trait) -> sources.with(
                        name,
                        new Shape()
                                .with("source", trait.source())
                                .with("at", trait.stamp().at())
                                .with("messageId", trait.stamp().by().text())
                                .build()));
        return sources.build();
    }

    /** Of each trait, where its value comes from: what was sent, and what rules made of it. */
    private static Value.Fields lineage(Profile profile) {
        var lineage = new Shape();
        profile.traits().forEach((name, trait) -> {
            var shape = new Shape()
                    .with("value", trait.value())
                    .with("raw", trait.raw())
                    .with("source", trait.source())
                    .with("at", trait.stamp().at());
            Optional.ofNullable(trait.lineage().byPath().get("")).ifPresent(of -> say(of, shape));
            var parts = new Shape();
            trait.lineage().byPath().forEach((path, of) -> {
                if (!path.isEmpty())
                    parts.with(path.substring(1), say(of, new Shape()).build());
            });
            Value.Fields said = parts.build();
            lineage.with(
                    name,
                    said.isEmpty() ? shape.build() : shape.with("parts", said).build());
        });
        return lineage.build();
    }

    private static Shape say(Lineage of, Shape shape) {
        of.raw().ifPresent(raw -> shape.with("raw", raw));
        return shape.with("kind", of.kind()).texts("changes", of.changes()).with("reason", of.reason());
    }

    private static List<Value> subscriptions(Customer customer) {
        var subscriptions = new ArrayList<Value>();
        customer.consents()
                .choices()
                .forEach((subscription, consent) -> subscriptions.add(new Shape()
                        .with("channel", subscription.channel().word())
                        .with("topic", subscription.topic().text())
                        .with("subscribed", consent.subscribed())
                        .with("at", consent.at())
                        .with("by", consent.by())
                        .build()));
        return subscriptions;
    }

    private List<String> segments(Root root) {
        return Segments.of(root, engine.knowledge(), engine.now()).stream()
                .map(segment -> segment.id().text())
                .toList();
    }

    private static List<Value> runs(Customer customer) {
        var runs = new ArrayList<Value>();
        for (Run run : customer.runs().active().values()) {
            var shape = new Shape()
                    .with("journey", run.key().journey().text())
                    .with("key", run.key().key())
                    .with("version", run.version())
                    .with("startedAt", run.started().at())
                    .with("step", run.step() + 1L);
            switch (run.position()) {
                case RunPosition.Waiting(var until) -> shape.with("waitsUntil", until);
                case RunPosition.Awaiting(var until, var _) -> shape.with("waitsUntil", until);
                case RunPosition.Calling(var call, var until) ->
                    shape.with("calls", call).with("waitsUntil", until);
                case RunPosition.Sending(var dispatch) -> shape.with("sends", dispatch);
            }
            runs.add(shape.build());
        }
        return runs;
    }
}

package io.carillon.bench;

import io.carillon.core.codec.Bytes;
import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Secrets;
import io.carillon.core.definition.TemplateCheck;
import io.carillon.core.definition.Workspace;
import io.carillon.core.definition.WorkspaceReader;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.identity.SecretKey;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Views of products for a host without HTTP, by seed, and the definitions they meet. */
final class Views {
    /** Segments that ask for what happens; all others ask for something else. */
    static final int CONCERNED = 10;

    private static final Secrets NO_SECRETS = new Secrets() {
        @Override
        public Optional<String> env(String name) {
            return Optional.of("none");
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }
    };

    private final Naming naming;
    private final int people;
    private final SplittableRandom random = new SplittableRandom(7);
    private final Instant began = Instant.now();
    private int count;
    private int visitors;
    private boolean isVisitorKnown;

    Views(Naming naming, int people) {
        this.naming = naming;
        this.people = people;
    }

    /** How an event names its person. */
    enum Naming {
        /** By their user id alone: identity has nothing to do. */
        ALONE,
        /** With a device and an anonymous id that the user has already. */
        LINKED,
        /** As that, and one event in a hundred names an anonymous visitor for the first time, who merges. */
        MERGING
    }

    /** Everybody once, then anybody. */
    Event next() {
        int person = count < people ? count : random.nextInt(people);
        count++;
        var identifiers = new ArrayList<Identifier>();
        if (naming == Naming.MERGING && count > people) {
            if (isVisitorKnown) {
                isVisitorKnown = false;
                identifiers.add(user(person));
                identifiers.add(new Identifier(IdentifierKind.ANONYMOUS, "v" + visitors));
                return event(identifiers);
            }
            if (count % 100 == 0) {
                isVisitorKnown = true;
                visitors++;
                return event(List.of(new Identifier(IdentifierKind.ANONYMOUS, "v" + visitors)));
            }
        }
        identifiers.add(user(person));
        if (naming != Naming.ALONE) {
            identifiers.add(new Identifier(IdentifierKind.DEVICE, "d" + person));
            identifiers.add(new Identifier(IdentifierKind.ANONYMOUS, "a" + person));
        }
        return event(identifiers);
    }

    private static Identifier user(int person) {
        return new Identifier(IdentifierKind.USER, "u" + person);
    }

    private Event event(List<Identifier> identifiers) {
        Instant at = began.plusMillis(count);
        var properties = new TreeMap<String, Value>();
        properties.put("price", Value.of(BigDecimal.valueOf(random.nextInt(100))));
        properties.put("name", Value.of("Lamp " + random.nextInt(1_000)));
        return new Event(
                new MessageId("m" + count),
                EventType.TRACK,
                "Product Viewed",
                at,
                at,
                "site",
                identifiers,
                new Value.Fields(properties),
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    /** Of so many segments ten ask for the event that comes, and all others for events of their own. */
    static Knowledge knowledge(int segments) {
        var files = new TreeMap<String, String>();
        files.put("workspace.yaml", "workspace: bench\ntimezone: Europe/Berlin\n");
        for (int i = 0; i < segments; i++) {
            String event = i < CONCERNED ? "Product Viewed" : "Event " + i;
            String when = switch (i % 5) {
                case 0 -> "{event: %s, count: {atLeast: %d}, within: %dd}".formatted(event, 2 + i % 7, 1 + i % 30);
                case 1 -> "{event: %s, where: {property: price, atLeast: %d}, within: 30d}".formatted(event, i % 90);
                case 2 -> "{event: %s, sum: {of: price, atLeast: %d}, within: 7d}".formatted(event, 500 + i);
                case 3 -> "{all: [{event: %s}, {trait: country, in: [DE, AT]}]}".formatted(event);
                default -> "{event: %s, count: {between: [1, %d]}, within: 90d}".formatted(event, 5 + i % 9);
            };
            files.put("segments/s%d.yaml".formatted(i), "segment: s%d\nwhen: %s\n".formatted(i, when));
        }
        return knowledge(files);
    }

    /** What a host knows of a workspace. */
    static Knowledge knowledge(SortedMap<String, String> files) {
        return Knowledge.of(
                1,
                workspace(files),
                List.of(),
                new Addresses("http://localhost", new SecretKey(Bytes.utf8("the secret of a bench run"))));
    }

    static Workspace workspace(SortedMap<String, String> files) {
        return switch (WorkspaceReader.read(files, NO_SECRETS, TemplateCheck.LIQUID)) {
            case Outcome.Valid(var workspace, var _) -> workspace;
            case Outcome.Invalid(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}

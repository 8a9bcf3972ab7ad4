package io.carillon.testkit.law;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Tracking;
import io.carillon.core.definition.Workspace;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.person.Channel;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.value.Value;
import io.carillon.testkit.Events;
import io.carillon.testkit.Question;
import io.carillon.testkit.condition.Oracle;
import io.carillon.testkit.condition.Past;
import io.carillon.testkit.identity.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** People whose segments are compared with what their whole past says. */
final class SegmentLife implements Life<SegmentAct, SegmentLaw> {
    private final Stage stage;
    private final Space space;
    private final Workspace workspace;
    private final List<Event> events = new ArrayList<>();
    private final List<Question> asked = new ArrayList<>();
    private final TreeSet<Identifier> identifiers = new TreeSet<>();
    private final Findings<SegmentLaw> findings = new Findings<>();

    SegmentLife(Stage stage, Space space, Workspace workspace) {
        this.stage = stage;
        this.space = space;
        this.workspace = workspace;
    }

    @Override
    public void happens(SegmentAct act) {
        switch (act) {
            case SegmentAct.Happens happens -> {
                Event event = event(happens);
                events.add(event);
                identifiers.addAll(event.identifiers());
                asked.add(stage.hand(event));
            }
            case SegmentAct.Repeats(var number) -> {
                if (!events.isEmpty()) stage.hand(events.get(number % events.size()));
            }
        }
    }

    private Event event(SegmentAct.Happens happens) {
        Instant now = stage.now();
        boolean identifies = happens.name().equals(EventType.IDENTIFY.word());
        return new Event(
                new MessageId("m%d-%d".formatted(events.size(), happens.number())),
                identifies ? EventType.IDENTIFY : EventType.TRACK,
                happens.name(),
                now.minus(happens.age()),
                now,
                "site",
                Events.identifiers(space.who(happens.who())),
                happens.properties(),
                happens.traits(),
                Value.Fields.NONE);
    }

    @Override
    public void looks() {
        Instant now = stage.now();
        for (Root root : roots().values()) {
            Past past = past(root);
            if (past.happened().isEmpty()) continue; // not heard of yet
            var oracle = new Oracle(past, Tracking.Bounds.USUAL);
            String id = stage.addresses().idOf(root.links().self()).text();
            for (SegmentDefinition segment : workspace.segments().values()) {
                Condition when = segment.when();
                boolean expected = oracle.holds(when, now);
                boolean listed = stage.host()
                        .host()
                        .row(Segments.membersOf(segment.id()), id)
                        .isPresent();
                boolean known = root.customer().segments().isIn(segment.id());
                if (expected == listed && expected == known) continue;
                findings.none(
                        SegmentLaw.MEMBERS_ARE_THOSE_OF_THE_ORACLE,
                        List.of("at %s %s is %s in %s (%s), listed: %s, known: %s%npast %s"
                                .formatted(now, id, expected ? "" : "not", segment.id(), when, listed, known, past)));
            }
        }
        nobodyElseIsListed();
    }

    private void nobodyElseIsListed() {
        if (stage.host().runsByItself()) return; // others' lives are listed there too
        var ids = new TreeSet<>(roots().keySet());
        for (SegmentDefinition segment : workspace.segments().values()) {
            findings.none(
                    SegmentLaw.MEMBERS_ARE_THOSE_OF_THE_ORACLE,
                    stage.host().host().rows(Segments.membersOf(segment.id()), "", Seen.ROWS_MAX).stream()
                            .map(Row::key)
                            .filter(id -> !ids.contains(id))
                            .toList());
        }
    }

    private SortedMap<String, Root> roots() {
        var roots = new TreeMap<String, Root>();
        for (Identifier identifier : identifiers) {
            Optional<Root> owner = stage.ownerOf(identifier);
            owner.ifPresent(root ->
                    roots.put(stage.addresses().idOf(root.links().self()).text(), root));
        }
        return roots;
    }

    private Past past(Root root) {
        var happened = new ArrayList<Occurrence>();
        for (HistoryEntry entry : history(root)) {
            if (entry instanceof HistoryEntry.Happened(var _, var event, var _)) happened.add(Occurrence.of(event));
        }
        return new Past(
                happened,
                new Past.Person(
                        root.customer().profile().values(),
                        root.customer().consents(),
                        reachable(root),
                        new TreeSet<>(),
                        root.customer().splitKey(),
                        root.customer().profile().zone().orElse(workspace.zone())));
    }

    private SortedSet<Channel> reachable(Root root) {
        boolean hasMail =
                root.links().owned().keySet().stream().anyMatch(owned -> owned.kind() == IdentifierKind.EMAIL);
        boolean isReachable = hasMail && workspace.provider(Channel.EMAIL).isPresent();
        return new TreeSet<>(isReachable ? List.of(Channel.EMAIL) : List.of());
    }

    private List<HistoryEntry> history(Root root) {
        var born = new TreeSet<>(root.links().absorbed());
        born.add(root.links().self());
        return born.stream()
                .map(CustomerRef::address)
                .distinct()
                .flatMap(address -> stage.host().history(address).reversed().stream())
                .map(HistoryRow::content)
                .map(HistoryCodec.ROWS::decode)
                .toList();
    }

    /** Whoever got no answer, as the process died, hands it in again. */
    @Override
    public void ends(int ending) {
        for (int i = 0; i < events.size(); i++) {
            if (!asked.get(i).isAnswered()) asked.set(i, stage.hand(events.get(i)));
        }
    }

    @Override
    public Findings<SegmentLaw> findings() {
        looks();
        for (Root root : roots().values()) {
            if (!root.links().absorbed().isEmpty()) continue; // whoever was absorbed left by being absorbed
            movesAlternate(root);
        }
        return findings;
    }

    private void movesAlternate(Root root) {
        var in = new TreeSet<String>();
        var wrong = new ArrayList<HistoryEntry>();
        for (HistoryEntry entry : history(root)) {
            if (!(entry instanceof HistoryEntry.Moved(var _, var segment, var entered))) continue;
            if (entered ? !in.add(segment.text()) : !in.remove(segment.text())) wrong.add(entry);
        }
        findings.none(SegmentLaw.MOVES_ALTERNATE, wrong);
        findings.none(
                SegmentLaw.MOVES_ALTERNATE,
                workspace.segments().keySet().stream()
                        .filter(id -> root.customer().segments().isIn(id) != in.contains(id.text()))
                        .toList());
    }
}

package io.carillon.server.api;

import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Explainer;
import io.carillon.core.condition.Judgement;
import io.carillon.core.entity.backfill.BackfillState;
import io.carillon.core.entity.customer.CustomerSubject;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.host.Row;
import io.carillon.core.segment.Membership;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Segments, who is in them, and why. */
public final class SegmentsApi {
    private final Engine engine;
    private final Customers customers;

    public SegmentsApi(Engine engine) {
        this.engine = engine;
        customers = new Customers(engine);
    }

    public void addTo(Api api) {
        api.get("/api/segments", _ -> Answer.json(200, list()));
        api.get("/api/segments/{id}", request -> of(request, segment -> Answer.json(200, whole(segment))));
        api.get("/api/segments/{id}/members", request -> of(request, segment -> members(request, segment)));
        api.get("/api/segments/{id}/why", request -> of(request, segment -> why(request, segment)));
    }

    private Value.Fields list() {
        List<Value.Fields> segments = engine.knowledge().segments().stream()
                .map(segment -> view(segment).build())
                .toList();
        return Shape.page(segments, Optional.empty());
    }

    private Shape view(SegmentDefinition segment) {
        return new Shape()
                .with("id", segment.id().text())
                .with("name", segment.name())
                .with("size", engine.host().count(Segments.membersOf(segment.id())));
    }

    private Value.Fields whole(SegmentDefinition segment) {
        return view(segment)
                .with("definition", definition(segment.id()))
                .with("backfill", backfill(segment))
                .build();
    }

    /** The text that defines it. */
    private Optional<String> definition(SegmentId segment) {
        return engine.workspace()
                .map(workspace -> workspace.segments().get(segment))
                .flatMap(_ -> engine.current()
                        .flatMap(now -> now.files().texts().entrySet().stream()
                                .filter(file -> defines(file, segment))
                                .map(Map.Entry::getValue)
                                .findFirst()));
    }

    /** Whichever form the line has, {@code segment: id} is in it. */
    private static boolean defines(Map.Entry<String, String> file, SegmentId segment) {
        if (!file.getKey().startsWith("segments/")) return false;
        return file.getValue()
                .lines()
                .anyMatch(line -> line.replaceAll("[\"',{}]|#.*", " ")
                        .strip()
                        .matches("segment\\s*:\\s*" + Pattern.quote(segment.text()) + "(\\s.*)?"));
    }

    private Value.Fields backfill(SegmentDefinition segment) {
        BackfillState state = engine.backfill();
        boolean isCurrent = state.version().equals(BackfillState.versionOf(engine.knowledge()));
        if (!isCurrent) return new Shape().with("state", "waiting").build();
        boolean isConcerned = state.segments().contains(segment.id().text());
        if (!isConcerned) return new Shape().with("state", "done").build();
        return new Shape()
                .with("state", state.isFinished() ? "done" : "running")
                .with("done", state.done())
                .with("total", state.total())
                .with("startedAt", state.startedAt())
                .with("finishedAt", state.finishedAt().map(Instant::toString))
                .with(
                        "countedFrom",
                        RetentionViews.countedFrom(segment, state, engine).map(Instant::toString))
                .build();
    }

    private Answer members(Request request, SegmentDefinition segment) {
        return switch (Paging.of(request)) {
            case Paging.Asked.Wrongly(var answer) -> answer;
            case Paging.Asked.For(var paging) -> {
                List<Row> rows =
                        engine.host().rows(Segments.membersOf(segment.id()), paging.after(), paging.limit() + 1);
                Page<Row> page = Page.of(rows, paging.limit(), Row::key);
                List<Value.Fields> members = page.items().stream()
                        .map(row -> new Shape().with("id", row.key()).build())
                        .toList();
                yield Answer.json(200, Shape.page(members, page.next()));
            }
        };
    }

    private Answer why(Request request, SegmentDefinition segment) {
        return customers.show(request.query("customer").orElse(""), found -> Answer.json(200, why(found, segment)));
    }

    private Value.Fields why(Answers.Found found, SegmentDefinition segment) {
        Instant now = engine.now();
        var knowledge = engine.knowledge();
        var subject = new CustomerSubject(found.root(), knowledge);
        Judgement judgement = Evaluator.judge(segment.when(), subject, now);
        Optional<Membership> stored = found.root().customer().segments().get(segment.id());
        // An instant to look again is no news where the answer stays the same.
        Optional<Instant> until =
                judgement.changesAt().filter(at -> Evaluator.holds(segment.when(), subject, at) != judgement.holds());
        return new Shape()
                .with("segment", segment.id().text())
                .with("customer", knowledge.addresses().idOf(found.customer()).text())
                .with("in", judgement.holds())
                .with(
                        "since",
                        stored.filter(membership -> membership.in() && judgement.holds())
                                .map(membership -> membership.since().toString()))
                .with("until", until.map(Instant::toString))
                .with("complete", found.root().customer().behaviour().isCompleteFor(knowledge.behaviours()))
                .with("because", Explanations.of(Explainer.explain(segment.when(), subject, now)))
                .build();
    }

    private interface View {
        Answer of(SegmentDefinition segment);
    }

    private Answer of(Request request, View view) {
        var id = new SegmentId(request.path("id"));
        return engine.knowledge().segments().stream()
                .filter(segment -> segment.id().equals(id))
                .findFirst()
                .map(view::of)
                .orElseGet(() -> Answer.error(404, "no_such_segment", "there is no segment with this id"));
    }
}

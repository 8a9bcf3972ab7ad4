package io.carillon.server.api;

import io.carillon.core.entity.Segments;
import io.carillon.core.host.Row;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Engine;
import java.util.List;
import java.util.Optional;

/** Segments and who is in them. */
public final class SegmentsApi {
    private final Engine engine;

    public SegmentsApi(Engine engine) {
        this.engine = engine;
    }

    public void addTo(Api api) {
        api.get("/api/segments", _ -> Answer.json(200, list()));
        api.get("/api/segments/{id}", request -> of(request, segment -> Answer.json(200, view(segment))));
        api.get("/api/segments/{id}/members", request -> of(request, segment -> members(request, segment)));
    }

    private Value.Fields list() {
        List<Value.Fields> segments =
                engine.knowledge().segments().stream().map(this::view).toList();
        return Shape.page(segments, Optional.empty());
    }

    private Value.Fields view(SegmentDefinition segment) {
        return new Shape()
                .with("id", segment.id().text())
                .with("name", segment.name())
                .with("size", engine.host().count(Segments.membersOf(segment.id())))
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

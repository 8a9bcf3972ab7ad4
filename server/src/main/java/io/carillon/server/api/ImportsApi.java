package io.carillon.server.api;

import io.carillon.connectors.mapping.Conversions;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.imports.ImportOrder;
import io.carillon.server.imports.ImportProgress;
import io.carillon.server.imports.Imports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes files in: an order, then its file; how far each is; what was rejected. */
public final class ImportsApi {
    /** A mapping has at most a million characters. */
    private static final int ORDER_BYTES_MAX = 5 << 20;

    private final Imports imports;
    private final Conversions conversions;
    private final Supplier<Instant> now;

    public ImportsApi(Imports imports, Conversions conversions, Supplier<Instant> now) {
        this.imports = imports;
        this.conversions = conversions;
        this.now = now;
    }

    public void addTo(Api api) {
        api.get("/api/imports", _ -> list());
        api.post("/api/imports", this::order);
        api.put("/api/imports/{id}/file", this::take);
        api.get("/api/imports/{id}", request -> of(request, view -> Answer.json(200, shape(view))));
        api.get("/api/imports/{id}/rejects", request -> of(request, this::rejects));
        api.on("DELETE", "/api/imports/{id}", request -> of(request, this::stop));
    }

    private Answer list() {
        try {
            return Answer.json(
                    200,
                    Shape.page(imports.list().stream().map(ImportsApi::shape).toList(), Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer order(Request request) {
        return switch (JsonBody.of(request, ORDER_BYTES_MAX)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var fields) -> {
                try {
                    Optional<String> name = imports.expect(ImportOrder.of(fields, now.get()), conversions);
                    yield name.map(it -> Answer.json(
                                    201,
                                    new Shape()
                                            .with("id", it)
                                            .with("upload", "/api/imports/" + it + "/file")
                                            .build()))
                            .orElseGet(() ->
                                    Answer.error(429, "too_many_waiting", "too many imports wait for their file"));
                } catch (IllegalArgumentException e) {
                    yield Answer.error(400, "bad_import", String.valueOf(e.getMessage()));
                }
            }
        };
    }

    private Answer take(Request request) {
        return switch (imports.take(request.path("id"), request.stream())) {
            case Imports.Sent.Here(var view) -> Answer.json(202, shape(view));
            case Imports.Sent.Unknown _ ->
                Answer.error(404, "not_found", "no import waits for a file under this id; POST /api/imports first");
            case Imports.Sent.TooLarge(var why) -> Answer.error(413, "too_large", why);
            case Imports.Sent.Broken(var why) -> Answer.error(400, "broken_file", why);
        };
    }

    private Answer rejects(Imports.View view) {
        Path file = imports.rejects(view.id());
        return Answer.written("text/csv; charset=utf-8", out -> {
                    if (Files.exists(file)) Files.copy(file, out);
                })
                .with("Content-Disposition", "attachment; filename=\"%s-rejects.csv\"".formatted(view.id()));
    }

    private Answer stop(Imports.View view) {
        try {
            imports.stop(view.id());
            return Answer.json(
                    202, imports.find(view.id()).map(ImportsApi::shape).orElse(shape(view)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer of(Request request, Function<Imports.View, Answer> answer) {
        try {
            return imports.find(request.path("id"))
                    .map(answer)
                    .orElseGet(() -> Answer.error(404, "not_found", "there is no such import"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the mapping, which may be long. */
    private static Value.Fields shape(Imports.View view) {
        ImportOrder order = view.order();
        ImportProgress progress = view.progress();
        var shape = new Shape()
                .with("id", view.id())
                .with("source", order.source())
                .with("file", order.file())
                .with("dryRun", order.dryRun())
                .with("consentBasis", order.basis().map(basis -> basis.text()))
                .with("createdAt", order.at());
        progress.toValue().fields().forEach((name, value) -> {
            if (!name.equals("rejectBytes")) shape.with(name, value);
        });
        if (view.rowsPerSecond() > 0) shape.with("rowsPerSecond", view.rowsPerSecond());
        if (view.secondsLeft() >= 0 && !progress.status().isOver()) shape.with("secondsLeft", view.secondsLeft());
        return shape.build();
    }
}

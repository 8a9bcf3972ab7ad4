package io.carillon.server.api;

import io.carillon.core.condition.Condition;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.workspace.WorkspaceFiles;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Engine;
import io.carillon.server.runtime.Preview;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many people a condition means before it is published, and some of them. */
public final class PreviewApi {
    private static final SegmentId NAME = new SegmentId("preview-of-a-condition");
    private static final String FILE = "segments/preview-of-a-condition.yaml";
    private static final String BEFORE = "{\"segment\": \"" + NAME.text() + "\", \"when\": ";
    private static final WorkspaceFiles EMPTY =
            new WorkspaceFiles(new TreeMap<>(Map.of("workspace.yaml", "workspace: preview\ntimezone: UTC\n")));
    private static final int SECONDS_DEFAULT = 2;
    private static final int EVALUATIONS_PER_SECOND = 10_000;
    private static final int SAMPLE = 10;

    private final Engine engine;
    private final WorkspaceApi.Reading reading;
    private final CustomerViews views;

    /** @param reading reads conditions as a workspace's files say them */
    public PreviewApi(Engine engine, WorkspaceApi.Reading reading) {
        this.engine = engine;
        this.reading = reading;
        views = new CustomerViews(engine);
    }

    public void addTo(Api api) {
        api.post("/api/segments/preview", this::preview);
    }

    private Answer preview(Request request) {
        String seconds = request.query("budget").orElse(SECONDS_DEFAULT + "s");
        if (!seconds.matches("([1-9]|[1-5][0-9]|60)s")) {
            return Answer.error(400, "bad_budget", "budget is not a number of seconds from 1s to 60s");
        }
        int budget = Integer.parseInt(seconds.substring(0, seconds.length() - 1));
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var body) ->
                body.get("when")
                        .map(when -> preview(
                                when,
                                new Preview.Budget(
                                        Duration.ofSeconds(budget), budget * EVALUATIONS_PER_SECOND, SAMPLE)))
                        .orElseGet(() -> Answer.error(400, "bad_condition", "expected {\"when\": {…}}"));
        };
    }

    private Answer preview(Value when, Preview.Budget budget) {
        var texts = new TreeMap<>(
                engine.current().map(Engine.Current::files).orElse(EMPTY).texts());
        texts.put(FILE, BEFORE + Json.write(when) + "}");
        return switch (reading.read(new WorkspaceFiles(texts))) {
            case OperationsApi.Reload.Outcome.Wrong(var problems) -> refused(problems);
            case OperationsApi.Reload.Outcome.NoFolder _ -> refused(List.of("there is no workspace"));
            case OperationsApi.Reload.Outcome.Read(var definitions) ->
                Optional.ofNullable(definitions.workspace().segments().get(NAME))
                        .map(segment -> preview(segment.when(), budget))
                        .orElseGet(() -> refused(List.of("when is no condition")));
        };
    }

    private Answer preview(Condition condition, Preview.Budget budget) {
        return switch (engine.preview().count(condition, budget)) {
            case Preview.Outcome.Busy _ ->
                Answer.error(429, "busy", "another preview is under way; send it again")
                        .with("Retry-After", "1");
            case Preview.Outcome.Counted(var count, var exact, var error, var looked, var sample) ->
                Answer.json(
                        200,
                        new Shape()
                                .with("count", count)
                                .with("exact", exact)
                                .with("error", error)
                                .with("looked", looked)
                                .with(
                                        "sample",
                                        sample.stream().map(this::person).toList())
                                .build());
        };
    }

    private Value.Fields person(Root root) {
        return views.profile(root.links().self(), root);
    }

    private static Answer refused(List<String> problems) {
        List<String> said = problems.stream().map(PreviewApi::inTheCondition).toList();
        return Answer.json(
                400,
                new Shape()
                        .with("error", Answer.errorValue("bad_condition", said.getFirst()))
                        .texts("problems", said)
                        .build());
    }

    /** {@code when:1:12: …}, the place counted in the condition as it is written on one line. */
    private static String inTheCondition(String problem) {
        String start = FILE + ":1:";
        int end = problem.indexOf(':', start.length());
        if (!problem.startsWith(start) || end < 0) return problem;
        int column = Integer.parseInt(problem.substring(start.length(), end)) - BEFORE.length();
        return "when:1:" + Math.max(1, column) + problem.substring(end);
    }
}

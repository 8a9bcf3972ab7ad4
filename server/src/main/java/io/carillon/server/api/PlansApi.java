package io.carillon.server.api;

import io.carillon.core.event.Event;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.plan.EventSamples;
import io.carillon.server.plan.KindGuess;
import io.carillon.server.plan.PlanDraft;
import java.util.List;
import java.util.Optional;

/** A tracking plan, drafted from the latest events of a source. */
public final class PlansApi {
    private final EventSamples samples;
    private final KindGuess kinds;

    public PlansApi(EventSamples samples, KindGuess kinds) {
        this.samples = samples;
        this.kinds = kinds;
    }

    public void addTo(Api api) {
        api.get("/api/plans/draft", this::draft);
    }

    private Answer draft(Request request) {
        Optional<String> source = request.query("source").filter(name -> !name.isBlank());
        if (source.isEmpty()) {
            return Answer.error(400, "missing_source", "say whose events: ?source=NAME, as a file in sources/ has it");
        }
        List<Event> events = samples.of(source.get());
        if (events.isEmpty()) {
            return Answer.error(404, "nothing_seen", "no event of this source was taken in since the server started");
        }
        var draft = new PlanDraft(kinds);
        events.forEach(draft::add);
        return Answer.json(
                200,
                new Shape()
                        .with("source", source.get())
                        .with("events", draft.seen())
                        .with("yaml", draft.toYaml(source.get(), source))
                        .build());
    }
}

package io.carillon.server.api;

import io.carillon.core.audit.FieldStats;
import io.carillon.core.audit.Noted;
import io.carillon.core.audit.SourceDay;
import io.carillon.core.audit.judge.Dimension;
import io.carillon.core.audit.judge.Finding;
import io.carillon.core.audit.judge.Refusals;
import io.carillon.core.audit.judge.Scores;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Audits;
import io.carillon.server.runtime.Engine;
import io.carillon.server.runtime.Judgement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** How good the data of each source are: findings, scores with their trend, and the figures of each field. */
public final class AuditApi {
    private static final int FIELDS_MAX = 5_000;
    private static final int EXAMPLES_MAX = 5;

    private final Engine engine;

    public AuditApi(Engine engine) {
        this.engine = engine;
    }

    public void addTo(Api api) {
        api.get("/api/quality/findings", this::findings);
        api.get("/api/quality/scores", this::scores);
        api.get("/api/quality/fields", this::fields);
    }

    private List<Judgement> judgements(Request request) {
        Audits audits = engine.audits();
        Optional<String> wanted = request.query("source");
        var judgements = new ArrayList<Judgement>();
        for (String source : audits.sources()) {
            if (wanted.isPresent() && !wanted.get().equals(source)) continue;
            audits.judge(source, engine.now()).ifPresent(judgements::add);
        }
        if (wanted.isEmpty() || wanted.get().equals(Refusals.SOURCE)) {
            audits.judgeIdentity(engine.now())
                    .filter(it -> !it.findings().isEmpty())
                    .ifPresent(judgements::add);
        }
        return judgements;
    }

    private Answer findings(Request request) {
        var items = new ArrayList<Value>();
        for (Judgement judgement : judgements(request)) {
            for (Finding finding : judgement.findings()) items.add(shown(judgement, finding));
        }
        return Answer.json(200, Shape.page(items, Optional.empty()));
    }

    private static Value shown(Judgement judgement, Finding finding) {
        var shape = new Shape()
                .with("source", finding.about().source())
                .with("kind", finding.kind().word())
                .with("dimension", finding.kind().dimension().word())
                .with("severity", finding.severity().word())
                .with("event", finding.about().event())
                .with("field", finding.about().field())
                .with("what", finding.what())
                .with("count", finding.amount().count())
                .with("of", finding.amount().of())
                .with("share", share(finding.amount().share()));
        finding.amount().usual().ifPresent(usual -> shape.with("usual", share(usual)));
        return shape.with("since", judgement.since(finding))
                .texts("examples", finding.examples())
                .with("fix", finding.fix())
                .build();
    }

    private static Value share(double share) {
        return Value.of(BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP));
    }

    private Answer scores(Request request) {
        List<Judgement> judgements = judgements(request);
        return Answer.json(
                200, Shape.page(judgements.stream().map(AuditApi::score).toList(), Optional.empty()));
    }

    private static Value.Fields score(Judgement judgement) {
        var dimensions = new Shape();
        for (Map.Entry<Dimension, Integer> each :
                Scores.ofDimensions(judgement.findings()).entrySet()) {
            dimensions.with(each.getKey().word(), each.getValue());
        }
        var trend = new ArrayList<Value>();
        LocalDate today = judgement.evidence().today().day();
        judgement.state().scores().forEach((day, score) -> {
            if (day.isBefore(today)) trend.add(point(day, score));
        });
        trend.add(point(today, judgement.score()));
        return new Shape()
                .with("source", judgement.source())
                .with("score", judgement.score())
                .with("findings", judgement.findings().size())
                .with("events", judgement.evidence().today().count())
                .with("days", judgement.evidence().past().size())
                .with("dimensions", dimensions.build())
                .with("trend", trend)
                .build();
    }

    private static Value point(LocalDate day, int score) {
        return new Shape().with("day", day.toString()).with("score", score).build();
    }

    private Answer fields(Request request) {
        var items = new ArrayList<Value>();
        for (Judgement judgement : judgements(request)) {
            SortedMap<String, Integer> scores = Scores.ofFields(judgement.findings());
            SourceDay day = latest(judgement);
            day.events().forEach((name, stats) -> {
                var of = new Of(judgement.source(), name, scores);
                add(of, "", stats.fields(), items);
            });
        }
        return Answer.json(200, Shape.page(items.subList(0, Math.min(FIELDS_MAX, items.size())), Optional.empty()));
    }

    /** Today, or while nothing came today, the last day on which something did. */
    private static SourceDay latest(Judgement judgement) {
        SourceDay today = judgement.evidence().today();
        return today.isEmpty() ? judgement.state().today().orElse(today) : today;
    }

    private record Of(String source, String event, SortedMap<String, Integer> scores) {}

    private static void add(Of of, String path, FieldStats parent, List<Value> items) {
        long objects = Optional.ofNullable(parent.shapes().get(io.carillon.core.audit.Shape.OBJECT))
                .map(Noted::count)
                .orElse(0L);
        parent.within().forEach((name, stats) -> {
            String inner = path.isEmpty() ? name : path + "." + name;
            boolean isPart = path.isEmpty(); // properties and traits themselves are no fields
            if (!isPart) items.add(field(of, inner, name.equals(FieldStats.ITEM) ? stats.present() : objects, stats));
            add(of, inner, stats, items);
        });
    }

    private static Value field(Of of, String path, long objects, FieldStats stats) {
        var types = new Shape();
        stats.shapes().forEach((shape, noted) -> types.with(shape.word(), noted.count()));
        return new Shape()
                .with("source", of.source())
                .with("event", of.event())
                .with("field", path)
                .with(
                        "score",
                        Optional.ofNullable(of.scores().get(of.event() + "|" + path))
                                .orElse(100))
                .with("seen", objects)
                .with("filled", stats.filled())
                .with("completeness", share(ratio(stats.filled(), objects)))
                .with("validity", share(1 - ratio(stats.invalidCount(), stats.filled())))
                .with("changed", stats.changed())
                .with("distinct", stats.distinct().distinct())
                .with(
                        "uniqueness",
                        share(1
                                - ratio(
                                        stats.distinct().repeats(),
                                        stats.distinct().sampled())))
                .with("types", types.build())
                .texts(
                        "top",
                        stats.top().top().stream()
                                .filter(top -> top.count() > 2)
                                .map(top -> top.shown() + " ×" + top.count())
                                .limit(EXAMPLES_MAX)
                                .toList())
                .build();
    }

    private static double ratio(long count, long of) {
        return of == 0 ? 0 : Math.min(1, (double) count / of);
    }
}

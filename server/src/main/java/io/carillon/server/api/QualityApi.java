package io.carillon.server.api;

import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.entity.quality.QualityMessage;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Row;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.ArrayList;
import java.util.Optional;

/** What was wrong with the data, by source and reason; under {@code identity} what nobody could link. */
public final class QualityApi {
    private static final int SOURCES_MAX = 1_000;
    private final Engine engine;
    private final IdentityFindings identities;

    public QualityApi(Engine engine) {
        this.engine = engine;
        identities = new IdentityFindings(engine);
    }

    public void addTo(Api api) {
        api.get("/api/quality", this::list);
    }

    private Answer list(Request request) {
        var items = new ArrayList<Value>();
        for (Row source : engine.host().rows(QualityKind.SOURCES, "", SOURCES_MAX)) {
            Asking.Outcome outcome =
                    engine.asking().ask(QualityKind.of(source.key()), Lane.URGENT, QualityMessage.Show::new);
            if (!(outcome instanceof Asking.Outcome.Answered(QualityMessage.Answer(var name, var state)))) {
                return Customers.refusal(outcome);
            }
            state.findings()
                    .forEach((reason, finding) -> items.add(new Shape()
                            .with("source", name)
                            .with("reason", reason)
                            .with("count", finding.count())
                            .with("example", finding.example())
                            .with("lastAt", finding.lastAt())
                            .build()));
        }
        items.addAll(identities.findings());
        return Answer.json(200, Shape.page(items, Optional.empty()));
    }
}

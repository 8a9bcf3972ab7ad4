package io.carillon.server.api;

import io.carillon.core.entity.duplicate.DuplicateRow;
import io.carillon.core.entity.duplicate.DuplicateStatus;
import io.carillon.core.entity.duplicate.ScanState;
import io.carillon.core.entity.duplicate.Suggestion;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.value.Value;
import io.carillon.server.duplicates.DuplicateDecisions;
import io.carillon.server.duplicates.DuplicateSearch;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Engine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code /api/duplicates}: customers that are probably one person, why, and what is decided of them. */
public final class DuplicatesApi {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Answer NOT_OPEN =
            Answer.error(404, "not_open", "there is no such pair, or it is decided; expected the id of an open one");
    private static final Answer BUSY = Answer.error(503, "late", "nothing was decided, as the host is busy; ask again")
            .with("Retry-After", "5");

    private final Engine engine;
    private final DuplicateSearch search;
    private final DuplicateDecisions decisions;

    public DuplicatesApi(Engine engine, DuplicateSearch search, DuplicateDecisions decisions) {
        this.engine = engine;
        this.search = search;
        this.decisions = decisions;
    }

    public void addTo(Api api) {
        api.get("/api/duplicates", this::list);
        api.get("/api/duplicates/search", _ -> Answer.json(200, searchView()));
        api.post("/api/duplicates/search", _ -> {
            search.request();
            return Answer.json(202, new Shape().with("success", true).build());
        });
        api.post("/api/duplicates/{id}/accept", request -> decide(request, DuplicateStatus.ACCEPTED));
        api.post("/api/duplicates/{id}/reject", request -> decide(request, DuplicateStatus.REJECTED));
    }

    private Answer list(Request request) {
        String word = request.query("status").orElse(DuplicateStatus.OPEN.word());
        Optional<DuplicateStatus> status = DuplicateStatus.ofWord(word);
        if (status.isEmpty()) {
            return Answer.error(400, "bad_status", "status is not one of open, accepted, rejected");
        }
        return switch (Paging.of(request)) {
            case Paging.Asked.Wrongly(var answer) -> answer;
            case Paging.Asked.For(var paging) -> {
                String prefix = DuplicateRow.prefix(status.get());
                List<Row> rows =
                        engine.host().rows(DuplicateRow.TABLE, prefix + paging.after(), paging.limit() + 1).stream()
                                .takeWhile(row -> row.key().startsWith(prefix))
                                .toList();
                Page<Value.Fields> page = Page.of(
                                rows, paging.limit(), row -> row.key().substring(prefix.length()))
                        .map(row -> view(DuplicateRow.Stored.ROWS.decode(row.value()), status.get()));
                yield Answer.json(200, Shape.page(page.items(), page.next()));
            }
        };
    }

    private Value.Fields view(DuplicateRow row, DuplicateStatus status) {
        Suggestion suggestion = row.suggestion();
        return new Shape()
                .with("id", row.id())
                .with("status", status.word())
                .texts("customers", List.of(id(suggestion.one()), id(suggestion.other())))
                .with(
                        "probability",
                        Value.of(BigDecimal.valueOf(suggestion.millionths(), 6).stripTrailingZeros()))
                .with("bits", bits(suggestion.hundredths()))
                .with("for", reasons(suggestion, reason -> reason.hundredths() > 0))
                .with("against", reasons(suggestion, reason -> reason.hundredths() < 0))
                .with("at", suggestion.at())
                .build();
    }

    private String id(CustomerRef customer) {
        return engine.knowledge().addresses().idOf(customer).text();
    }

    private static List<Value.Fields> reasons(Suggestion suggestion, Predicate<Suggestion.Reason> wanted) {
        return suggestion.reasons().stream()
                .filter(wanted)
                .map(DuplicatesApi::reason)
                .toList();
    }

    private static Value.Fields reason(Suggestion.Reason reason) {
        var shape = new Shape();
        if (!reason.column().isEmpty()) {
            shape.with("column", reason.column()).texts("values", List.of(reason.left(), reason.right()));
        }
        return shape.with("words", reason.words())
                .with("bits", bits(reason.hundredths()))
                .build();
    }

    private static Value bits(long hundredths) {
        return Value.of(BigDecimal.valueOf(hundredths, 2).stripTrailingZeros());
    }

    private Value.Fields searchView() {
        ScanState state = search.state();
        DuplicateSearch.Progress progress = search.progress();
        boolean wasEver = !state.equals(ScanState.NONE);
        return new Shape()
                .with("stage", progress.stage())
                .with("looked", progress.looked())
                .with("total", progress.total())
                .with("startedAt", wasEver ? Optional.of(state.startedAt().toString()) : Optional.empty())
                .with("finishedAt", wasEver ? state.finishedAt().map(Object::toString) : Optional.empty())
                .with("customers", state.customers())
                .with("pairs", state.pairs())
                .build();
    }

    private Answer decide(Request request, DuplicateStatus status) {
        String id = request.path("id");
        if (!ID.matcher(id).matches()) return NOT_OPEN;
        DuplicateDecisions.Outcome outcome =
                status == DuplicateStatus.ACCEPTED ? decisions.accept(id) : decisions.reject(id);
        return switch (outcome) {
            case DuplicateDecisions.Outcome.Decided _ ->
                Answer.json(202, new Shape().with("success", true).build());
            case DuplicateDecisions.Outcome.NotOpen _ -> NOT_OPEN;
            case DuplicateDecisions.Outcome.Busy _ -> BUSY;
        };
    }
}

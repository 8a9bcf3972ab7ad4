package io.carillon.server.api;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.Decision;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.InWords;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.host.Host;
import io.carillon.core.message.DispatchId;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What happened to a customer, newest first: their own rows, and those of every customer they absorbed. */
final class Timelines {
    private final Host<?> host;
    private final Supplier<ZoneId> companyZone;

    Timelines(Host<?> host, Supplier<ZoneId> companyZone) {
        this.host = host;
        this.companyZone = companyZone;
    }

    Value.Fields timeline(Answers.Found customer, Paging paging) {
        var rows = new NewestFirst(host, customer.root().links(), paging.after());
        var items = new ArrayList<Value>();
        while (items.size() < paging.limit() && rows.hasNext()) items.add(TimelineViews.of(rows.next()));
        return Shape.page(items, rows.hasNext() ? Optional.of(Paging.cursor(rows.position())) : Optional.empty());
    }

    /** Each decision once, with everything that came of it. */
    Value.Fields decisions(Answers.Found customer, Paging paging) {
        ZoneId zone = customer.root().customer().profile().zone().orElseGet(companyZone);
        var rows = new NewestFirst(host, customer.root().links(), paging.after());
        Map<DispatchId, List<Decision>> rowsOf = new LinkedHashMap<>();
        var items = new ArrayList<Value>();
        while (items.size() < paging.limit() && rows.hasNext()) {
            if (!(rows.next() instanceof HistoryEntry.Decided(var decision))) continue;
            rowsOf.computeIfAbsent(decision.id(), _ -> new ArrayList<>()).addFirst(decision);
            // The oldest row is the decision itself; it alone knows its journey's version.
            if (!decision.journeyVersion().isEmpty())
                items.add(view(rowsOf.getOrDefault(decision.id(), List.of()), zone));
        }
        return Shape.page(items, rows.hasNext() ? Optional.of(Paging.cursor(rows.position())) : Optional.empty());
    }

    private Value view(List<Decision> rows, ZoneId zone) {
        Decision made = rows.getFirst();
        var reasons = new ArrayList<Value>();
        for (Decision row : rows) {
            for (Reason reason : row.reasons()) {
                reasons.add(new Shape()
                        .with("gate", reason.gate().word())
                        .with("passed", reason.passed())
                        .with("detail", reason.detail())
                        .with("at", row.at())
                        .build());
            }
        }
        return new Shape()
                .with("id", made.id().text())
                .with("at", made.at())
                .with("journey", made.intent().run().journey().text())
                .with("journeyVersion", made.journeyVersion())
                .with("key", made.intent().run().key())
                .with("step", made.intent().step().text())
                .with("message", made.message().text())
                .with("outcome", status(made))
                .with("until", rows.getLast().until().map(Instant::toString))
                .with("explanation", InWords.of(rows, zone))
                .with("channel", made.chosen().map(channel -> channel.word()))
                .texts(
                        "candidates",
                        made.candidates().stream()
                                .map(channel -> channel.word())
                                .toList())
                .with("propensity", Value.of(BigDecimal.valueOf(made.propensity())))
                .with("knowledgeVersion", made.knowledgeVersion())
                .with("reasons", reasons)
                .build();
    }

    /** As it is now; a decision against is its own last word. */
    private String status(Decision made) {
        Optional<Bytes> row = host.row(Messages.MESSAGES, made.id().text());
        return row.map(MessageRow.Stored.ROWS::decode)
                .map(MessageRow::dispatch)
                .map(Dispatch::status)
                .orElse(made.status())
                .word();
    }

    static HistoryEntry entry(Bytes row) {
        return HistoryCodec.ROWS.decode(row);
    }
}

package io.carillon.server.imports;

import io.carillon.cleanse.email.EmailAddresses;
import io.carillon.cleanse.phone.PhoneNumbers;
import io.carillon.connectors.file.Entry;
import io.carillon.connectors.mapping.Flaw;
import io.carillon.connectors.mapping.Mapped;
import io.carillon.connectors.mapping.Mapper;
import io.carillon.connectors.mapping.Outgoing;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import io.carillon.server.collect.HistoryReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What each row of an import hands in, or why it hands in nothing. Gives the same for the same row, however often. */
final class Rows {
    /** As a call that arrives by HTTP. In UTF-16 units. */
    private static final int CALL_LENGTH_MAX = 32 * 1024;

    private final Mapper mapper;
    private final HistoryReader reader;
    private final ImportOrder order;
    private final String id;
    private final Supplier<List<Topic>> topics;

    /**
     * Reads the rows of one import.
     *
     * @param id of the import
     * @param topics of today
     */
    Rows(Mapper mapper, HistoryReader reader, ImportOrder order, String id, Supplier<List<Topic>> topics) {
        this.mapper = mapper;
        this.reader = reader;
        this.order = order;
        this.id = id;
        this.topics = topics;
    }

    /** @param submissions none when the row is rejected or says nothing */
    record Row(long number, long line, List<Submission> submissions, List<RowFlaw> flaws) {
        boolean isRejected() {
            return flaws.stream().anyMatch(RowFlaw::isFatal);
        }
    }

    Row of(Entry entry) {
        return switch (entry) {
            case Entry.Unreadable bad ->
                new Row(
                        bad.row(),
                        bad.line(),
                        List.of(),
                        List.of(RowFlaw.of(new Flaw(bad.column(), bad.value(), bad.reason(), true))));
            case Entry.Read(var number, var line, var fields) -> of(number, line, mapper.map(fields));
        };
    }

    Row of(long number, long line, Mapped mapped) {
        var flaws = new ArrayList<RowFlaw>();
        mapped.flaws().forEach(flaw -> flaws.add(RowFlaw.of(flaw)));
        var submissions = new ArrayList<Submission>();
        int index = 0;
        for (Outgoing said : mapped.said()) {
            switch (said) {
                case Outgoing.Call call -> event(call, number, index, flaws).ifPresent(submissions::add);
                case Outgoing.Suppress(var channel, var address, var why) ->
                    endpoint(channel, address, flaws)
                            .ifPresent(endpoint -> submissions.add(
                                    new Submission.Suppressed(endpoint, "%s (import %s)".formatted(why, id))));
                case Outgoing.Unsubscribe unsubscribe -> unsubscribe(unsubscribe, flaws, submissions);
            }
            index++;
        }
        var row = new Row(number, line, List.copyOf(submissions), List.copyOf(flaws));
        return row.isRejected() ? new Row(number, line, List.of(), row.flaws()) : row;
    }

    private Optional<Submission> event(Outgoing.Call call, long row, int index, List<RowFlaw> flaws) {
        var fields = new LinkedHashMap<>(call.fields().fields());
        fields.put("messageId", Value.of("%s:%d:%d".formatted(id, row, index)));
        fields.put("context", call.fields().fields("context").with("import", origin()));
        var complete = new Value.Fields(fields);
        if (length(complete) > CALL_LENGTH_MAX) {
            flaws.add(RowFlaw.fatal("", "", "makes a call of more than %d characters".formatted(CALL_LENGTH_MAX)));
            return Optional.empty();
        }
        return switch (reader.read(complete, call.type(), order.source(), order.at())) {
            case HistoryReader.Outcome.Unusable(var wrong) -> {
                flaws.add(RowFlaw.of(wrong, true));
                yield Optional.empty();
            }
            case HistoryReader.Outcome.Read(var event, var wrong) -> {
                wrong.forEach(it -> flaws.add(RowFlaw.of(it, false)));
                yield Optional.of(new Submission.Happened(event));
            }
        };
    }

    /** See {@code core/entity/Choices}: what is claimed for the people of this import. */
    private Value.Fields origin() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("id", Value.of(id));
        order.basis().ifPresent(basis -> {
            fields.put("basis", Value.of("%s (%s)".formatted(basis.text(), id)));
            fields.put("at", Value.of(order.at().toString()));
            List<String> named = mapper.mapping().consentTopics();
            if (!named.isEmpty()) {
                fields.put("topics", Value.of(named.stream().map(Value::of).toList()));
            }
        });
        return new Value.Fields(fields);
    }

    private void unsubscribe(Outgoing.Unsubscribe said, List<RowFlaw> flaws, List<Submission> submissions) {
        Optional<Endpoint> endpoint = endpoint(said.channel(), said.address(), flaws);
        Optional<Instant> at = said.at().isEmpty()
                ? Optional.of(order.at())
                : said.at().map(Outgoing.Place::value).flatMap(HistoryReader::time);
        if (at.isEmpty()) {
            flaws.add(RowFlaw.fatal(
                    said.at().map(Outgoing.Place::column).orElse(""),
                    said.at().map(Outgoing.Place::text).orElse(""),
                    "is not a time as ISO 8601 has it"));
        }
        if (endpoint.isEmpty() || at.isEmpty()) return;
        Instant since = at.get().isAfter(order.at()) ? order.at() : at.get();
        List<TopicId> known = topics.get().stream().map(Topic::id).toList();
        List<TopicId> meant = said.topics().isEmpty()
                ? known
                : said.topics().stream().map(TopicId::new).toList();
        for (TopicId topic : meant) {
            if (known.contains(topic)) submissions.add(new Submission.Withdrawn(endpoint.get(), topic, since));
            else flaws.add(RowFlaw.fatal("", topic.text(), "there is no such topic"));
        }
        if (meant.isEmpty()) flaws.add(RowFlaw.fatal("", "", "no topic is published that could be left"));
    }

    private static Optional<Endpoint> endpoint(Channel channel, Outgoing.Place address, List<RowFlaw> flaws) {
        Optional<String> normal = switch (channel) {
            case EMAIL -> EmailAddresses.normalise(address.text());
            case SMS -> PhoneNumbers.normalise(address.text(), Optional.empty());
            default -> Optional.of(address.text());
        };
        if (normal.isEmpty()) {
            flaws.add(RowFlaw.fatal(
                    address.column(),
                    address.text(),
                    channel == Channel.EMAIL
                            ? "is not an e-mail address"
                            : "is not a phone number with its country, such as +4930123456"));
        }
        return normal.map(value -> new Endpoint(channel, value));
    }

    private static long length(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text.length() + 2L;
            case Value.Items(var items) ->
                items.stream().mapToLong(Rows::length).sum() + items.size();
            case Value.Fields(var fields) -> {
                long sum = 2;
                for (var field : fields.entrySet()) sum += field.getKey().length() + 4L + length(field.getValue());
                yield sum;
            }
            default -> 10;
        };
    }
}

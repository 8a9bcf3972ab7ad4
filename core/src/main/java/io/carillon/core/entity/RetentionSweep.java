package io.carillon.core.entity;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.definition.Retention;
import io.carillon.core.definition.Retention.Kind;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.entity.quality.QualityMessage;
import io.carillon.core.entity.quarantine.QuarantineKind;
import io.carillon.core.entity.quarantine.QuarantineMessage;
import io.carillon.core.entity.quarantine.QuarantineRow;
import io.carillon.core.entity.retention.RetentionList;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.host.Address;
import io.carillon.core.host.Host;
import io.carillon.core.host.Message;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is to be told to whom so that what is too old goes: lists are read page by page, and whoever owns a row is told. It
 * takes the row out itself, in a step of its own, if it finds it old too.
 */
public final class RetentionSweep {
    private static final int PAGE = 64;

    private RetentionSweep() {}

    /** Something to tell; the answer is {@link Answers.Forgotten}. */
    public record Task(Address to, Function<ReplyTo, Message> message) {}

    /**
     * Some of it.
     *
     * @param cursor where the next page begins
     * @param isLast whether the list ends here
     */
    public record Page(List<Task> tasks, String cursor, boolean isLast) {
        static final Page NONE = new Page(List.of(), "", true);

        public Page {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * The next page.
     *
     * @param cursor empty text at the beginning
     */
    public static Page page(
            Host<Knowledge> host, Knowledge knowledge, RetentionList stage, String cursor, Instant now) {
        Retention retention = knowledge.retention();
        return switch (stage) {
            case HISTORY -> retention.limitsAny(Retention.HISTORY_KINDS) ? history(host, cursor) : Page.NONE;
            case MESSAGES ->
                retention.of(Kind.MESSAGES).isPresent() ? messages(host, retention, cursor, now) : Page.NONE;
            case CONTENT -> retention.of(Kind.CONTENT).isPresent() ? content(host, retention, cursor, now) : Page.NONE;
            case WEBHOOK_CALLS ->
                retention.of(Kind.WEBHOOK_CALLS).isPresent() ? calls(host, knowledge, cursor, now) : Page.NONE;
            case QUALITY -> retention.of(Kind.QUALITY).isPresent() ? quality(host, cursor) : Page.NONE;
            case QUARANTINE ->
                retention.of(Kind.QUARANTINE).isPresent() ? quarantine(host, retention, cursor, now) : Page.NONE;
        };
    }

    private static Page history(Host<Knowledge> host, String cursor) {
        List<Row> rows = host.rows(PersonKind.CUSTOMERS, cursor, PAGE);
        var tasks = new ArrayList<Task>();
        for (Row row : rows) {
            CustomerRef customer = CustomerRef.decode(row.value());
            tasks.add(toCustomer(customer, replyTo -> new CustomerMessage.ForgetRows(0, 0, replyTo)));
        }
        return page(tasks, rows, cursor);
    }

    private static Page messages(Host<Knowledge> host, Retention retention, String cursor, Instant now) {
        List<Row> rows = host.rows(Messages.MESSAGES, cursor, PAGE);
        var old = new LinkedHashMap<CustomerRef, List<CustomerMessage.Old>>();
        for (Row row : rows) add(MessageRow.Stored.ROWS.decode(row.value()), Kind.MESSAGES, retention, now, old);
        return page(tasks(old), rows, cursor);
    }

    private static Page content(Host<Knowledge> host, Retention retention, String cursor, Instant now) {
        List<Row> rows = host.rows(Messages.CONTENT, cursor, PAGE);
        var old = new LinkedHashMap<CustomerRef, List<CustomerMessage.Old>>();
        for (Row row : rows) {
            host.row(Messages.MESSAGES, row.key())
                    .map(MessageRow.Stored.ROWS::decode)
                    .ifPresent(message -> add(message, Kind.CONTENT, retention, now, old));
        }
        return page(tasks(old), rows, cursor);
    }

    private static void add(
            MessageRow row,
            Kind kind,
            Retention retention,
            Instant now,
            Map<CustomerRef, List<CustomerMessage.Old>> into) {
        Dispatch dispatch = row.dispatch();
        if (!dispatch.status().isFinal() || !retention.isOver(kind, dispatch.changedAt(), now)) return;
        into.computeIfAbsent(row.customer(), _ -> new ArrayList<>())
                .add(new CustomerMessage.Old(dispatch.id(), dispatch.status(), kind == Kind.CONTENT));
    }

    private static List<Task> tasks(Map<CustomerRef, List<CustomerMessage.Old>> old) {
        var tasks = new ArrayList<Task>();
        old.forEach((customer, messages) ->
                tasks.add(toCustomer(customer, replyTo -> new CustomerMessage.ForgetMessages(messages, replyTo))));
        return tasks;
    }

    /** Dead calls, and all of a webhook that is not defined any more: nobody tries those. */
    private static Page calls(Host<Knowledge> host, Knowledge knowledge, String cursor, Instant now) {
        List<Row> rows = host.rows(WebhookCalls.CALLS, cursor, PAGE);
        var tasks = new ArrayList<Task>();
        for (Row row : rows) {
            WebhookCall call = WebhookCall.Stored.CALLS.decode(row.value());
            boolean isOver = call.dead() || !knowledge.hasWebhook(call.webhook());
            Instant since = call.dead() ? call.dueAt() : call.at();
            if (!isOver || !knowledge.retention().isOver(Kind.WEBHOOK_CALLS, since, now)) continue;
            tasks.add(new Task(
                    WebhookKind.of(call.webhook()),
                    replyTo -> new WebhookMessage.Forget(call, "too old to be kept", replyTo)));
        }
        return page(tasks, rows, cursor);
    }

    private static Page quality(Host<Knowledge> host, String cursor) {
        List<Row> rows = host.rows(QualityKind.SOURCES, cursor, PAGE);
        var tasks = new ArrayList<Task>();
        for (Row row : rows) tasks.add(new Task(QualityKind.of(row.key()), QualityMessage.Forget::new));
        return page(tasks, rows, cursor);
    }

    private static Page quarantine(Host<Knowledge> host, Retention retention, String cursor, Instant now) {
        List<Row> rows = host.rows(QuarantineRow.TABLE, cursor, PAGE);
        var tasks = new ArrayList<Task>();
        for (Row row : rows) {
            QuarantineRow call = QuarantineRow.Stored.ROWS.decode(row.value());
            if (!retention.isOver(Kind.QUARANTINE, call.changedAt(), now)) continue;
            tasks.add(new Task(QuarantineKind.of(call.id()), QuarantineMessage.Forget::new));
        }
        return page(tasks, rows, cursor);
    }

    private static Page page(List<Task> tasks, List<Row> rows, String cursor) {
        return new Page(tasks, rows.isEmpty() ? cursor : rows.getLast().key(), rows.size() < PAGE);
    }

    private static Task toCustomer(CustomerRef customer, Function<ReplyTo, CustomerMessage> message) {
        return new Task(customer.address(), replyTo -> new PersonMessage.ToCustomer(customer, message.apply(replyTo)));
    }
}

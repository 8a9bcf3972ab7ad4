package io.carillon.server.demo;

import io.carillon.core.codec.Bytes;
import io.carillon.core.entity.Answers;
import io.carillon.core.entity.CustomerMessage;
import io.carillon.core.entity.MessageRow;
import io.carillon.core.entity.Messages;
import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.PersonMessage;
import io.carillon.core.entity.Root;
import io.carillon.core.entity.Segments;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.Content;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.server.runtime.Engine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the server knows at one moment, read by asking it.
 *
 * @param customers everybody who is nobody else, by birth; at most {@value #CUSTOMERS_MAX} are asked
 * @param leads which customer each one ever born is today
 * @param segments sizes
 * @param messages all of them, oldest first, those decided against too
 */
record Picture(
        Map<CustomerRef, Root> customers,
        Map<CustomerRef, CustomerRef> leads,
        Map<SegmentDefinition, Long> segments,
        List<MessageRow> messages) {
    static final int CUSTOMERS_MAX = 20_000;
    private static final int MESSAGES_MAX = 50_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Picture of(Engine engine) throws InterruptedException {
        Host<?> host = engine.host();
        List<CustomerRef> born = host.rows(PersonKind.CUSTOMERS, "", CUSTOMERS_MAX).stream()
                .map(row -> CustomerRef.decode(row.value()))
                .toList();
        Map<CustomerRef, Answers.Found> found = ask(host, born);
        var customers = new LinkedHashMap<CustomerRef, Root>();
        var leads = new LinkedHashMap<CustomerRef, CustomerRef>();
        for (CustomerRef ref : born) {
            Answers.Found answer = found.get(ref);
            if (answer == null) continue;
            customers.put(answer.customer(), answer.root());
            leads.put(ref, answer.customer());
        }
        var segments = new LinkedHashMap<SegmentDefinition, Long>();
        for (SegmentDefinition segment : engine.knowledge().segments()) {
            segments.put(segment, host.count(Segments.membersOf(segment.id())));
        }
        List<MessageRow> messages = host.rows(Messages.MESSAGES, "", MESSAGES_MAX).stream()
                .map(Row::value)
                .map(MessageRow.Stored.ROWS::decode)
                .toList();
        return new Picture(customers, leads, segments, messages);
    }

    private static Map<CustomerRef, Answers.Found> ask(Host<?> host, List<CustomerRef> born)
            throws InterruptedException {
        var found = new ConcurrentHashMap<CustomerRef, Answers.Found>();
        var left = new CountDownLatch(born.size());
        for (CustomerRef ref : born) {
            boolean taken = host.submit(
                    ref.address(),
                    Lane.BULK,
                    replyTo -> new PersonMessage.ToCustomer(ref, new CustomerMessage.Show(replyTo)),
                    reply -> {
                        if (reply instanceof Answers.Found answer) found.put(ref, answer);
                        left.countDown();
                    });
            if (!taken) left.countDown(); // it has more important things to do: shown without
        }
        left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return found;
    }

    /** Who it is today. */
    Optional<Root> customer(CustomerRef ref) {
        return Optional.ofNullable(leads.get(ref)).map(customers::get);
    }

    /** What a message said. */
    static Optional<Content> content(Engine engine, MessageRow row) {
        Optional<Bytes> stored =
                engine.host().row(Messages.CONTENT, row.dispatch().id().text());
        return stored.map(Content.Stored.CONTENTS::decode);
    }
}

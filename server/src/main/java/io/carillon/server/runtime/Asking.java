package io.carillon.server.runtime;

import io.carillon.core.host.Address;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Asks an entity and waits, on a virtual thread, for its answer. */
public record Asking(Host<?> host, Duration patience) {

    /** How it ended. */
    public sealed interface Outcome {
        record Answered(Reply reply) implements Outcome {}

        /** There is no room: nothing was taken. */
        record Full() implements Outcome {}

        /** It may still happen. */
        record Late() implements Outcome {}
    }

    public Outcome ask(Address to, Lane lane, Function<ReplyTo, Message> message) {
        var answer = new CompletableFuture<Reply>();
        if (!host.submit(to, lane, message, answer::complete)) return new Outcome.Full();
        try {
            return new Outcome.Answered(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Outcome.Late();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Late();
        }
    }
}

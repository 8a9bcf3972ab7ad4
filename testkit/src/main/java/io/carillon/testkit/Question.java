package io.carillon.testkit;

import io.carillon.core.host.Reply;
import java.util.Optional;

/** Something that was asked of the host, and its answer once there is one. */
public final class Question {
    private Optional<Reply> reply = Optional.empty();

    public Question() {}

    public void answered(Reply answer) {
        if (reply.isEmpty()) reply = Optional.of(answer);
    }

    public boolean isAnswered() {
        return reply.isPresent();
    }

    public Optional<Reply> reply() {
        return reply;
    }
}

package io.carillon.testkit.simulation;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import java.util.function.Consumer;
import java.util.function.Function;

/** What somebody outside handed in, and may hand in again. */
public record Submission(Address to, Lane lane, Function<ReplyTo, Message> message, Consumer<Reply> answered) {}

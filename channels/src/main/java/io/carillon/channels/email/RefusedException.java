package io.carillon.channels.email;

import java.io.IOException;

/** The server answered, and its answer is no. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final transient SmtpReply reply;

    RefusedException(Stage stage, SmtpReply reply) {
        super(stage.words() + ": " + reply);
        this.stage = stage;
        this.reply = reply;
    }

    Stage stage() {
        return stage;
    }

    SmtpReply reply() {
        return reply;
    }
}

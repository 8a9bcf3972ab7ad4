package io.carillon.channels.email;

/** How far a dialogue with a server has come. */
enum Stage {
    CONNECT("connect"),
    GREETING("greeting"),
    HELLO("EHLO"),
    TLS("TLS"),
    LOGIN("AUTH"),
    SENDER("MAIL FROM"),
    RECIPIENT("RCPT TO"),
    DATA("DATA"),
    CONTENT("content"),
    /** The end of the mail was written, or may have been: only the server's reply tells what became of it. */
    END("end of data");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isSession() {
        return compareTo(LOGIN) <= 0;
    }
}

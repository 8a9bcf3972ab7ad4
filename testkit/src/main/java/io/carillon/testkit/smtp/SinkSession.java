package io.carillon.testkit.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** One client's dialogue with a sink. */
final class SinkSession {
    private static final int LINE_BYTES_MAX = 64 * 1024;
    private static final int RECIPIENTS_MAX = 1_000;
    private static final byte[] MESSAGE_ID = "message-id:".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final SmtpSink.Settings settings;
    private final ReceivedMails mails;
    private final Predicate<String> isRefused;

    private final byte[] line = new byte[LINE_BYTES_MAX];
    private int length;
    private String from = "";
    private final List<String> recipients = new ArrayList<>();

    SinkSession(Socket socket, SmtpSink.Settings settings, ReceivedMails mails, Predicate<String> isRefused)
            throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
        this.out = new BufferedOutputStream(socket.getOutputStream(), 4096);
        this.settings = settings;
        this.mails = mails;
        this.isRefused = isRefused;
    }

    void run() throws IOException {
        reply("220 sink ESMTP");
        while (true) {
            // Replies to pipelined commands leave together, when there is nothing left to read.
            if (in.available() == 0) out.flush();
            readLine();
            String command = new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
            String verb = command.substring(0, Math.min(4, command.length())).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" ->
                    reply("250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 104857600");
                case "HELO", "NOOP" -> reply("250 OK");
                case "RSET" -> {
                    forget();
                    reply("250 OK");
                }
                case "MAIL" -> {
                    forget();
                    from = path(command);
                    reply("250 OK");
                }
                case "RCPT" -> recipient(path(command));
                case "DATA" -> data();
                case "QUIT" -> {
                    reply("221 Bye");
                    out.flush();
                    return;
                }
                default -> reply("502 Command not implemented");
            }
        }
    }

    private void recipient(String address) throws IOException {
        if (isRefused.test(address)) {
            reply("550 5.1.1 No such mailbox");
            return;
        }
        if (recipients.size() < RECIPIENTS_MAX) recipients.add(address);
        reply("250 OK");
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            reply("503 Bad sequence of commands");
            return;
        }
        reply("354 Go ahead");
        out.flush();
        var kept = new ByteArrayOutputStream(2048);
        String messageId = "";
        boolean inHead = true;
        for (readLine(); !isDot(); readLine()) {
            int start = length > 0 && line[0] == '.' ? 1 : 0;
            if (inHead) {
                if (isBlank()) inHead = false;
                else if (startsWith(MESSAGE_ID)) messageId = bracketed();
            }
            int room = Math.min(length - start, settings.mailBytesKept() - kept.size());
            if (room > 0) kept.write(line, start, room);
        }
        mails.add(new ReceivedMail(
                messageId, from, List.copyOf(recipients), Instant.now(), kept.toString(StandardCharsets.UTF_8)));
        forget();
        pause();
        reply("250 2.0.0 OK taken");
    }

    private void pause() throws IOException {
        if (settings.latency().isZero()) return;
        try {
            Thread.sleep(settings.latency());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private void forget() {
        from = "";
        recipients.clear();
    }

    private void reply(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\r');
        out.write('\n');
    }

    /** Reads a line with its end; a line too long comes in pieces. */
    private void readLine() throws IOException {
        length = 0;
        while (length < LINE_BYTES_MAX) {
            int b = in.read();
            if (b < 0) throw new EOFException();
            line[length++] = (byte) b;
            if (b == '\n') return;
        }
    }

    private boolean isDot() {
        return length == 3 && line[0] == '.' && line[1] == '\r' && line[2] == '\n';
    }

    private boolean isBlank() {
        return length == 2 && line[0] == '\r';
    }

    private boolean startsWith(byte[] lowerCase) {
        if (length < lowerCase.length) return false;
        for (int i = 0; i < lowerCase.length; i++) {
            if ((line[i] | 0x20) != (lowerCase[i] | 0x20)) return false;
        }
        return true;
    }

    private String bracketed() {
        return inBrackets(new String(line, 0, length, StandardCharsets.UTF_8));
    }

    private static String path(String command) {
        return inBrackets(command);
    }

    private static String inBrackets(String text) {
        int start = text.indexOf('<');
        int end = text.indexOf('>', start + 1);
        return start < 0 || end < 0 ? "" : text.substring(start + 1, end);
    }
}

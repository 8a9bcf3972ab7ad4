package io.carillon.channels.webhook;

import io.carillon.channels.net.Alarms;
import io.carillon.channels.net.Deadline;
import io.carillon.channels.net.Resolver;
import io.carillon.channels.webhook.CallResult.Answered;
import io.carillon.channels.webhook.CallResult.Forbidden;
import io.carillon.channels.webhook.CallResult.NotTold;
import io.carillon.channels.webhook.CallResult.Unanswered;
import io.carillon.core.message.Outgoing;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes calls to one receiver, each over a connection of its own and within its time-out. Thread-safe.
 *
 * <p>The last byte is written apart from all others: what breaks before it was surely not told, since HTTP counts the
 * body's bytes; what breaks after it may have been.
 */
final class WebhookCaller {
    private final WebhookReceiver receiver;
    private final WebhookDoor door;

    WebhookCaller(WebhookReceiver receiver, SSLSocketFactory tls, Resolver.LookUp lookUp) {
        this.receiver = receiver;
        this.door = new WebhookDoor(receiver, tls, lookUp);
    }

    /**
     * Calls once.
     *
     * @param id the same for every attempt to say the same; {@code [A-Za-z0-9_-]}
     * @param at of this attempt
     * @param body JSON in UTF-8, not empty
     */
    CallResult call(String id, Instant at, byte[] body) {
        return call(id, at, body, false);
    }

    /** @param isTest whether the receiver is told that no customer is concerned */
    CallResult call(String id, Instant at, byte[] body, boolean isTest) {
        var deadline = Deadline.in(receiver.callTimeout());
        Socket plain;
        try {
            plain = door.connect(deadline);
        } catch (WebhookDoor.ForbiddenException forbidden) {
            return new Forbidden(String.valueOf(forbidden.getMessage()));
        } catch (IOException unreachable) {
            return new NotTold("connecting: " + reason(unreachable, deadline));
        }
        try (Alarms.Alarm _ = Alarms.at(deadline, plain)) {
            return over(plain, request(id, at, body, isTest), deadline);
        } finally {
            Alarms.closeQuietly(plain);
        }
    }

    private CallResult over(Socket plain, byte[] request, Deadline deadline) {
        boolean told = false;
        try {
            Socket socket = door.protect(plain);
            OutputStream out = socket.getOutputStream();
            out.write(request, 0, request.length - 1);
            if (deadline.isTooLateToFinish())
                return new NotTold("calling: " + receiver.url().host() + " is too slow");
            told = true;
            out.write(request, request.length - 1, 1);
            return new Answered(new HttpReader(new BufferedInputStream(socket.getInputStream())).read());
        } catch (IOException broken) {
            String reason = reason(broken, deadline);
            return told ? new Unanswered("called, and no answer: " + reason) : new NotTold("calling: " + reason);
        }
    }

    private byte[] request(String id, Instant at, byte[] body, boolean isTest) {
        String head = "POST " + receiver.url().target() + " HTTP/1.1\r\n"
                + "Host: " + receiver.url().authority() + "\r\n"
                + "User-Agent: Carillon\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "Connection: close\r\n"
                + "webhook-id: " + id + "\r\n"
                + "webhook-timestamp: " + at.getEpochSecond() + "\r\n"
                + "webhook-signature: " + Signature.of(receiver.keys(), id, at, body) + "\r\n"
                + (isTest ? Outgoing.TEST_HEADER + ": 1\r\n" : "")
                + "\r\n";
        var request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private String reason(IOException failure, Deadline deadline) {
        if (deadline.leftNanos() == 0)
            return "nothing within " + receiver.callTimeout().toMillis() + " ms";
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.replaceAll("[\\p{Cntrl}]+", " ");
    }
}

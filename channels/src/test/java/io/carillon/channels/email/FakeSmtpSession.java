package io.carillon.channels.email;

import io.carillon.channels.email.FakeSmtpServer.Act;
import io.carillon.channels.email.FakeSmtpServer.Moment;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/** One client's dialogue with a {@link FakeSmtpServer}. */
final class FakeSmtpSession {
    private final FakeSmtpServer server;
    private final Socket raw;
    private InputStream in;
    private OutputStream out;
    private String mail = "";
    private boolean hasSender;
    private boolean hasRecipient;

    FakeSmtpSession(FakeSmtpServer server, Socket socket) throws IOException {
        this.server = server;
        this.raw = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        if (server.isProtectedFromFirstByte()) protect();
    }

    void run() throws IOException {
        at(Moment.GREETING, "220 fake ESMTP");
        while (true) {
            String command = line();
            server.heard(command);
            String verb = command.substring(0, Math.min(4, command.length())).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> at(Moment.EHLO, hello());
                case "HELO" -> say("250 fake");
                case "STAR" -> {
                    if (at(Moment.STARTTLS, "220 go ahead").startsWith("220")) protect();
                }
                case "AUTH" -> authenticate(command);
                case "MAIL" -> hasSender = at(Moment.MAIL, "250 2.1.0 ok").startsWith("250");
                case "RCPT" -> {
                    String reply = hasSender ? at(Moment.RCPT, "250 2.1.5 ok") : say("503 5.5.1 no sender");
                    hasRecipient = reply.startsWith("250");
                }
                case "DATA" -> {
                    String reply = hasRecipient ? at(Moment.DATA, "354 go ahead") : say("554 5.5.1 no recipient");
                    if (reply.startsWith("354")) data();
                }
                case "RSET" -> {
                    hasSender = false;
                    hasRecipient = false;
                    at(Moment.RSET, "250 ok");
                }
                case "QUIT" -> {
                    say("221 bye");
                    return;
                }
                default -> say("502 what?");
            }
        }
    }

    private String hello() {
        List<String> lines = new ArrayList<>(List.of("fake"));
        lines.addAll(server.extensions());
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i < lines.size() - 1 ? "250-" : "250 ").append(lines.get(i));
            if (i < lines.size() - 1) text.append("\r\n");
        }
        return text.toString();
    }

    private void authenticate(String command) throws IOException {
        if (command.equals("AUTH LOGIN")) {
            say("334 " + Base64.getEncoder().encodeToString("Username:".getBytes(StandardCharsets.US_ASCII)));
            server.heard(line());
            say("334 " + Base64.getEncoder().encodeToString("Password:".getBytes(StandardCharsets.US_ASCII)));
            server.heard(line());
        }
        at(Moment.AUTH, "235 2.7.0 welcome");
    }

    private void data() throws IOException {
        var content = new ByteArrayOutputStream();
        boolean first = true;
        for (String line = line(); !line.equals("."); line = line()) {
            if (first && server.isScripted(Moment.CONTENT)) at(Moment.CONTENT, "");
            first = false;
            content.writeBytes((line.startsWith(".") ? line.substring(1) : line).getBytes(StandardCharsets.UTF_8));
            content.writeBytes(new byte[] {'\r', '\n'});
        }
        String text = content.toString(StandardCharsets.UTF_8);
        server.sawEndOf(text);
        hasSender = false;
        hasRecipient = false;
        mail = text;
        at(Moment.END, "250 2.0.0 taken");
        if (server.isScripted(Moment.IDLE)) at(Moment.IDLE, "");
    }

    /** Follows the script. @return what was said */
    private String at(Moment moment, String right) throws IOException {
        switch (server.scripted(moment, right)) {
            case Act.Say(String reply) -> {
                accept(moment, reply);
                return say(reply);
            }
            case Act.SayAndHangUp(String reply) -> {
                accept(moment, reply);
                say(reply);
            }
            case Act.ObeyAndHangUp() -> {
                accept(moment, right);
                say(right);
            }
            case Act.HangUp() -> {}
            case Act.Stall() -> stall();
        }
        throw new EOFException("as the script says");
    }

    /** Before it is said: whoever hears it may look. */
    private void accept(Moment moment, String reply) {
        if (moment == Moment.END && reply.startsWith("2")) server.accept(mail);
    }

    private void stall() throws IOException {
        try {
            server.awaitClose();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private String say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return reply;
    }

    private void protect() throws IOException {
        var secure = (SSLSocket) server.tls().createSocket(raw, null, raw.getPort(), true);
        secure.setUseClientMode(false);
        in = new BufferedInputStream(secure.getInputStream());
        out = secure.getOutputStream();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new EOFException();
            if (b != '\r') line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}

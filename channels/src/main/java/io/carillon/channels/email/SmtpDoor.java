package io.carillon.channels.email;

import io.carillon.channels.email.SmtpSettings.Login;
import io.carillon.channels.net.Deadline;
import io.carillon.channels.net.Resolver;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens sessions: connects, protects, identifies itself, logs in. Nothing of a mail is on the way before that is done. */
final class SmtpDoor {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final SmtpSettings settings;
    private final String name;
    private final SSLSocketFactory tls;
    private final Resolver resolver;
    private final ScheduledExecutorService alarms;

    SmtpDoor(SmtpSettings settings, SSLSocketFactory tls, ScheduledExecutorService alarms) {
        this.settings = settings;
        this.name = Sender.of(settings.from()).address().domain();
        this.tls = tls;
        this.resolver = new Resolver(settings.host(), Resolver.SYSTEM);
        this.alarms = alarms;
    }

    /** @throws IOException if there is no session by the deadline, saying at which stage */
    SmtpConnection open(Deadline deadline) throws IOException {
        Socket socket = connect(deadline);
        ScheduledFuture<?> alarm =
                alarms.schedule(() -> closeQuietly(socket), deadline.leftNanos(), TimeUnit.NANOSECONDS);
        boolean opened = false;
        try {
            SmtpConnection connection = greet(socket, deadline);
            opened = true;
            return connection;
        } finally {
            alarm.cancel(false);
            if (!opened) closeQuietly(socket);
        }
    }

    private Socket connect(Deadline deadline) throws IOException {
        List<InetAddress> addresses = resolver.addresses(deadline);
        IOException failed = new IOException("no address for " + settings.host());
        for (int i = 0; i < addresses.size(); i++) {
            var socket = new Socket();
            try {
                socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
                int share = Math.max(1, deadline.leftMillis() / (addresses.size() - i));
                socket.connect(new InetSocketAddress(addresses.get(i), settings.port()), share);
                // Where nobody listens on a local port, the system may connect a socket to itself.
                if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
                    throw new ConnectException("Connection refused");
                }
                return socket;
            } catch (IOException unreachable) {
                closeQuietly(socket);
                failed = at(Stage.CONNECT, unreachable);
            }
        }
        throw failed;
    }

    private SmtpConnection greet(Socket socket, Deadline deadline) throws IOException {
        Stage stage = Stage.TLS;
        try {
            SmtpWire wire = settings.security() == SmtpSettings.Security.TLS ? protect(socket) : wire(socket);
            stage = Stage.GREETING;
            expect(stage, wire.reply(), 220);
            stage = Stage.HELLO;
            Extensions extensions = hello(wire);
            if (settings.security() == SmtpSettings.Security.STARTTLS) {
                stage = Stage.TLS;
                wire = startTls(wire, socket, extensions);
                stage = Stage.HELLO;
                extensions = hello(wire); // what was said before TLS anybody may have said
            }
            stage = Stage.LOGIN;
            if (settings.login().isPresent())
                logIn(wire, extensions, settings.login().get());
            return new SmtpConnection(socket, wire, extensions, deadline);
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException lost) {
            throw at(stage, lost);
        }
    }

    private Extensions hello(SmtpWire wire) throws IOException {
        SmtpReply reply = wire.ask("EHLO " + name);
        if (reply.isPositive()) return Extensions.of(reply);
        if (!reply.isPermanent()) throw new RefusedException(Stage.HELLO, reply);
        expect(Stage.HELLO, wire.ask("HELO " + name), 250);
        return Extensions.NONE;
    }

    private SmtpWire startTls(SmtpWire wire, Socket socket, Extensions extensions) throws IOException {
        if (!extensions.startTls()) throw new IOException("the server does not offer STARTTLS, which is required");
        expect(Stage.TLS, wire.ask("STARTTLS"), 220);
        if (wire.hasUnread()) throw new IOException("unprotected bytes after the reply to STARTTLS");
        return protect(socket);
    }

    private SmtpWire protect(Socket socket) throws IOException {
        var secure = (SSLSocket) tls.createSocket(socket, settings.host(), settings.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must be the host's
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return wire(secure);
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc4954">RFC 4954</a> */
    private static void logIn(SmtpWire wire, Extensions extensions, Login login) throws IOException {
        if (extensions.logins().contains("PLAIN")) {
            expect(
                    Stage.LOGIN,
                    wire.ask("AUTH PLAIN " + base64("\0" + login.username() + "\0" + login.password())),
                    235);
        } else if (extensions.logins().contains("LOGIN")) {
            expect(Stage.LOGIN, wire.ask("AUTH LOGIN"), 334);
            expect(Stage.LOGIN, wire.ask(base64(login.username())), 334);
            expect(Stage.LOGIN, wire.ask(base64(login.password())), 235);
        } else {
            throw new IOException("the server offers neither AUTH PLAIN nor AUTH LOGIN, and a login is set");
        }
    }

    private static void expect(Stage stage, SmtpReply reply, int code) throws RefusedException {
        if (reply.code() != code) throw new RefusedException(stage, reply);
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SmtpWire wire(Socket socket) throws IOException {
        return new SmtpWire(socket.getInputStream(), socket.getOutputStream());
    }

    private IOException at(Stage stage, IOException cause) {
        return new IOException(
                stage.words() + " " + settings.host() + ":" + settings.port() + ": " + cause.getMessage(), cause);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is held any more
        }
    }
}

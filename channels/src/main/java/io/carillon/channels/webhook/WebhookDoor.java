package io.carillon.channels.webhook;

import io.carillon.channels.net.Alarms;
import io.carillon.channels.net.Deadline;
import io.carillon.channels.net.PublicAddresses;
import io.carillon.channels.net.Resolver;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connects to a receiver. Its name is looked up once a call; each address is checked, and the connection goes to that very
 * address: a name that leads elsewhere the next time it is asked gains nothing by it.
 */
final class WebhookDoor {
    private final WebhookReceiver receiver;
    private final SSLSocketFactory tls;
    private final Resolver resolver;

    WebhookDoor(WebhookReceiver receiver, SSLSocketFactory tls, Resolver.LookUp lookUp) {
        this.receiver = receiver;
        this.tls = tls;
        this.resolver = new Resolver(receiver.url().host(), lookUp);
    }

    /** None of the receiver's addresses may be called. */
    static final class ForbiddenException extends IOException {
        private static final long serialVersionUID = 1;

        ForbiddenException(String message) {
            super(message);
        }
    }

    /**
     * A connection; plain, even where it is to be protected.
     *
     * @throws ForbiddenException if no address of the receiver may be called
     */
    Socket connect(Deadline deadline) throws IOException {
        List<InetAddress> addresses = allowed(resolver.addresses(deadline));
        IOException failed = new IOException("no address for " + receiver.url().host());
        for (int i = 0; i < addresses.size(); i++) {
            // No proxy of the machine's may take the connection elsewhere.
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
                int share = Math.max(1, deadline.leftMillis() / (addresses.size() - i));
                socket.connect(
                        new InetSocketAddress(addresses.get(i), receiver.url().port()), share);
                // Where nobody listens on a local port, the system may connect a socket to itself.
                if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
                    throw new ConnectException("Connection refused");
                }
                return socket;
            } catch (IOException unreachable) {
                Alarms.closeQuietly(socket);
                failed = unreachable;
            }
        }
        throw failed;
    }

    /** The connection as calls use it; the certificate must be the receiver's, whatever address it has. */
    Socket protect(Socket plain) throws IOException {
        if (!receiver.url().isProtected()) return plain;
        var secure = (SSLSocket)
                tls.createSocket(plain, receiver.url().host(), receiver.url().port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private List<InetAddress> allowed(List<InetAddress> addresses) throws ForbiddenException {
        var allowed = new ArrayList<InetAddress>();
        var forbidden = Optional.<String>empty();
        for (InetAddress address : addresses) {
            Optional<String> why = objection(address);
            if (why.isEmpty()) allowed.add(address);
            else forbidden = why;
        }
        if (allowed.isEmpty() && forbidden.isPresent()) throw new ForbiddenException(forbidden.get());
        return allowed;
    }

    private Optional<String> objection(InetAddress address) {
        if (PublicAddresses.naming(receiver.allowPrivate(), address).isPresent()) return Optional.empty();
        String shown = address.getHostAddress();
        if (!PublicAddresses.contain(address)) {
            return Optional.of(shown + " is not a public address; allowPrivate does not name it");
        }
        return receiver.url().isProtected()
                ? Optional.empty()
                : Optional.of(shown + " is a public address, and http goes only to those that allowPrivate names");
    }
}

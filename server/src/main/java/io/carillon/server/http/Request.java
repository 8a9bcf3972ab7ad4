package io.carillon.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A request as handlers see it. */
public final class Request {
    private final ServerRequest request;
    private final BodyRoom.Share share;
    private final TrustedProxies proxies;

    Request(ServerRequest request, BodyRoom.Share share, TrustedProxies proxies) {
        this.request = request;
        this.share = share;
        this.proxies = proxies;
    }

    /** The part of the path that the route names {@code {name}}, decoded; empty text when the route has none. */
    public String path(String name) {
        return request.path().pathParameters().first(name).orElse("");
    }

    /** The first value of a query parameter, decoded. */
    public Optional<String> query(String name) {
        return request.query().first(name).asOptional();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        HeaderName known = HeaderNames.create(name);
        return request.headers().first(known);
    }

    /**
     * Reads the body; gzip is inflated. Once per request.
     *
     * @param bytesMax limit on the wire and inflated
     */
    public Body body(int bytesMax) {
        return BodyReader.read(request, bytesMax, share);
    }

    /**
     * The body as it comes in, as it was sent, however long it is: whoever reads it has limits of their own. Once per
     * request, and instead of {@link #body}.
     */
    public InputStream stream() {
        return request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
    }

    /** Who calls: the other end of the connection, or whom a trusted proxy names. */
    public Optional<InetAddress> caller() {
        if (!(request.remotePeer().address() instanceof InetSocketAddress peer) || peer.getAddress() == null) {
            return Optional.empty();
        }
        return Optional.of(proxies.caller(peer.getAddress(), header("X-Forwarded-For")));
    }
}

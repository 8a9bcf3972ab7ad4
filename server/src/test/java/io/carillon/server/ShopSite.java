package io.carillon.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shop's own web server, of another origin than Carillon: the same page at every path, and the SDK as npm has it. */
final class ShopSite implements AutoCloseable {
    /** Where pages find the SDK that a shop packs with its own scripts. */
    static final String PACKED_SDK = "/packed-sdk.js";

    private static final Path NPM_SDK = Path.of("src/test/node/node_modules/@segment/analytics-next/dist/umd/index.js");

    private final HttpServer server;

    /** @param head HTML for the head of every page */
    ShopSite(String head) {
        byte[] page =
                "<!doctype html><html><head><meta charset=utf-8><title>Shop</title><link rel=icon href='data:,'>%s</head><body>Shop</body></html>"
                        .formatted(head)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            boolean isSdk = exchange.getRequestURI().getPath().equals(PACKED_SDK);
            byte[] body = isSdk ? Files.readAllBytes(NPM_SDK) : page;
            exchange.getResponseHeaders().add("Content-Type", isSdk ? "text/javascript" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

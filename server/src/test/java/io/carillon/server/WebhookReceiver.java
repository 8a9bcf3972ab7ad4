package io.carillon.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's server that is told facts: verifies each by the words of the specification, and keeps it. */
final class WebhookReceiver implements AutoCloseable {
    static final String KEY = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final IntUnaryOperator status;

    record Told(String id, boolean verified, JsonNode body) {
        String type() {
            return body.path("type").asString();
        }
    }

    /** @param status to answer to the call of that number, from 0 */
    WebhookReceiver(IntUnaryOperator status) {
        this.status = status;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/facts", this::take);
        server.start();
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    List<Told> told(String type) {
        return told.stream().filter(each -> each.type().equals(type)).toList();
    }

    /** A definition that leads here. */
    String definition(String facts) {
        return """
                webhook: crm
                facts: [%s]
                url: http://127.0.0.1:%d/facts
                allowPrivate: [127.0.0.0/8]
                secret: ${env:HOOK_KEY}
                """.formatted(facts, server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = header(exchange, "webhook-id");
            String signed = id + "." + header(exchange, "webhook-timestamp") + ".";
            boolean verified = ("v1," + hmac(signed, body)).equals(header(exchange, "webhook-signature"));
            int number;
            synchronized (told) {
                number = told.size();
                told.add(new Told(id, verified, JSON.readTree(body)));
            }
            exchange.getResponseHeaders().set("Retry-After", "1");
            exchange.sendResponseHeaders(status.applyAsInt(number), -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static String hmac(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY.substring("whsec_".length())), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}

package io.carillon.server;

import io.carillon.server.demo.DayClock;
import io.carillon.server.demo.DemoPages;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.SettingsReader;
import io.carillon.testkit.smtp.SmtpSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A server with the demo's pages, and a workspace with two channels, a branch and two segments. */
final class ShownServer implements AutoCloseable {
    private final SmtpSink sink = SmtpSink.start();
    private final Serve serve;
    final ShopClient client;

    private ShownServer(Path folder) throws IOException {
        ShopFolder shop = ShopFolder.in(folder.resolve("workspace"), sink.port(), "0s")
                .write("channels/texts.yaml", """
                        channel: sms
                        provider: sandbox
                        """)
                .write("messages/order-text.yaml", """
                        message: order-text
                        purpose: transactional
                        channels:
                          sms:
                            body: "Thank you for {{ event.name }}, {{ customer.firstName }}"
                        """)
                .write("journeys/after-order.yaml", """
                        journey: after-order
                        trigger: {event: Order Completed}
                        steps:
                          - send: order-text
                          - if: {event: Product Added, within: 1d}
                            then: [{wait: 2d}]
                            else: [{wait: 3d}]
                        """)
                .write("segments/buyers.yaml", """
                        segment: buyers
                        name: Bought <b>something</b>
                        when: {all: [{event: Order Completed, within: 30d}, {trait: firstName, exists: true}]}
                        """)
                .write("segments/big.yaml", """
                        segment: big
                        name: Big orders
                        when: {event: Order Completed, where: {property: total, atLeast: 100}}
                        """);
        var flags = new EnumMap<Setting, String>(Map.of(
                Setting.PORT, "0",
                Setting.DATA, folder.resolve("data").toString(),
                Setting.WORKSPACE, shop.path().toString()));
        if (!(SettingsReader.read(flags, Map.of(), Optional.empty())
                instanceof SettingsReader.Outcome.Ready(var settings))) {
            throw new AssertionError("the settings are in order");
        }
        var clock = DayClock.startingAt(Instant.parse("2011-03-14T10:20:00Z"), 60);
        var url = new AtomicReference<>(URI.create("http://localhost"));
        serve = Serve.start(
                settings,
                RunningServer.ENVIRONMENT,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                clock.time(),
                (routes, engine) -> DemoPages.over(engine, clock, ShopClient.TOKEN, url::get)
                        .addTo(routes));
        url.set(URI.create("http://127.0.0.1:" + serve.port()));
        client = new ShopClient(serve.port());
    }

    static ShownServer in(Path folder) throws IOException {
        return new ShownServer(folder);
    }

    /** Another host than the one that calls are made to: a page's own. */
    String url(String path) {
        return "http://localhost:" + serve.port() + path;
    }

    @Override
    public void close() {
        client.close();
        serve.close();
        sink.close();
    }
}

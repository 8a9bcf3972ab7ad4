package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message as a customer would get it, to somebody who wants to look at it: by the command, over HTTP, by SMTP. */
class SendTestTest {
    private final RunningServer server;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    SendTestTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "1h");
        server.client.identify("ada", "Ada");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aTestIsSentMarkedAndCountsForNobody() {
        server.client.addToCart("ada", "c1", "Lamp");

        int exit = run("cart-reminder", "--to", "Me@Shop.example", "--as", "user:ada");

        assertThat(exit).as(text(err)).isZero();
        assertThat(text(out)).startsWith("sent to me@shop.example by email: accepted as test-");
        assertThat(server.sink.to("me@shop.example")).singleElement().satisfies(mail -> {
            assertThat(mail.header("Subject")).hasValue("[Test] Still yours, Ada");
            assertThat(mail.header("X-Carillon-Test")).hasValue("1");
            assertThat(mail.header("List-Unsubscribe"))
                    .hasValueSatisfying(it -> assertThat(it).endsWith("/u/test>"));
            assertThat(mail.text()).contains("Lamp is waiting");
        });
        assertThat(server.client.all("/api/messages")).isEmpty();
        assertThat(server.client.all("/api/customers/" + server.client.idOf("user:ada") + "/decisions"))
                .isEmpty();
    }

    @Test
    void itsLinkUnsubscribesNobody() {
        run("cart-reminder", "--to", "me@shop.example", "--as", "user:ada");

        var shown = server.client.send(server.client.to("/u/test").GET());
        var posted = server.client.send(
                server.client.to("/u/test").POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));

        assertThat(shown.body()).contains("This message was a test");
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(server.client.customer("user:ada").toString()).doesNotContain("\"subscribed\":false");
    }

    @Test
    void whatTheTemplatesMissIsListed() {
        String id = server.client.idOf("user:ada");

        assertThat(run("cart-reminder", "--to", "me@shop.example", "--as", id)).isZero();
        assertThat(run("cart-reminder", "--to", "me@shop.example", "--as", id, "--event", "{\"name\": \"Sofa\"}"))
                .isZero();

        assertThat(text(out).lines().filter(line -> line.startsWith("missing"))).containsExactly("missing: event.name");
        assertThat(server.sink.to("me@shop.example"))
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains("Sofa is waiting"));
    }

    @Test
    void whatStandsInTheWayIsSaid() {
        assertThat(run("none", "--to", "me@shop.example", "--as", "user:ada")).isEqualTo(1);
        assertThat(run("cart-reminder", "--to", "me@shop.example", "--as", "user:bob"))
                .isEqualTo(1);
        assertThat(run("cart-reminder", "--to", "me@shop.example", "--as", "whoever"))
                .isEqualTo(1);
        assertThat(run("cart-reminder", "--to", "+4930123456", "--as", "user:ada", "--channel", "sms"))
                .isEqualTo(1);
        assertThat(run("cart-reminder", "--to", "me", "--as", "user:ada")).isEqualTo(1);
        assertThat(run("cart-reminder", "--to", "me@shop.example", "--as", "user:ada", "--event", "["))
                .isEqualTo(1);
        assertThat(run("cart-reminder", "--as", "user:ada")).isEqualTo(2);

        assertThat(text(err).lines())
                .anyMatch(line -> line.contains("no message \"none\" is published"))
                .anyMatch(line -> line.contains("nobody is known by this identifier"))
                .anyMatch(line -> line.contains("there is no customer with this id"))
                .anyMatch(line -> line.contains("no provider carries sms"))
                .anyMatch(line -> line.contains("\"me\" is no address on any channel"))
                .anyMatch(line -> line.contains("--event: "));
        assertThat(server.sink.count()).isZero();
    }

    @Test
    void theProvidersNoIsSaid() {
        server.sink.refuse("me@shop.example");

        assertThat(run("cart-reminder", "--to", "me@shop.example", "--as", "user:ada"))
                .isEqualTo(1);

        assertThat(text(err)).contains("rejected: ").contains("550");
    }

    private int run(String... more) {
        var args = new ArrayList<String>();
        args.add("send-test");
        args.addAll(List.of(more));
        args.addAll(List.of(
                "--server", URI.create("http://127.0.0.1:" + server.port()).toString(), "--token", ShopClient.TOKEN));
        return Main.run(print(out), print(err), args.toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

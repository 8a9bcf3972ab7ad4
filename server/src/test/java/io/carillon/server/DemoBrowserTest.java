package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.carillon.server.chromium.Chromium;
import io.carillon.server.chromium.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The demo's pages as somebody looks at them. */
@EnabledIfSystemProperty(
        named = "carillon.long",
        matches = "true",
        disabledReason = "browsers are in ./carillon test --long")
class DemoBrowserTest {
    private final ShownServer server;
    private final Chromium browser;

    DemoBrowserTest(@TempDir Path folder) throws IOException {
        Optional<Path> executable = Chromium.installed();
        assumeThat(executable).as("a browser is installed: chromium on PATH").isPresent();
        server = ShownServer.in(folder.resolve("server"));
        browser = Chromium.start(executable.orElseThrow(), Files.createDirectories(folder.resolve("profile")));
    }

    @AfterEach
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void numbersMoveWhileSomebodyLooksAndNothingElseDoes() {
        ada();
        Tab tab = browser.tab().go(server.url("/"));
        tab.value("window.marked = document.querySelector('.figure .number'); document.querySelector('#q').focus(); 1");

        server.client.track("u1", "Product Viewed", "{}");
        eventually(() -> text(tab, ".figure .number"), "2"::equals);

        assertThat(tab.value("window.marked.isConnected").asBoolean())
                .as("the same node")
                .isTrue();
        assertThat(tab.value("document.activeElement.id").asString()).isEqualTo("q");
        assertThat(text(tab, ".meters")).contains("Product Viewed");
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).allMatch(url -> url.startsWith(server.url("/")));
    }

    @Test
    void aLinkLeadsFromADecisionToThePersonAndItsReasons() {
        server.client.take("identify", """
                {"userId": "u1", "traits": {"firstName": "<script>document.title='taken'</script>"}}""");
        server.client.addToCart("u1", "c1", "Kettle");
        Tab tab = browser.tab().go(server.url("/?show=withheld"));
        eventually(() -> text(tab, ".decisions"), text -> text.contains("no way to reach you"));

        String person =
                tab.value("document.querySelector('.decisions .what a').href").asString();
        tab.value("document.querySelector('.decisions .what a').click(); 1");
        tab.awaitLoad(person);

        assertThat(text(tab, "h1")).startsWith("<script>");
        assertThat(tab.value("document.title").asString()).contains("<script>");
        assertThat(text(tab, ".timeline")).contains("Product Added", "no way to reach you by e-mail");
        tab.value("document.querySelector('.timeline .withheld details').open = true; 1");
        assertThat(text(tab, ".timeline .gates")).contains("reachable");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void aMailIsShownAndCannotRun() {
        ada();
        server.client.addToCart("u1", "c1", "Kettle");
        Tab tab = browser.tab().go(server.url("/messages?status=sent"));
        eventually(() -> text(tab, ".inbox"), text -> text.contains("Still yours"));

        String message = tab.value("document.querySelector('.inbox a').href").asString();
        tab.go(message);

        assertThat(text(tab, "h1")).contains("Cart reminder", "sent");
        assertThat(tab.value("document.querySelector('iframe').getAttribute('sandbox')")
                        .asString())
                .isEmpty();
        assertThat(tab.requests()).contains(message + "/content");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void everyPageFitsAPhoneInEitherColour() {
        ada();
        server.client.addToCart("u1", "c".repeat(150), "A kettle with a very long name ".repeat(6));
        server.client.track("u1", "Order Completed", "{\"total\": 400, \"name\": \"a kettle\"}");
        String person = "/customers/" + server.client.idOf("user:u1");
        Tab tab = browser.tab();
        tab.size(390, 844);

        for (String path : List.of(
                "/", "/customers", person, "/segments", "/segments/buyers", "/messages", "/decisions", "/quality")) {
            tab.go(server.url(path));
            assertThat(tab.value("document.documentElement.scrollWidth").asInt())
                    .as("width of " + path)
                    .isLessThanOrEqualTo(390);
        }
        tab.dark(false);
        String light = colours(tab);
        tab.dark(true);

        assertThat(light).isNotEqualTo(colours(tab));
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void everyFieldHasALabelEveryPictureWordsAndOneHeadingLeads() {
        ada();
        Tab tab = browser.tab().go(server.url("/"));

        assertThat(tab.value("[...document.querySelectorAll('input')].every(it => it.labels.length === 1)")
                        .asBoolean())
                .isTrue();
        assertThat(tab.value("document.querySelectorAll('h1').length").asInt()).isOne();
        assertThat(tab.value(
                                "[...document.querySelectorAll('img, iframe, svg')].every(it => it.hasAttribute('alt') || it.title"
                                        + " || it.getAttribute('aria-label') || it.closest('[aria-hidden]'))")
                        .asBoolean())
                .isTrue();
        assertThat(tab.value("document.documentElement.lang").asString()).isEqualTo("en");
    }

    private void ada() {
        server.client.take("identify", """
                {"userId": "u1", "traits": {"firstName": "Ada", "email": "ada@shop.example"}}""");
    }

    private static String text(Tab tab, String selector) {
        return tab.value("document.querySelector('%s')?.innerText ?? ''".formatted(selector))
                .asString();
    }

    private static String colours(Tab tab) {
        return tab.value("getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor")
                .asString();
    }
}

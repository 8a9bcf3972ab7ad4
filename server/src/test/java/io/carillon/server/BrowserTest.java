package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Shoppers with a real browser, on the pages of a shop that has pasted the script: who is who on a shared machine? */
@EnabledIfSystemProperty(
        named = "carillon.long",
        matches = "true",
        disabledReason = "browsers are in ./carillon test --long")
class BrowserTest {
    private final RunningServer server;
    private final Chromium browser;
    private Optional<ShopSite> site = Optional.empty();

    BrowserTest(@TempDir Path folder) throws IOException {
        assumeThat(Files.exists(ShopPage.SDKS.resolve("node_modules/@segment/snippet")))
                .as("the SDK is installed: npm ci in %s", ShopPage.SDKS)
                .isTrue();
        Optional<Path> executable = Chromium.installed();
        assumeThat(executable).as("a browser is installed: chromium on PATH").isPresent();
        server = RunningServer.in(folder.resolve("server"), "1h");
        browser = Chromium.start(executable.orElseThrow(), Files.createDirectories(folder.resolve("profile")));
    }

    @AfterEach
    void close() {
        browser.close();
        site.ifPresent(ShopSite::close);
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSignsInAfterAResetIsSomebodyElse(ShopPage page) {
        Tab tab = open(page);

        String first = anonymousId(tab);
        call(tab, "track('Product Viewed', {sku: 'kettle'})");
        call(tab, "identify('u1', {email: 'ada@shop.example', firstName: 'Ada'})");
        call(tab, "track('Order Completed', {total: 40})");
        tab.value("analytics.reset()");
        tab.go(shop() + "/again");
        String second = anonymousId(tab);
        call(tab, "track('Product Viewed', {sku: 'lamp'})");
        call(tab, "identify('u2', {email: 'bob@shop.example', firstName: 'Bob'})");
        call(tab, "track('Product Added', {sku: 'lamp'})");

        assertThat(second).isNotEqualTo(first);
        String ada = server.client.idOf("user:u1");
        String bob = server.client.idOf("user:u2");
        assertThat(bob).isNotEqualTo(ada);
        assertThat(List.of(server.client.idOf("anonymous:" + first), server.client.idOf("email:ada@shop.example")))
                .containsOnly(ada);
        assertThat(List.of(server.client.idOf("anonymous:" + second), server.client.idOf("email:bob@shop.example")))
                .containsOnly(bob);
        assertThat(eventsOf(ada, 4))
                .containsExactlyInAnyOrder("page /", "Product Viewed kettle", "identify", "Order Completed");
        assertThat(eventsOf(bob, 4))
                .containsExactlyInAnyOrder("page /again", "Product Viewed lamp", "identify", "Product Added lamp");
        assertThat(server.client
                        .customer("user:u1")
                        .path("traits")
                        .path("firstName")
                        .asString())
                .isEqualTo("Ada");
        assertThat(tab.requests()).allMatch(url -> url.startsWith(shop() + "/") || url.startsWith(carillon() + "/"));
        assertThat(tab.requests()).filteredOn(url -> url.startsWith(carillon())).isNotEmpty();
        assertThat(tab.complaints()).isEmpty();
        assertThat(server.client.get("/api/quality").path("items")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSignsInWithoutAResetIsSomebodyElseToo(ShopPage page) {
        Tab tab = open(page);

        String first = anonymousId(tab);
        call(tab, "track('Product Viewed', {sku: 'kettle'})");
        call(tab, "identify('u1', {email: 'ada@shop.example'})");
        call(tab, "identify('u2', {email: 'bob@shop.example'})");
        String second = anonymousId(tab);
        call(tab, "track('Product Added', {sku: 'lamp'})");

        assertThat(second).as("the SDK itself takes a new id for a new person").isNotEqualTo(first);
        String ada = server.client.idOf("user:u1");
        String bob = server.client.idOf("user:u2");
        assertThat(bob).isNotEqualTo(ada);
        assertThat(server.client.idOf("anonymous:" + first)).isEqualTo(ada);
        assertThat(server.client.idOf("anonymous:" + second)).isEqualTo(bob);
        assertThat(eventsOf(ada, 3)).containsExactlyInAnyOrder("page /", "Product Viewed kettle", "identify");
        assertThat(eventsOf(bob, 2)).containsExactlyInAnyOrder("identify", "Product Added lamp");
        assertThat(tab.complaints()).isEmpty();
    }

    /** The shop has its own id of the browser, and names whoever sits there together with it. */
    @ParameterizedTest
    @EnumSource
    void theBrowsersIdGoesToThePersonLastNamedWithItAndHistoryStays(ShopPage page) {
        Tab tab = open(page);

        String browserId = anonymousId(tab);
        call(tab, "track('Product Viewed', {sku: 'kettle'})");
        call(tab, "identify('u1', {email: 'ada@shop.example'})");
        call(tab, "track('Order Completed', {sku: 'kettle'})");
        String ada = server.client.idOf("anonymous:" + browserId);
        call(tab, "identify('u2', {email: 'bob@shop.example'}, {anonymousId: '%s'})".formatted(browserId));
        call(tab, "track('Product Added', {sku: 'lamp'})");

        assertThat(anonymousId(tab)).isEqualTo(browserId);
        assertThat(server.client.idOf("user:u1")).isEqualTo(ada);
        String bob = server.client.idOf("user:u2");
        assertThat(bob).isNotEqualTo(ada);
        String owner = eventually(() -> server.client.idOf("anonymous:" + browserId), bob::equals);
        assertThat(owner).isEqualTo(bob);
        assertThat(eventsOf(ada, 4))
                .containsExactlyInAnyOrder("page /", "Product Viewed kettle", "identify", "Order Completed kettle");
        assertThat(eventsOf(bob, 2)).containsExactlyInAnyOrder("identify", "Product Added lamp");
        assertThat(server.client.idOf("email:ada@shop.example")).isEqualTo(ada);
        assertThat(server.client.idOf("email:bob@shop.example")).isEqualTo(bob);
        assertThat(tab.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSaidWhileThePageWentAwayArrivesOnce(ShopPage page) {
        Tab tab = open(page);
        String browserId = anonymousId(tab);

        tab.value("analytics.track('Link Clicked'); location.href = '/next'; 'gone'");
        tab.awaitLoad(shop() + "/next");
        anonymousId(tab); // until then the SDK has what is said in the page's memory only
        tab.value("analytics.track('Tab Closed'); 'said'");
        tab.close();
        browser.tab().go(shop() + "/back");

        String who = server.client.idOf("anonymous:" + browserId);
        assertThat(eventsOf(who, 5))
                .containsExactlyInAnyOrder("page /", "Link Clicked", "page /next", "Tab Closed", "page /back");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSaidOfflineArrivesWhenTheShopIsNextVisited(ShopPage page) {
        Tab tab = open(page);
        String browserId = anonymousId(tab);
        call(tab, "track('Product Viewed', {sku: 'kettle'})");

        tab.offline(true);
        tab.value("analytics.track('Product Added', {sku: 'kettle'}); analytics.track('Cart Viewed'); 'said'");
        tab.close();
        browser.tab().go(shop() + "/back");

        String who = server.client.idOf("anonymous:" + browserId);
        assertThat(eventsOf(who, 5))
                .containsExactlyInAnyOrder(
                        "page /", "Product Viewed kettle", "Product Added kettle", "Cart Viewed", "page /back");
    }

    /** A link in a mail names who follows it: for that the SDK loads a part of itself. */
    @Test
    void partsOfTheSdkComeFromTheSameServer() {
        Tab tab = open(ShopPage.PLAIN_SCRIPT);
        anonymousId(tab); // the SDK is there, so nothing is lost when the page is left

        tab.go(shop() + "/?ajs_uid=u1&ajs_event=Mail%20Opened");

        eventually(() -> server.client.look("/api/customers?identifier=user:u1").statusCode(), status -> status == 200);
        assertThat(eventsOf(server.client.idOf("user:u1"), 4))
                .containsExactlyInAnyOrder("page /", "page /", "identify", "Mail Opened");
        assertThat(tab.requests())
                .anyMatch(url -> url.startsWith(carillon() + "/analytics-next/bundles/queryString.bundle."))
                .allMatch(url -> url.startsWith(shop() + "/") || url.startsWith(carillon() + "/"));
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void aPageWithAKeyThatNobodyHasIsToldSoByItsConsole() {
        site = Optional.of(new ShopSite(
                "<script src='%s/analytics.js/v1/mistyped/analytics.min.js'></script>".formatted(carillon())));

        Tab tab = browser.tab().go(shop() + "/");

        assertThat(eventually(tab::complaints, complaints -> !complaints.isEmpty()))
                .singleElement(STRING)
                .contains("404", "/analytics.js/v1/mistyped/");
    }

    private Tab open(ShopPage page) {
        var opened = new ShopSite(page.head(carillon()));
        site = Optional.of(opened);
        return browser.tab().go(opened.url() + "/");
    }

    private String shop() {
        return site.orElseThrow().url();
    }

    /** Another site than the shop's, not only another port of it. */
    private String carillon() {
        return "http://localhost:" + server.port();
    }

    private static String anonymousId(Tab tab) {
        return tab.value("""
                new Promise(known => analytics.ready(() =>
                    Promise.resolve(analytics.user()).then(user => known(user.anonymousId()))))""").asString();
    }

    /** Returns once it is answered. */
    private static void call(Tab tab, String call) {
        tab.value("analytics.%s.then(() => 'done')".formatted(call));
    }

    /** Once there are so many: page and product tell them apart. */
    private List<String> eventsOf(String customer, int count) {
        return eventually(() -> events(customer), events -> events.size() >= count);
    }

    private List<String> events(String customer) {
        return server.client.all("/api/customers/%s/timeline".formatted(customer)).stream()
                .filter(row -> row.path("type").asString().equals("event"))
                .map(row -> row.path("event"))
                .map(BrowserTest::told)
                .toList();
    }

    /** Its type and what tells it from others: the path of a page, the product of a track. */
    private static String told(JsonNode event) {
        JsonNode properties = event.path("properties");
        String type = event.path("type").asString();
        return switch (type) {
            case "page" -> "page " + properties.path("path").asString("");
            case "track" ->
                (event.path("name").asString() + " " + properties.path("sku").asString("")).strip();
            default -> type;
        };
    }
}

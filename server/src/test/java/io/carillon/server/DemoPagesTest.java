package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's pages, without a browser. */
class DemoPagesTest {
    private static final String HOSTILE = "<script>alert('x')</script>";
    private static final String SHOWN = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;";

    private final ShownServer server;

    DemoPagesTest(@TempDir Path folder) throws IOException {
        server = ShownServer.in(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatPeopleCallThemselvesIsNeverMarkup() {
        server.client.take("identify", """
                {"userId": "u1", "traits": {"firstName": "%s", "email": "ada@shop.example", "<i>": "<b>"}}""".formatted(HOSTILE));
        server.client.addToCart("u1", "<cart>", "<img src=x>");
        String id = server.client.idOf("user:u1");
        String sent = eventually(() -> page("/messages"), page -> page.contains("class=\"tag sent\""));

        String message = page("/messages/" + first("/messages/([A-Za-z0-9_-]{20,})", sent));

        for (String page :
                new String[] {page("/"), page("/customers"), page("/customers/" + id), page("/decisions"), sent}) {
            assertThat(page).contains(SHOWN).doesNotContain("<script>alert", "<img src=x", "<i>", "<cart>");
        }
        assertThat(message).contains("Still yours, " + SHOWN).doesNotContain("<script>alert");
    }

    @Test
    void aPageLetsNothingInAndAMailNothingOut() {
        server.client.take("identify", """
                {"userId": "u1", "traits": {"firstName": "Ada", "email": "ada@shop.example"}}""");
        server.client.addToCart("u1", "c1", "Kettle");
        String sent = eventually(() -> page("/messages"), page -> page.contains("class=\"tag sent\""));

        HttpResponse<String> overview = server.client.look("/");
        HttpResponse<String> mail =
                server.client.look("/messages/" + first("/messages/([A-Za-z0-9_-]{20,})", sent) + "/content");

        assertThat(policy(overview))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(overview.body()).doesNotContain("style=", "onclick=", "https://", "src=\"http");
        assertThat(policy(mail)).startsWith("sandbox; default-src 'none'");
        assertThat(mail.body()).contains("Kettle is waiting");
    }

    @Test
    void whyNothingWasSentIsOneClickAway() {
        server.client.take("identify", """
                {"userId": "u1", "traits": {"firstName": "Ada"}}""");
        server.client.addToCart("u1", "c1", "Kettle");
        String overview = eventually(() -> page("/?show=withheld"), page -> page.contains("class=\"tag withheld\""));

        assertThat(overview).contains("we know of no way to reach you by e-mail", "href=\"/?show=withheld#decisions\"");
        assertThat(page("/decisions?show=sent")).contains("There is none.");
        assertThat(page("/customers/" + server.client.idOf("user:u1")))
                .contains("we know of no way to reach you", "<summary>What was asked</summary>", "class=\"failed\"");
    }

    @Test
    void aSegmentSaysWhatItMeansAndWhoIsInIt() {
        server.client.take("identify", """
                {"userId": "u1", "traits": {"firstName": "Ada"}}""");
        server.client.track("u1", "Order Completed", "{\"total\": 40, \"name\": \"a kettle\"}");

        String segment = eventually(() -> page("/segments/buyers"), page -> page.contains("1 member now"));
        String person = page("/customers/" + server.client.idOf("user:u1"));

        assertThat(segment)
                .contains(
                        "<h1>Bought &lt;b&gt;something&lt;/b&gt;</h1>",
                        "Order Completed within 30d",
                        "firstName is known")
                .contains("/customers/" + server.client.idOf("user:u1"), "segment: buyers");
        assertThat(person)
                .contains("Entered segment <span>Bought &lt;b&gt;", "Order Completed counted 1 or more within 30d");
    }

    @Test
    void aJourneyIsDrawnWithItsBranchAndWhoStandsWhere() {
        server.client.take("identify", """
                {"userId": "u1", "traits": {"firstName": "Ada", "phone": "+4930123456"}}""");
        server.client.track("u1", "Order Completed", "{\"total\": 40, \"name\": \"a kettle\"}");
        String waiting = "3 days</b><span class=\"here\"><b>1</b> here now";

        String overview = eventually(() -> page("/"), page -> diagram(page).contains(waiting));

        assertThat(diagram(overview))
                .contains("asks if", "Product Added within 1d", "2 days", "3 days", "<dt>under way</dt><dd>1</dd>");
        assertThat(overview).contains("class=\"bubble\"", "Thank you for a kettle, Ada");
    }

    @Test
    void somebodyIsFoundByWhatTheyAreKnownBy() {
        server.client.take("identify", """
                {"userId": "u1", "traits": {"email": "ada@shop.example"}}""");
        String place = "/customers/" + server.client.idOf("user:u1");

        assertThat(server.client.look("/search?q=u1").headers().firstValue("Location"))
                .contains(place);
        assertThat(server.client.look("/search?q=ADA%40shop.example").headers().firstValue("Location"))
                .contains(place);
        assertThat(server.client.look("/search?q=%3Cb%3E").statusCode()).isEqualTo(404);
        assertThat(page("/search?q=%3Cb%3E")).contains("&lt;b&gt;").doesNotContain("by <b><b>");
    }

    @Test
    void whatCannotBeUsedIsShownWithItsReason() {
        server.client.take("track", """
                {"userId": "u1", "event": "Product Viewed", "timestamp": "yesterday"}""");

        assertThat(page("/")).contains("1 unusable, and why", "href=\"/quality\"");
        assertThat(page("/quality")).contains("timestamp", "yesterday");
    }

    @Test
    void theQualityPageShowsScoresAndFindings() {
        for (int i = 0; i < 60; i++) {
            server.client.track(
                    "u" + i, "Parcel Weighed", "{\"grams\": %s}".formatted(i % 2 == 0 ? i : "\"" + i + " g\""));
        }

        assertThat(page("/quality")).contains("Scores", "site", "properties.grams of", "are no ", "To fix: ");
    }

    @Test
    void whatIsNotThereIsSaid() {
        for (String path : new String[] {"/customers/nobody", "/messages/none", "/segments/none"}) {
            assertThat(server.client.look(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(page("/")).contains("Nobody has come by yet.", "14 March 2011", "×60");
        assertThat(page("/quality")).contains("Everything that came in was in order.");
    }

    private static String diagram(String overview) {
        int from = overview.indexOf("id=\"journey-after-order\"");
        return overview.substring(from, overview.indexOf("</article>", from));
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    private String page(String path) {
        return server.client.look(path).body();
    }

    private static String first(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}

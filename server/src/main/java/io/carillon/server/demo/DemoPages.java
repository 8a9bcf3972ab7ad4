package io.carillon.server.demo;

import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.message.Content;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.http.Routes;
import io.carillon.server.runtime.Engine;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The pages of the demo. They change nothing. */
public final class DemoPages {
    private static final String ID = "[A-Za-z0-9_-]{1,100}";
    private static final String CURSOR = "[A-Za-z0-9_-]{1,4000}";
    private static final int TIMELINE_ROWS = 100;
    private static final int DECISIONS_MAX = 200;
    /** Nothing from elsewhere, no style or script within the page. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** A message is a stranger: nothing in it runs, loads or leads out of its frame. */
    private static final String CONTENT_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final Engine engine;
    private final Layout layout;
    private final Samples samples;
    private final Api api;
    private final Watch watch;
    private final Reasons reasons;

    /** The API of the same server, asked as any other program would. */
    record Api(ApiClient client, Supplier<URI> server) {
        Optional<Value.Fields> get(String path) throws IOException, InterruptedException {
            return client.get(server.get(), path);
        }
    }

    DemoPages(Engine engine, DayClock clock, Samples samples, Api api) {
        this.engine = engine;
        this.layout = new Layout(clock);
        this.samples = samples;
        this.api = api;
        watch = new Watch(engine, clock.factor());
        reasons = new Reasons(api);
    }

    /**
     * Pages over any server, without a shop around it.
     *
     * @param apiToken of the server
     * @param server where it answers, once it does
     */
    public static DemoPages over(Engine engine, DayClock clock, String apiToken, Supplier<URI> server) {
        return new DemoPages(engine, clock, new Samples(), new Api(new ApiClient(apiToken), server));
    }

    public void addTo(Routes routes) {
        routes.get("/", request -> answer(() -> overview(request)));
        routes.get(
                "/customers", request -> page("Customers", "/customers", () -> CustomersPage.body(picture(), request)));
        routes.get("/customers/{id}", request -> answer(() -> person(request)));
        routes.get("/search", request -> answer(() -> search(request)));
        routes.get("/segments", _ -> page("Segments", "/segments", this::segments));
        routes.get("/segments/{id}", request -> answer(() -> segment(request)));
        routes.get("/messages", request -> page("Messages", "/messages", () -> messages(request)));
        routes.get("/messages/{id}", request -> answer(() -> message(request)));
        routes.get("/messages/{id}/content", this::content);
        routes.get("/decisions", request -> page("Decisions", "/decisions", () -> decisions(request)));
        routes.get("/quality", _ -> page("Data quality", "/quality", this::quality));
        routes.get("/demo.css", _ -> file("page.css", "text/css; charset=utf-8"));
        routes.get("/demo.js", _ -> file("page.js", "text/javascript; charset=utf-8"));
        routes.get("/demo.svg", _ -> file("bell.svg", "image/svg+xml"));
    }

    private interface Making<T> {
        T make() throws IOException, InterruptedException;
    }

    private static Answer answer(Making<Answer> page) {
        try {
            return page.make();
        } catch (IOException e) {
            return Answer.error(503, "late", "the server did not answer its own page");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.error(503, "ending", "the demo ends");
        }
    }

    private Picture picture() throws InterruptedException {
        return watch.picture();
    }

    private Course course(Picture picture) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        picture.segments().forEach((segment, size) -> sizes.put(segment.id().text(), size));
        SortedMap<String, Long> statuses = new TreeMap<>();
        for (MessageRow row : picture.messages())
            statuses.merge(row.dispatch().status().word(), 1L, Long::sum);
        var now = new Sample(
                picture.at(), picture.events().total(), picture.customers().size(), sizes, statuses);
        return new Course(samples.all(), now);
    }

    private Answer overview(Request request) throws IOException, InterruptedException {
        Picture picture = picture();
        var page = new OverviewPage(engine, picture, course(picture), reasons, api);
        return html(200, layout.page("Overview", "/", page.body(shown(request))));
    }

    private static Optional<DecisionsView.Fate> shown(Request request) {
        return request.query("show").flatMap(DecisionsView.Fate::ofWord);
    }

    private Html segments() throws InterruptedException {
        Picture picture = picture();
        return Html.of("<h1>Segments</h1>{}", new SegmentViews(engine, picture, course(picture)).overview());
    }

    private Answer segment(Request request) throws IOException, InterruptedException {
        String id = id(request);
        String path = "/api/segments/" + id;
        Optional<Value.Fields> whole = api.get(path);
        Optional<Value.Fields> members = api.get(path + "/members?limit=40" + cursor(request));
        if (whole.isEmpty() || members.isEmpty()) return nobody();
        Picture picture = picture();
        return new SegmentViews(engine, picture, course(picture))
                .page(id, whole.get(), members.get())
                .map(body -> html(200, layout.page(Said.text(whole.get(), "name"), "/segments", body)))
                .orElseGet(this::nobody);
    }

    private Html messages(Request request) throws InterruptedException {
        return MessagesPage.of(new MessageViews(engine, picture()), request).body(request);
    }

    private Html decisions(Request request) throws IOException, InterruptedException {
        var view = new DecisionsView(picture(), reasons);
        Optional<DecisionsView.Fate> shown = shown(request);
        Pages<MessageRow> page = Pages.of(view.of(shown), request);
        return Html.of(
                "<h1>Decisions</h1><p class=\"note lead\">Every wish of a journey to say something, and what came of it, also when nothing was said.</p>"
                        + "<div class=\"card\">{}{}{}</div>",
                view.filter("/decisions", "", shown),
                view.list(page.items()),
                page.links(
                        "/decisions" + shown.map(fate -> "?show=" + fate.word()).orElse("")));
    }

    private Html quality() throws IOException, InterruptedException {
        return QualityPage.body(new QualityPage.Facts(
                api.get("/api/quality").orElse(Value.Fields.NONE),
                api.get("/api/quality/scores").orElse(Value.Fields.NONE),
                api.get("/api/quality/findings").orElse(Value.Fields.NONE)));
    }

    private Answer person(Request request) throws IOException, InterruptedException {
        String path = "/api/customers/" + id(request);
        Optional<Value.Fields> profile = api.get(path);
        Optional<Value.Fields> timeline = api.get(path + "/timeline?limit=" + TIMELINE_ROWS + cursor(request));
        Optional<Value.Fields> decisions = api.get(path + "/decisions?limit=" + DECISIONS_MAX);
        if (profile.isEmpty() || timeline.isEmpty() || decisions.isEmpty()) return nobody();
        String id = Said.text(profile.get(), "id");
        Map<String, String> names = new LinkedHashMap<>();
        List<Value.Fields> whys = new ArrayList<>();
        for (SegmentDefinition segment : engine.knowledge().segments()) {
            String segmentId = segment.id().text();
            names.put(segmentId, segment.name());
            api.get("/api/segments/" + segmentId + "/why?customer=" + id).ifPresent(whys::add);
        }
        Html happened = new TimelineView(decisions.get(), names)
                .html(
                        timeline.get(),
                        Pages.onward("/customers/" + id, timeline.get().text("next")));
        var page = new PersonPage(profile.get(), whys, names, happened);
        return html(200, layout.page(People.name(profile.get().fields("traits")), "/customers", page.body()));
    }

    /** Whatever somebody is known by: the first kind of identifier under which there is somebody. */
    private Answer search(Request request) throws IOException, InterruptedException {
        String text = request.query("q").orElse("").strip();
        if (text.isEmpty() || text.length() > 200) return seeOther("/customers");
        List<String> kinds = Stream.of("email", "user", "phone", "anonymous", "device", "external")
                .filter(kind -> text.contains("@") || !kind.equals("email"))
                .map(kind -> kind + ":" + text)
                .toList();
        for (String identifier : text.contains(":")
                ? Stream.concat(Stream.of(text), kinds.stream()).toList()
                : kinds) {
            Optional<Value.Fields> found =
                    api.get("/api/customers?identifier=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8));
            if (found.isPresent()) return seeOther("/customers/" + Said.text(found.get(), "id"));
        }
        Html body = Html.of(
                "<h1>Nobody found</h1><p>Nobody is known by <b>{}</b>. Try a whole e-mail address, a user id or another identifier.</p>",
                text);
        return html(404, layout.page("Nobody found", "/customers", body));
    }

    private static Answer seeOther(String path) {
        return Answer.empty(303).with("Location", path);
    }

    private Answer message(Request request) throws IOException, InterruptedException {
        Optional<Value.Fields> message = api.get("/api/messages/" + id(request));
        if (message.isEmpty()) return nobody();
        String id = Said.text(message.get(), "id");
        Optional<Value.Fields> decisions =
                api.get("/api/customers/" + Said.text(message.get(), "customer") + "/decisions?limit=" + DECISIONS_MAX);
        Optional<Value.Fields> decision = decisions.stream()
                .flatMap(all -> Said.items(all, "items").stream())
                .filter(each -> Said.text(each, "id").equals(id))
                .findFirst();
        var views = new MessageViews(engine, picture());
        Optional<Html> preview =
                row(id).flatMap(row -> views.content(row).map(content -> views.preview(row, content, true)));
        String title = JourneyDiagram.name(Said.text(message.get(), "message"));
        return html(200, layout.page(title, "/messages", MessagePage.body(message.get(), decision, preview)));
    }

    private Optional<MessageRow> row(String id) {
        return engine.host().row(Messages.MESSAGES, id).map(MessageRow.Stored.ROWS::decode);
    }

    /** A mail alone, for a frame. */
    private Answer content(Request request) {
        Optional<Content> content =
                engine.host().row(Messages.CONTENT, id(request)).map(Content.Stored.CONTENTS::decode);
        String html = content.orElse(null) instanceof Content.Email mail ? mail.html() : "";
        return Answer.of(html.isEmpty() ? 404 : 200, "text/html; charset=utf-8", html)
                .with("Cache-Control", "private, max-age=60")
                .with("Content-Security-Policy", CONTENT_POLICY)
                .with("Referrer-Policy", "no-referrer");
    }

    private static String id(Request request) {
        String id = request.path("id");
        return id.matches(ID) ? id : "none";
    }

    private static String cursor(Request request) {
        return request.query("cursor")
                .filter(cursor -> cursor.matches(CURSOR))
                .map(cursor -> "&cursor=" + cursor)
                .orElse("");
    }

    private Answer nobody() {
        Html body = Html.of(
                "<h1>Not here</h1><p>There is nothing at this address. <a href=\"/\">Back to the overview</a></p>");
        return html(404, layout.page("Not here", "", body));
    }

    private Answer page(String title, String place, Making<Html> body) {
        return answer(() -> html(200, layout.page(title, place, body.make())));
    }

    private static Answer html(int status, String page) {
        return Answer.of(status, "text/html; charset=utf-8", page)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "same-origin")
                .with("Content-Security-Policy", POLICY);
    }

    private static Answer file(String name, String type) {
        return answer(() -> Answer.of(200, type, DemoWorkspace.text(name)).with("Cache-Control", "no-cache"));
    }
}

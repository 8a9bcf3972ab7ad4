package io.carillon.server.unsubscribe;

import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Addresses.Unsubscribe;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.ReplyTo;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Body;
import io.carillon.server.http.Request;
import io.carillon.server.http.Routes;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /u/TOKEN}: GET shows what the link is for, POST does it. */
public final class UnsubscribePages {
    private static final int BODY_BYTES_MAX = 4_096;
    private final Engine engine;

    public UnsubscribePages(Engine engine) {
        this.engine = engine;
    }

    public void addTo(Routes routes) {
        routes.get("/u/{token}", this::show);
        routes.post("/u/{token}", this::change);
    }

    private Answer show(Request request) {
        if (isTest(request)) return html(200, Pages.test());
        return link(request).map(this::page).orElseGet(UnsubscribePages::badLink);
    }

    private Answer page(Unsubscribe link) {
        Asking.Outcome outcome = engine.asking().ask(link.endpoint().address(), Lane.URGENT, EndpointMessage.Look::new);
        if (!(outcome instanceof Asking.Outcome.Answered(EndpointMessage.Answer(var _, var state)))) return busy();
        boolean subscribed = !state.withdrawn().containsKey(link.topic());
        return html(
                200, subscribed ? Pages.subscribed(name(link), link) : Pages.unsubscribed(name(link), link, List.of()));
    }

    private Answer change(Request request) {
        if (isTest(request)) return html(200, Pages.test());
        Optional<Unsubscribe> link = link(request);
        if (link.isEmpty()) return badLink();
        // A mail program's one click says List-Unsubscribe=One-Click; only our own page ever asks to subscribe again.
        boolean again = request.body(BODY_BYTES_MAX) instanceof Body.Read(var bytes)
                && bytes.toUtf8().contains("subscribe=again");
        return again ? subscribe(link.get()) : unsubscribe(link.get());
    }

    private Answer unsubscribe(Unsubscribe link) {
        Asking.Outcome outcome = ask(
                link,
                replyTo -> new EndpointMessage.Withdraw(
                        link.topic(), engine.now(), Optional.of(link.customer()), List.of(), List.of(), replyTo));
        if (!(outcome instanceof Asking.Outcome.Answered(Answers.Withdrawn(var onTheirWay)))) return busy();
        return html(200, Pages.unsubscribed(name(link), link, onTheirWay));
    }

    private Answer subscribe(Unsubscribe link) {
        Asking.Outcome outcome = ask(
                link,
                replyTo -> new EndpointMessage.Subscribe(
                        link.topic(), engine.now(), Optional.of(link.customer()), replyTo));
        return outcome instanceof Asking.Outcome.Answered ? html(200, Pages.subscribed(name(link), link)) : busy();
    }

    private Asking.Outcome ask(Unsubscribe link, Function<ReplyTo, Message> message) {
        return engine.asking().ask(link.endpoint().address(), Lane.URGENT, message);
    }

    private static boolean isTest(Request request) {
        return request.path("token").equals(Addresses.TEST_TOKEN);
    }

    private Optional<Unsubscribe> link(Request request) {
        return engine.knowledge().addresses().readToken(request.path("token"));
    }

    /** The topic as people read it. */
    private String name(Unsubscribe link) {
        return engine.knowledge()
                .topic(link.topic())
                .map(topic -> topic.name())
                .orElse(link.topic().text());
    }

    private static Answer badLink() {
        return html(404, Pages.badLink());
    }

    private static Answer busy() {
        return html(503, Pages.busy()).with("Retry-After", "5");
    }

    private static Answer html(int status, String page) {
        return Answer.of(status, "text/html; charset=utf-8", page)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Robots-Tag", "noindex")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    }
}

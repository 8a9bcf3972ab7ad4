package io.carillon.channels.webhook;

import io.carillon.channels.delivery.Pace;
import io.carillon.channels.net.Resolver;
import io.carillon.core.entity.WebhookDue;
import io.carillon.core.host.Host;
import io.carillon.core.host.Notice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/** The workers that tell facts, one for each webhook, so that a slow receiver holds up nobody else. */
public final class WebhookCouriers implements AutoCloseable {
    private final Host<?> host;
    private final Pace pace;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Held> couriers = new ConcurrentHashMap<>();

    private record Held(WebhookTarget target, WebhookCourier courier) {}

    public WebhookCouriers(Host<?> host, Pace pace) {
        this.host = host;
        this.pace = pace;
    }

    /** From now on, whom to tell. Calls under way end by themselves. */
    public synchronized void use(Map<String, WebhookTarget> targets) {
        for (Map.Entry<String, Held> held : new LinkedHashMap<>(couriers).entrySet()) {
            if (held.getValue().target().equals(targets.get(held.getKey()))) continue;
            couriers.remove(held.getKey());
            held.getValue().courier().close();
        }
        targets.forEach((webhook, target) -> {
            if (!couriers.containsKey(webhook)) couriers.put(webhook, new Held(target, start(webhook, target)));
        });
    }

    private WebhookCourier start(String webhook, WebhookTarget target) {
        var caller =
                new WebhookCaller(target.receiver(), (SSLSocketFactory) SSLSocketFactory.getDefault(), Resolver.SYSTEM);
        var courier =
                new WebhookCourier(webhook, host, pace, new WebhookCourier.Line(caller, target.parallel()), underWay);
        courier.start();
        return courier;
    }

    /** To be told every notice of the host. */
    public void onNotice(Notice notice) {
        if (!(notice instanceof WebhookDue due)) return;
        Held held = couriers.get(due.webhook());
        if (held != null) held.courier().add(due);
    }

    /** Makes no new call; those under way end by themselves. */
    @Override
    public synchronized void close() {
        couriers.values().forEach(held -> held.courier().close());
        couriers.clear();
    }
}

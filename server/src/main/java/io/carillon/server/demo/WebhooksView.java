package io.carillon.server.demo;

import io.carillon.core.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who is told of facts, and what they could not be told. */
record WebhooksView(DemoPages.Api api) {
    private static final int DEAD_SHOWN = 20;

    /** A card; nothing when there is none. */
    Html html() throws IOException, InterruptedException {
        List<Value.Fields> webhooks = Said.items(api.get("/api/webhooks").orElse(Value.Fields.NONE), "items");
        if (webhooks.isEmpty()) return Html.NONE;
        var items = new ArrayList<Html>();
        for (Value.Fields webhook : webhooks) items.add(item(webhook));
        return Html.of(
                "<div class=\"card\"><h2>Webhooks</h2><ul class=\"webhooks\">{}</ul></div>", Html.join(items.stream()));
    }

    private Html item(Value.Fields webhook) throws IOException, InterruptedException {
        String id = Said.text(webhook, "id");
        List<Value.Fields> dead = Said.items(
                api.get("/api/webhooks/" + id + "/dead?limit=" + DEAD_SHOWN).orElse(Value.Fields.NONE), "items");
        String disabled = Said.text(webhook, "disabled");
        return Html.of(
                "<li><b>{}</b> {}<span class=\"note\">{}</span>{}</li>",
                id,
                disabled.isEmpty()
                        ? Html.of("<span class=\"tag sent\">active</span>")
                        : Html.of("<span class=\"tag dead\" title=\"{}\">disabled</span>", disabled),
                String.join(", ", Said.texts(webhook, "facts")),
                Html.of(
                                "<details><summary>{} given up</summary><ul>{}</ul></details>",
                                dead.size() < DEAD_SHOWN ? Integer.toString(dead.size()) : DEAD_SHOWN + " or more",
                                Html.join(dead.stream().map(WebhooksView::call)))
                        .when(!dead.isEmpty()));
    }

    private static Html call(Value.Fields call) {
        return Html.of(
                "<li>{} {} after {} attempts: {}</li>",
                Said.moment(call, "diedAt"),
                Said.text(call, "type"),
                Said.number(call, "attempts"),
                Said.text(call, "reason"));
    }
}

package io.carillon.server.api;

import io.carillon.core.message.Content;
import io.carillon.core.value.Value;

/** What a message says, as JSON. */
final class ContentViews {
    private ContentViews() {}

    static Value.Fields of(Content content) {
        return switch (content) {
            case Content.Email(var subject, var html, var text, var unsubscribeUrl) ->
                new Shape()
                        .with("subject", subject)
                        .with("html", html)
                        .with("text", text)
                        .with("unsubscribeUrl", unsubscribeUrl)
                        .build();
            case Content.Titled(var title, var body) ->
                new Shape().with("title", title).with("body", body).build();
            case Content.Plain(var body) -> new Shape().with("body", body).build();
        };
    }
}

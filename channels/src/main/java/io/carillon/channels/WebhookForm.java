package io.carillon.channels;

import io.carillon.channels.webhook.WebhookReceiver;
import io.carillon.core.message.AddressRange;
import io.carillon.core.message.WebhookSecret;
import io.carillon.core.message.WebhookUrl;
import java.util.ArrayList;
import java.util.List;

/** Reads the settings of a webhook channel. */
final class WebhookForm {
    private WebhookForm() {}

    static WebhookReceiver read(Settings given) {
        given.only("url", "keys", "allowPrivate", "connections", "callTimeout");
        WebhookUrl url =
                WebhookUrl.of(given.required("url")).orElseThrow(() -> given.wrong("url", WebhookUrl.EXPECTED));
        var keys = new ArrayList<WebhookSecret>();
        for (String key : given.required("keys").split(" ", -1)) {
            keys.add(WebhookSecret.of(key).orElseThrow(() -> given.wrong("keys", WebhookSecret.EXPECTED)));
        }
        List<AddressRange> ranges = given.texts("allowPrivate").stream()
                .map(text -> AddressRange.of(text)
                        .orElseThrow(() -> given.wrong("allowPrivate", "a list of ranges, e.g. 10.0.0.0/8")))
                .toList();
        try {
            return new WebhookReceiver(
                    url, keys, ranges, given.duration("callTimeout").orElse(WebhookReceiver.CALL_TIMEOUT_DEFAULT));
        } catch (IllegalArgumentException outOfRange) {
            throw new IllegalArgumentException(given.place() + ": " + outOfRange.getMessage(), outOfRange);
        }
    }
}

package io.carillon.server.collect;

import io.carillon.core.value.Value;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the browser SDK asks for before it sends: that there is one destination, and that it is here. */
final class ProjectSettings {
    private ProjectSettings() {}

    /** @param publicUrl under which browsers reach this server */
    static Value.Fields of(String writeKey, URI publicUrl) {
        var segment = new LinkedHashMap<String, Value>();
        segment.put("apiKey", Value.of(writeKey));
        segment.put(
                "apiHost",
                Value.of(publicUrl.getRawAuthority() + publicUrl.getRawPath().replaceAll("/+$", "") + "/v1"));
        segment.put("protocol", Value.of(publicUrl.getScheme()));
        // Lets a call outlive the page that made it: who clicks on is still heard.
        segment.put("deliveryStrategy", Value.of(Map.of("config", Value.of(Map.of("keepalive", Value.of(true))))));
        segment.put("unbundledIntegrations", Value.of(List.of()));
        segment.put("addBundledMetadata", Value.of(false));

        var settings = new LinkedHashMap<String, Value>();
        settings.put("integrations", Value.of(Map.of("Segment.io", new Value.Fields(segment))));
        settings.put("plan", plan());
        settings.put("edgeFunction", Value.Fields.NONE);
        settings.put("analyticsNextEnabled", Value.of(true));
        settings.put("middlewareSettings", Value.Fields.NONE);
        settings.put("enabledMiddleware", Value.Fields.NONE);
        settings.put("metrics", Value.of(Map.of("sampleRate", Value.of(0))));
        settings.put("legacyVideoPluginsEnabled", Value.of(false));
        settings.put("remotePlugins", Value.of(List.of()));
        return new Value.Fields(settings);
    }

    /** Every event goes everywhere. */
    private static Value plan() {
        Value open = Value.of(Map.of("__default", Value.of(Map.of("enabled", Value.of(true)))));
        var plan = new LinkedHashMap<String, Value>();
        for (String type : List.of("track", "identify", "group")) plan.put(type, open);
        return new Value.Fields(plan);
    }
}

package io.carillon.server.browser;

import io.carillon.server.collect.Sources;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.http.Routes;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Serves the browser SDK: one script for each source, and the parts that the script loads when it needs them. */
public final class BrowserSdk {
    /** So soon a page learns of a new version or public URL; until then it waits for nobody. */
    private static final String SCRIPT_CACHING = "public, max-age=300, stale-while-revalidate=86400";
    /** A part's name changes with its content. */
    private static final String PART_CACHING = "public, max-age=31536000, immutable";

    private static final int SCRIPTS_MAX = 100;

    private final Sources sources;
    private final Supplier<URI> publicUrl;
    private final SdkFiles files = SdkFiles.onClassPath();
    private final Map<Speaker, StaticText> scripts = new ConcurrentHashMap<>();
    private final Map<String, StaticText> parts = new ConcurrentHashMap<>();

    /** For whom a script speaks, and to whom. */
    private record Speaker(String writeKey, URI publicUrl) {}

    /** @param publicUrl under which browsers reach this server; asked for per request, as the port may be open until then */
    public BrowserSdk(Sources sources, Supplier<URI> publicUrl) {
        this.sources = sources;
        this.publicUrl = publicUrl;
    }

    public void addTo(Routes routes) {
        routes.get("/analytics.js/v1/{writeKey}/analytics.min.js", this::script);
        routes.get("/analytics-next/bundles/{part}", this::part);
    }

    private Answer script(Request request) {
        String key = request.path("writeKey");
        if (sources.ofKey(key).isEmpty()) {
            return missing(
                    "unknown_write_key", "no source has this write key; the one in your page is not in the workspace");
        }
        // Keys come and go with the workspace, so what was made for them is bounded.
        if (scripts.size() >= SCRIPTS_MAX) scripts.clear();
        return scripts.computeIfAbsent(new Speaker(key, publicUrl.get()), this::make)
                .answer(request, SCRIPT_CACHING);
    }

    private StaticText make(Speaker speaker) {
        return StaticText.of(new PageScript(files).of(speaker.writeKey, speaker.publicUrl));
    }

    private Answer part(Request request) {
        String name = request.path("part");
        Optional<StaticText> part = Optional.ofNullable(parts.get(name))
                .or(() -> files.part(name).map(content -> {
                    StaticText made = StaticText.of(content);
                    parts.put(name, made);
                    return made;
                }));
        return part.map(text -> text.answer(request, PART_CACHING))
                .orElseGet(() -> missing("not_found", "the browser SDK " + files.version() + " has no such part"));
    }

    /**
     * Not kept by anybody: a key that is published next is known at once. Said in JavaScript, as browsers keep silent about a
     * script that is missing when the answer is of another type.
     */
    private static Answer missing(String code, String message) {
        return Answer.of(404, StaticText.SCRIPT, "// %s: %s\n".formatted(code, message))
                .with("Cache-Control", "no-store")
                .with("Access-Control-Allow-Origin", "*");
    }
}

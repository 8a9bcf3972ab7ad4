package io.carillon.core.content.liquid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A parsed template that others include. */
record Partial(Source source, Body body) {
    /** Those parsed with the template, and the way to those named only when it is rendered. */
    record Shelf(Map<String, Partial> parsed, Partials others) {
        Shelf {
            parsed = Collections.unmodifiableMap(new LinkedHashMap<>(parsed));
        }

        Optional<Partial> get(String name) {
            return Optional.ofNullable(parsed.get(name));
        }

        Partial parse(String name, Limits limits) {
            String text =
                    others.find(name).orElseThrow(() -> new Problem("there is no partial named " + Problem.show(name)));
            var source = new Source(name, text);
            return new Partial(source, new BlockParser(source, limits).all());
        }
    }
}

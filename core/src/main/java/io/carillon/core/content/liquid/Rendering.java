package io.carillon.core.content.liquid;

import java.util.List;

/** How a rendering ended. Only {@link Rendered} may be sent. */
public sealed interface Rendering {
    /**
     * The whole text.
     *
     * @param missing paths that were written but are not in the data, each once, in the order met, at most
     *     {@link #MISSING_MAX}; a path that is only tested ({@code if}, {@code case}) or has a {@code default} is not missing
     */
    record Rendered(String text, List<String> missing) implements Rendering {
        public Rendered {
            missing = List.copyOf(missing);
        }
    }

    /** The template itself said not to send: {@code {% abort_message('reason') %}}. */
    record Aborted(String reason) implements Rendering {}

    /** The template could not be rendered with these data, or went past a limit. */
    record Failed(TemplateException problem) implements Rendering {}

    int MISSING_MAX = 200;
}

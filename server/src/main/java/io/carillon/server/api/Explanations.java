package io.carillon.server.api;

import io.carillon.core.condition.Explanation;
import io.carillon.core.value.Value;

/** An explanation as JSON: its facts in words, nested as the condition nests. */
final class Explanations {
    private Explanations() {}

    static Value.Fields of(Explanation explanation) {
        var shape = new Shape().with("holds", explanation.holds());
        return switch (explanation) {
            case Explanation.Fact(var _, var text) -> shape.with("text", text).build();
            case Explanation.Together(var holds, var parts) ->
                shape.with(
                                holds ? "all" : "none",
                                parts.stream().map(Explanations::of).toList())
                        .build();
            case Explanation.Opposite(var part) -> shape.with("not", of(part)).build();
            case Explanation.ByName(var kind, var name, var part) ->
                shape.with(kind, name).with("because", of(part)).build();
        };
    }
}

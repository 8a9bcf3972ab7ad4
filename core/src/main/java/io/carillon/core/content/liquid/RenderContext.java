package io.carillon.core.content.liquid;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that changes while one template is rendered once: output, scope, what was missing, and what is left of the limits. */
final class RenderContext {
    private final Value.Fields data;
    private final RenderSettings settings;
    private final Partial.Shelf shelf;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Map<String, Partial> computed = new LinkedHashMap<>();
    private Scope scope = new Scope(false);
    private Source source;
    private StringBuilder out = new StringBuilder();
    private String abortReason = "";
    private long steps;
    private int depth;

    RenderContext(Source source, Partial.Shelf shelf, Value.Fields data, RenderSettings settings) {
        this.source = source;
        this.shelf = shelf;
        this.data = data;
        this.settings = settings;
    }

    RenderSettings settings() {
        return settings;
    }

    boolean isHtml() {
        return settings.escaping() == Escaping.HTML;
    }

    Source source() {
        return source;
    }

    Scope scope() {
        return scope;
    }

    String text() {
        return out.toString();
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    String abortReason() {
        return abortReason;
    }

    void abort(String reason) {
        abortReason = reason;
    }

    void noteMissing(String path) {
        if (missing.size() < Rendering.MISSING_MAX) missing.add(path);
    }

    Val lookup(String name) {
        Val found = scope.find(name);
        return found == Val.Special.ABSENT ? data(name) : found;
    }

    /** What the data have under a name, whatever the template has assigned. */
    Val data(String name) {
        return data.get(name).map(Val::of).orElse(Val.Special.ABSENT);
    }

    void charge(long work) {
        steps += work;
        if (steps > settings.limits().stepsMax()) {
            throw new Problem("rendering takes more than " + settings.limits().stepsMax() + " steps");
        }
    }

    void chargeChars(long chars) {
        charge(chars / 32 + 1);
    }

    /** For a search that may compare each char of the part at each place of the text. */
    void chargeSearch(long textChars, long partChars) {
        charge((textChars / 32 + 1) * (partChars / 64 + 1));
    }

    /** Refuses a text that would be too long, before it is made. */
    void checkChars(long chars) {
        if (chars > settings.limits().outputCharsMax()) {
            throw new Problem("a text is longer than " + settings.limits().outputCharsMax() + " characters");
        }
    }

    /** Charges for working on a value; refuses one too large to write. */
    void weigh(Val val) {
        long chars = switch (val) {
            case Val.Data(Value.Text(var text)) -> text.length();
            case Val.Data(var value) -> chars(value, 0);
            case Val.Markup(var html) -> html.length();
            case Val.Range _, Val.Looping _, Val.Special _ -> 1;
        };
        checkChars(chars);
        chargeChars(chars);
    }

    private long chars(Value value, long before) {
        long sum = before + 1;
        checkChars(sum);
        switch (value) {
            case Value.Text(var text) -> sum += text.length();
            case Value.Num(var number) -> sum += number.precision();
            case Value.Items(var items) -> {
                for (Value item : items) sum = chars(item, sum);
            }
            case Value.Fields(var fields) -> {
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    sum = chars(field.getValue(), sum + field.getKey().length());
                }
            }
            case Value.Flag _, Value.Nothing _ -> sum += 1;
        }
        return sum;
    }

    /** One level deeper; {@link #leave} goes back up. */
    void enter() {
        if (depth >= settings.limits().nestingMax()) {
            throw new Problem("blocks and partials are nested more than "
                    + settings.limits().nestingMax() + " deep");
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    /** Writes as it is. */
    void write(String text) {
        checkChars((long) out.length() + text.length());
        chargeChars(text.length());
        out.append(text);
    }

    /** Writes a value, escaped when outputs are. */
    void write(Val val) {
        weigh(val);
        write(escaped(val));
    }

    /** What a body writes, kept apart. */
    Captured capture(Body body) {
        StringBuilder outer = out;
        out = new StringBuilder();
        Flow flow = body.render(this);
        String text = out.toString();
        out = outer;
        return new Captured(text, flow);
    }

    record Captured(String text, Flow flow) {}

    /** A value as it is written: escaped, when outputs are, unless it needs that no more. */
    String escaped(Val val) {
        if (val instanceof Val.Markup(var ready)) return ready;
        String text = Texts.of(val);
        return switch (settings.escaping()) {
            case NONE -> text;
            case HTML -> Html.escape(text);
            case JSON -> Json.escape(text);
        };
    }

    /** HTML that this rendering made itself: needs no escaping more where HTML is written. */
    Val made(String text) {
        return isHtml() ? new Val.Markup(text) : Val.of(text);
    }

    /** Text in the language that is written, whichever that is: needs no escaping more. */
    Val ready(String text) {
        return settings.escaping() == Escaping.NONE ? Val.of(text) : new Val.Markup(text);
    }

    /** JSON: needs no escaping more where JSON is written. */
    Val json(String json) {
        return settings.escaping() == Escaping.JSON ? new Val.Markup(json) : Val.of(json);
    }

    Partial partial(String name) {
        Optional<Partial> known = shelf.get(name);
        if (known.isPresent()) return known.get();
        Partial before = computed.get(name);
        if (before != null) return before;
        if (computed.size() >= settings.limits().partialsMax()) {
            throw new Problem(
                    "more than " + settings.limits().partialsMax() + " partials are included by computed names");
        }
        Partial parsed = shelf.parse(name, settings.limits());
        chargeChars(parsed.source().text().length());
        computed.put(name, parsed);
        return parsed;
    }

    /** Renders a partial in this scope, or in an isolated one of its own that sees the data only. */
    Flow render(Partial partial, Scope inner) {
        Source outerSource = source;
        Scope outerScope = scope;
        source = partial.source();
        scope = inner;
        Flow flow = partial.body().render(this);
        source = outerSource;
        scope = outerScope;
        return flow;
    }
}

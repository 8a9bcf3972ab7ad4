package io.carillon.testkit.hostile;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.content.liquid.Limits;
import io.carillon.core.content.liquid.Partials;
import io.carillon.core.content.liquid.RenderSettings;
import io.carillon.core.content.liquid.Rendering;
import io.carillon.core.content.liquid.Template;
import io.carillon.core.content.liquid.TemplateException;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever stands in template and data, parsing and rendering end, within their limits, in a text or a reason. */
class LiquidFuzzTest {
    private static final int SEEDS = 4_000;
    private static final Limits LIMITS = new Limits(100_000, 100, 10, 20_000, 50_000);
    /** A step works on at most 32 chars or one item, and a text may be made at each of a few hundred of them. */
    private static final long BYTES_MAX = 400L << 20;

    private static final Partials PARTIALS =
            name -> name.length() < 40 ? Optional.of("{{ x }}{{ a }}") : Optional.empty();

    private record Case(String template, Value.Fields data, boolean isHtml) {}

    @Test
    void aTemplateIsRenderedOrRefused() {
        forAll(SEEDS, LiquidFuzzTest::any, (it, _) -> judge(it));
    }

    private static Case any(Chance chance) {
        return new Case(LiquidTexts.template(chance), data(chance), chance.chance(0.5));
    }

    private static void judge(Case it) {
        Ordeal ordeal = Ordeal.of(1, BYTES_MAX);
        Optional<Template> template =
                ordeal.read(TemplateException.class, () -> Template.parse("t", it.template, PARTIALS, LIMITS));
        if (template.isEmpty()) return;
        RenderSettings settings = it.isHtml
                ? RenderSettings.html(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC)
                : RenderSettings.text(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

        Rendering rendering = ordeal.read(() -> template.get().render(it.data, settings.with(LIMITS)));

        switch (rendering) {
            case Rendering.Rendered(var text, var missing) -> {
                assertThat(text.length()).isLessThanOrEqualTo(LIMITS.outputCharsMax());
                assertThat(missing).hasSizeLessThanOrEqualTo(Rendering.MISSING_MAX);
                assertThat(template.get().render(it.data, settings.with(LIMITS)))
                        .isEqualTo(rendering);
            }
            case Rendering.Aborted(var reason) ->
                assertThat(reason.length()).isLessThanOrEqualTo(LIMITS.outputCharsMax());
            case Rendering.Failed(var problem) -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.getMessage()).isNotBlank().hasSizeLessThan(1_000);
            }
        }
    }

    /** As hostile as an event's properties may be. */
    private static Value.Fields data(Chance chance) {
        Map<String, Value> data = new LinkedHashMap<>();
        data.put("a", scalar(chance));
        data.put(
                "big",
                Value.of(new BigDecimal(chance.pick(List.of("1e400", "-1e400", "9e18", "123456789012345678901")))));
        data.put("huge", Value.of(new BigDecimal("1".repeat(chance.between(1, 100)))));
        data.put("tiny", Value.of(new BigDecimal(chance.pick(List.of("1e-400", "0.1", "-0.000000000000001")))));
        data.put(
                "text",
                Value.of(chance.pick(List.of("a b c", "é\uD83D\uDE00", "<b>&</b>", "x".repeat(10_000), "\u0000"))));
        data.put("list", new Value.Items(chance.list(0, 60, LiquidFuzzTest::scalar)));
        data.put("deep", deep(chance.between(1, 60)));
        return new Value.Fields(data);
    }

    private static Value scalar(Chance chance) {
        return switch (chance.between(0, 6)) {
            case 0 -> Value.of(chance.between(-5, 5));
            case 1 -> Value.of(chance.pick(List.of("", "x", "12", "1e5", "2026-03-02", "<i>", "99999999999999999999")));
            case 2 -> Value.of(chance.chance(0.5));
            case 3 -> Value.Nothing.NOTHING;
            case 4 -> Value.of(new BigDecimal("2.50"));
            case 5 -> new Value.Fields(Map.of("b", Value.of("y")));
            default -> new Value.Items(List.of(Value.of(1), Value.of("z")));
        };
    }

    private static Value deep(int depth) {
        Value value = Value.of("bottom");
        for (int i = 0; i < depth; i++) {
            List<Value> items = new ArrayList<>();
            items.add(value);
            value = i % 2 == 0 ? new Value.Fields(Map.of("x", value)) : new Value.Items(items);
        }
        return value;
    }
}

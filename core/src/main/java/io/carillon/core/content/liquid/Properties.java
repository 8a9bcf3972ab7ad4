package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.Optional;

/** What an item of a list has under a name. */
final class Properties {
    private Properties() {}

    /**
     * A field; of a text, the name itself when the text contains it.
     *
     * @return empty when the item has nothing of that name
     * @throws Problem when the item is of a kind that has no properties
     */
    static Optional<Value> of(Value item, Val name, RenderContext context) {
        return switch (item) {
            case Value.Fields fields ->
                name instanceof Val.Data(Value.Text(var text)) ? fields.get(text) : Optional.empty();
            case Value.Text(var text) -> ofText(text, name, context);
            // Ruby: a whole number answers a number with one of its bits, which is never false.
            case Value.Num(var number)
            when Numbers.isWhole(number) && name instanceof Val.Data(Value.Num _) -> Optional.of(Value.of(0));
            case Value.Num(var number) when !Numbers.isWhole(number) -> Optional.empty();
            case Value.Num _, Value.Items _ ->
                throw new Problem(
                        "cannot take " + Problem.show(Texts.of(name)) + " of " + Problem.show(Texts.of(item)));
            case Value.Flag _, Value.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<Value> ofText(String text, Val name, RenderContext context) {
        if (name instanceof Val.Data(Value.Text(var part))) {
            context.chargeSearch(text.length(), part.length());
            return text.contains(part) ? Optional.of(Value.of(part)) : Optional.empty();
        }
        Val found = name instanceof Val.Data(Value.Num _)
                ? Access.get(
                        Val.of(text.codePoints()
                                .mapToObj(c -> Value.of(Character.toString(c)))
                                .toList()),
                        name,
                        false)
                : Val.Special.NIL;
        return found instanceof Val.Data(var value) ? Optional.of(value) : Optional.empty();
    }

    /** Whether {@code where} and its like can ask the item at all. */
    static boolean canBeAsked(Value item, Val name) {
        return switch (item) {
            case Value.Fields _ -> true;
            case Value.Text _ -> !name.isNil();
            case Value.Num(var number) -> Numbers.isWhole(number);
            case Value.Items _ -> true;
            case Value.Flag _, Value.Nothing _ -> false;
        };
    }
}

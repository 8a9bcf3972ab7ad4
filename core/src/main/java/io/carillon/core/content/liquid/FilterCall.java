package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One filter with its arguments, at its place. */
record FilterCall(int offset, Filter.Spec spec, List<Expression> values, Map<String, Expression> named) {
    FilterCall {
        named = Collections.unmodifiableMap(named);
    }

    Val apply(Val input, RenderContext context) {
        List<Val> given = new ArrayList<>();
        for (Expression value : values) given.add(value.evaluate(context));
        Map<String, Val> givenNamed = new LinkedHashMap<>();
        named.forEach((name, value) -> givenNamed.put(name, value.evaluate(context)));
        try {
            context.charge(1);
            context.weigh(input);
            for (Val value : given) context.weigh(value);
            Val result = spec.filter().apply(input, new Arguments(given, givenNamed, context));
            if (result instanceof Val.Data(Value.Items(var items))) context.charge(items.size());
            else context.weigh(result);
            return result;
        } catch (Problem problem) {
            throw context.source().error(offset, "filter " + spec.name() + ": " + problem.problem());
        }
    }
}

package io.carillon.server.cleansing;

import io.carillon.cleanse.Kind;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names that mean the same in every shop, in the letter forms that senders use: {@code firstName}, {@code first_name},
 * {@code FirstName}, {@code firstname}, {@code first-name}, {@code First Name}, {@code FIRST_NAME}.
 *
 * @see <a href="https://segment.com/docs/connections/spec/identify/#traits">Segment: traits</a>
 * @see <a href="https://segment.com/docs/connections/spec/ecommerce/v2/">Segment: e-commerce events</a>
 */
final class StandardFields {
    private static final FieldRule NAME_PART = new FieldRule.OfKind(Kind.NAME, true, true);

    private static final Map<String, FieldRule> ADDRESS = with(Map.of(
            "country", FieldRule.of(Kind.COUNTRY),
            "country code", FieldRule.of(Kind.COUNTRY),
            "state", FieldRule.maybe(Kind.REGION),
            "region", FieldRule.maybe(Kind.REGION),
            "province", FieldRule.maybe(Kind.REGION)));

    static final Map<String, FieldRule> TRAITS = traits();

    /** Of any event. */
    static final Map<String, FieldRule> PROPERTIES = properties();

    static final Map<String, FieldRule> CONTEXT = with(Map.of(
            "timezone", FieldRule.of(Kind.TIMEZONE),
            "locale", FieldRule.of(Kind.LANGUAGE)));

    private StandardFields() {}

    private static Map<String, FieldRule> traits() {
        var fields = new HashMap<String, FieldRule>();
        put(fields, FieldRule.of(Kind.EMAIL), "email");
        put(fields, FieldRule.maybe(Kind.EMAIL), "email address", "e mail");
        put(fields, FieldRule.of(Kind.PHONE), "phone");
        put(fields, FieldRule.maybe(Kind.PHONE), "phone number", "mobile", "mobile phone", "telephone");
        put(fields, FieldRule.maybe(Kind.NAME), "name", "full name");
        put(fields, NAME_PART, "first name", "last name", "middle name", "given name", "family name");
        put(fields, FieldRule.of(Kind.DATE), "birthday", "birth date", "date of birth", "created at");
        put(fields, FieldRule.maybe(Kind.GENDER), "gender");
        put(fields, FieldRule.of(Kind.URL), "website");
        put(fields, FieldRule.of(Kind.COUNTRY), "country", "country code", "address.country");
        put(fields, FieldRule.maybe(Kind.REGION), "state", "region", "province", "address.state");
        put(fields, FieldRule.of(Kind.LANGUAGE), "language", "locale");
        put(fields, FieldRule.of(Kind.TIMEZONE), "timezone", "time zone");
        put(fields, FieldRule.of(Kind.CURRENCY), "currency");
        put(fields, new FieldRule.Within(ADDRESS), "address", "billing address", "shipping address", "home address");
        return Collections.unmodifiableMap(fields);
    }

    private static Map<String, FieldRule> properties() {
        var fields = new HashMap<String, FieldRule>();
        put(fields, FieldRule.of(Kind.MONEY), "revenue", "price", "total", "subtotal", "sub total", "unit price");
        put(fields, FieldRule.of(Kind.MONEY), "total price", "order total", "cart total", "list price", "sale price");
        put(fields, FieldRule.maybe(Kind.MONEY), "value", "amount", "shipping", "tax", "discount", "cost");
        put(fields, FieldRule.of(Kind.CURRENCY), "currency", "currency code");
        put(fields, FieldRule.of(Kind.NUMBER), "quantity");
        put(fields, FieldRule.of(Kind.COUNTRY), "country", "country code");
        Map<String, FieldRule> product = Map.copyOf(fields);
        put(fields, new FieldRule.Within(product), "products", "items", "line items");
        put(fields, new FieldRule.Within(ADDRESS), "address", "billing address", "shipping address");
        return Collections.unmodifiableMap(fields);
    }

    private static Map<String, FieldRule> with(Map<String, FieldRule> byWords) {
        var fields = new HashMap<String, FieldRule>();
        byWords.forEach((words, rule) -> put(fields, rule, words));
        return Collections.unmodifiableMap(fields);
    }

    private static void put(Map<String, FieldRule> fields, FieldRule rule, String... names) {
        for (String name : names) forms(name).forEach(form -> fields.put(form, rule));
    }

    /** @param words in lower case, with blanks between them */
    static Set<String> forms(String words) {
        List<String> lower = List.of(words.split(" "));
        List<String> capital = lower.stream().map(StandardFields::capital).toList();
        var forms = new LinkedHashSet<String>();
        forms.add(lower.getFirst() + String.join("", capital.subList(1, capital.size())));
        for (List<String> cased : List.of(
                lower, capital, lower.stream().map(StandardFields::upper).toList())) {
            for (String between : List.of("", "_", "-", " ")) forms.add(String.join(between, cased));
        }
        return forms;
    }

    private static String capital(String word) {
        return upper(word.substring(0, 1)) + word.substring(1);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}

package io.carillon.server.quarantine;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * JSON that nearly is: in quotes once more, quotes of other kinds or none, commas at the end, comments, Python's words, or cut off at its end. Read
 * leniently and written again; what was cut off is closed where it ends.
 */
final class Mended {
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .enable(
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_MISSING_VALUES)
            .build();

    private Mended() {}

    /** Empty when it cannot be told what was meant. */
    static Optional<Value.Fields> read(String text) {
        String plain = plain(text);
        return strictly(plain)
                .or(() -> quoted(plain))
                .or(() -> leniently(plain))
                .or(() -> leniently(closed(plain)))
                .filter(call -> !call.isEmpty());
    }

    private static Optional<Value.Fields> strictly(String text) {
        return JsonReader.read(Bytes.utf8(text)) instanceof JsonReader.Parsed.Tree(var root, var _)
                ? Optional.of(root)
                : Optional.empty();
    }

    /** JSON as a text within JSON. */
    private static Optional<Value.Fields> quoted(String text) {
        if (!text.startsWith("\"")) return Optional.empty();
        return strictly("{\"call\":" + text + "}")
                .flatMap(outer -> outer.text("call"))
                .flatMap(Mended::strictly);
    }

    private static Optional<Value.Fields> leniently(String text) {
        var out = new StringWriter();
        try (JsonParser from = LENIENT.createParser(ObjectReadContext.empty(), text);
                JsonGenerator to = LENIENT.createGenerator(ObjectWriteContext.empty(), out)) {
            from.nextToken();
            to.copyCurrentStructure(from);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        return strictly(out.toString());
    }

    /** Without a mark of byte order, typographic quotes, and words of other languages for the same. */
    private static String plain(String text) {
        return text.strip()
                .replace("\uFEFF", "")
                .replace('\u201C', '"')
                .replace('\u201D', '"')
                .replaceAll("(?<=[:\\[,]\\s{0,8})None\\b", "null")
                .replaceAll("(?<=[:\\[,]\\s{0,8})(undefined|NaN)\\b", "null")
                .replaceAll("(?<=[:\\[,]\\s{0,8})True\\b", "true")
                .replaceAll("(?<=[:\\[,]\\s{0,8})False\\b", "false");
    }

    /** With the text, lists and objects closed that are open at its end; a field without its value goes. */
    private static String closed(String text) {
        var open = new ArrayDeque<Character>();
        boolean inText = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inText) {
                if (c == '\\') i++;
                else if (c == '"') inText = false;
                continue;
            }
            switch (c) {
                case '"' -> inText = true;
                case '{' -> open.push('}');
                case '[' -> open.push(']');
                case '}', ']' -> {
                    if (!open.isEmpty()) open.pop();
                }
                default -> {}
            }
        }
        var closed = new StringBuilder(text);
        if (inText) closed.append('"');
        String end = closed.toString().stripTrailing();
        if (end.endsWith(":")) end += " null";
        if (end.endsWith(",")) end = end.substring(0, end.length() - 1);
        closed = new StringBuilder(end);
        open.forEach(closed::append);
        return closed.toString();
    }
}

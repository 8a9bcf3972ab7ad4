package io.carillon.core.content.liquid;

import io.carillon.core.value.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** Filters that write a value for another language: HTML, URL, Base64, JSON. */
final class EncodeFilters {
    static final List<Filter.Spec> ALL = List.of(
            Filter.spec("escape", 0, 0, (input, args) -> escape(input, args.context())),
            Filter.spec("h", 0, 0, (input, args) -> escape(input, args.context())),
            Filter.spec("escape_once", 0, 0, (input, args) -> args.context().made(Html.escapeOnce(Texts.of(input)))),
            Filter.spec("raw", 0, 0, (input, args) -> args.context().ready(Texts.of(input))),
            Filter.spec("newline_to_br", 0, 0, (input, args) -> newlineToBr(input, args.context())),
            Filter.spec("strip_html", 0, 0, (input, args) -> stripHtml(input, args.context())),
            Filter.spec("url_encode", 0, 0, (input, args) -> nilOr(input, EncodeFilters::urlEncode)),
            Filter.spec("url_decode", 0, 0, (input, args) -> nilOr(input, EncodeFilters::urlDecode)),
            Filter.spec("base64_encode", 0, 0, (input, args) -> encode(input, Base64.getEncoder())),
            Filter.spec("base64_decode", 0, 0, (input, args) -> decode(input, Base64.getDecoder())),
            Filter.spec("base64_url_safe_encode", 0, 0, (input, args) -> encode(input, Base64.getUrlEncoder())),
            Filter.spec("base64_url_safe_decode", 0, 0, (input, args) -> decode(input, Base64.getUrlDecoder())),
            Filter.spec(
                    "json",
                    0,
                    0,
                    (input, args) -> args.context().json(Json.write(ListFilters.value(input, args.context())))));

    private EncodeFilters() {}

    /** A value as HTML: escaped unless it is HTML already. */
    static String html(Val val) {
        return val instanceof Val.Markup(var html) ? html : Html.escape(Texts.of(val));
    }

    private static Val escape(Val input, RenderContext context) {
        return input.isNil() ? input : context.made(html(input));
    }

    /** Where outputs are escaped the text is escaped first: the new tags are ours, those in the text are not. */
    private static Val newlineToBr(Val input, RenderContext context) {
        return context.made(Html.newlineToBr(context.isHtml() ? html(input) : Texts.of(input)));
    }

    /** A half tag that was left standing must not open one in the page, so what is left is escaped where outputs are. */
    private static Val stripHtml(Val input, RenderContext context) {
        String text = Html.strip(Texts.of(input));
        return context.made(context.isHtml() ? Html.escapeOnce(text) : text);
    }

    private static Val nilOr(Val input, UnaryOperator<String> change) {
        return input.isNil() ? input : Val.of(change.apply(Texts.of(input)));
    }

    private static Val encode(Val input, Base64.Encoder encoder) {
        return Val.of(encoder.encodeToString(Texts.of(input).getBytes(StandardCharsets.UTF_8)));
    }

    private static Val decode(Val input, Base64.Decoder decoder) {
        String text = Texts.of(input);
        try {
            return Val.of(utf8(decoder.decode(text.getBytes(StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException _) {
            throw new Problem(Problem.show(text) + " is not Base64");
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Problem("the decoded bytes are not UTF-8 text");
        }
    }

    private static String urlEncode(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c == ' ') out.append('+');
            else if (isUnreserved(c)) out.append(c);
            else out.append('%').append(hex(c >> 4)).append(hex(c & 15));
        }
        return out.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    private static String urlDecode(String text) {
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        byte[] to = new byte[from.length];
        int size = 0;
        for (int i = 0; i < from.length; i++) {
            int high = i + 2 < from.length && from[i] == '%' ? Character.digit(from[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(from[i + 2], 16) : -1;
            if (low >= 0) {
                to[size++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                to[size++] = from[i] == '+' ? (byte) ' ' : from[i];
            }
        }
        return utf8(Arrays.copyOf(to, size));
    }
}

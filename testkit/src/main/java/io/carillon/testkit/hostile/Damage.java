package io.carillon.testkit.hostile;

import io.carillon.testkit.property.Chance;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Changes bytes with no regard to what they mean: a few blows, each one of the kinds that find bugs. */
public final class Damage {
    /** No result is longer than so many times its original, and {@link #GROWTH_MAX}. */
    public static final int GROWTH_MAX = 64 * 1024;

    private static final int BLOWS_MAX = 4;
    private static final List<byte[]> ODD_PIECES = List.of(
            bytes(0xEF, 0xBB, 0xBF), // byte order mark
            bytes(0xFF, 0xFE),
            bytes(0xC0, 0x80), // overlong zero
            bytes(0xED, 0xA0, 0x80), // half a surrogate pair
            bytes(0xF4, 0x90, 0x80, 0x80), // past the last code point
            bytes(0xF0, 0x9F, 0x98), // cut short
            bytes(0x80),
            bytes(0x00),
            bytes(0x1B, '[', '2', 'J'),
            bytes(0x7F),
            utf8("\u2028"),
            utf8("\u0085"),
            utf8("\u202E"),
            utf8("\uFEFF"),
            utf8("\uD83D\uDE00"),
            utf8("\r\n"),
            utf8("\r"),
            utf8("\t"),
            utf8("1e999999999"),
            utf8("-9223372036854775809"),
            utf8("99999999999999999999999999999999"),
            bytes(0xFF, 0xFF, 0xFF, 0xFF, 0x07), // 2^31 - 1 as a length
            bytes(0xFF, 0xFF, 0xFF, 0xFF, 0x0F),
            bytes(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01));

    private Damage() {}

    /** The bytes after one to {@value #BLOWS_MAX} blows. */
    public static byte[] of(byte[] whole, Chance chance) {
        byte[] damaged = whole;
        for (int blows = chance.between(1, BLOWS_MAX); blows > 0; blows--) damaged = blow(damaged, chance);
        return damaged;
    }

    /** A text of damaged bytes; what is no UTF-8 any more becomes U+FFFD, as it does where a file is read. */
    public static String ofText(String whole, Chance chance) {
        String text = new String(of(utf8(whole), chance), StandardCharsets.UTF_8);
        return chance.chance(0.02) ? splice(text, chance.between(0, text.length()), "\uD800") : text;
    }

    private static byte[] blow(byte[] bytes, Chance chance) {
        int at = chance.between(0, bytes.length);
        int to = Math.min(bytes.length, at + chance.between(1, 40));
        byte[] part = Arrays.copyOfRange(bytes, at, to);
        return switch (chance.between(0, 8)) {
            case 0 -> flipped(bytes, chance);
            case 1 -> overwritten(bytes, chance);
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 4 -> inserted(bytes, at, part);
            case 5 -> inserted(bytes, chance.between(0, bytes.length), part);
            case 6 -> inserted(bytes, at, chance.pick(ODD_PIECES));
            case 7 -> chance.chance(0.1) ? inserted(bytes, at, repeated(part, chance)) : flipped(bytes, chance);
            default -> joined(Arrays.copyOf(bytes, at), joined(chance.pick(ODD_PIECES), tail(bytes, to)));
        };
    }

    private static byte[] flipped(byte[] bytes, Chance chance) {
        if (bytes.length == 0) return bytes;
        byte[] flipped = bytes.clone();
        flipped[chance.between(0, bytes.length - 1)] ^= (byte) (1 << chance.between(0, 7));
        return flipped;
    }

    private static byte[] overwritten(byte[] bytes, Chance chance) {
        if (bytes.length == 0) return bytes;
        byte[] overwritten = bytes.clone();
        overwritten[chance.between(0, bytes.length - 1)] = (byte) chance.between(0, 255);
        return overwritten;
    }

    private static byte[] repeated(byte[] part, Chance chance) {
        if (part.length == 0) return part;
        var out = new ByteArrayOutputStream();
        int size = chance.between(100, GROWTH_MAX / BLOWS_MAX - 40);
        while (out.size() < size) out.writeBytes(part);
        return out.toByteArray();
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] piece) {
        return joined(joined(Arrays.copyOf(bytes, at), piece), tail(bytes, at));
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static String splice(String text, int at, String piece) {
        return text.substring(0, at) + piece + text.substring(at);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}

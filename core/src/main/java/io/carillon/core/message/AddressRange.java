package io.carillon.core.message;

import io.carillon.core.codec.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internet addresses that begin alike, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param prefix 4 or 16 bytes; those beyond the length are zero
 * @param length how many bits of it count
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">RFC 4632</a>
 */
public record AddressRange(Bytes prefix, int length) {
    private static final Pattern RANGE = Pattern.compile("([0-9A-Fa-f:.]{2,45})(?:/([0-9]{1,3}))?");
    private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;

    /** The range that a text names; an address alone is the range that holds only it. Bits beyond the length must be zero. */
    public static Optional<AddressRange> of(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        Optional<byte[]> address = matcher.group(1).contains(":") ? sixteen(matcher.group(1)) : four(matcher.group(1));
        if (address.isEmpty()) return Optional.empty();
        byte[] bytes = address.get();
        int length = matcher.group(2) == null ? bytes.length * 8 : Integer.parseInt(matcher.group(2));
        if (length > bytes.length * 8 || !Arrays.equals(bytes, cut(bytes, length))) return Optional.empty();
        return Optional.of(new AddressRange(Bytes.copyOf(bytes), length));
    }

    /** Whether an address lies in it; one of the other family does not. */
    public boolean contains(byte[] address) {
        return address.length == prefix.size()
                && Bytes.copyOf(cut(address, length)).equals(prefix);
    }

    private static byte[] cut(byte[] address, int length) {
        byte[] cut = address.clone();
        for (int bit = length; bit < cut.length * 8; bit++) cut[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        return cut;
    }

    private static Optional<byte[]> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) return Optional.empty();
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!BYTE.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) return Optional.empty();
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291, section 2.2</a> */
    private static Optional<byte[]> sixteen(String text) {
        int gap = text.indexOf("::");
        Optional<List<Integer>> head = groups(gap < 0 ? text : text.substring(0, gap));
        Optional<List<Integer>> tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) return Optional.empty();
        int given = head.get().size() + tail.get().size();
        if (gap < 0 ? given != GROUPS : given >= GROUPS) return Optional.empty();
        byte[] bytes = new byte[GROUPS * 2];
        put(head.get(), bytes, 0);
        put(tail.get(), bytes, GROUPS - tail.get().size());
        return Optional.of(bytes);
    }

    private static Optional<List<Integer>> groups(String text) {
        var groups = new ArrayList<Integer>();
        if (text.isEmpty()) return Optional.of(groups);
        for (String group : text.split(":", -1)) {
            if (!GROUP.matcher(group).matches()) return Optional.empty();
            groups.add(Integer.parseInt(group, 16));
        }
        return Optional.of(groups);
    }

    private static void put(List<Integer> groups, byte[] bytes, int from) {
        for (int i = 0; i < groups.size(); i++) {
            bytes[(from + i) * 2] = (byte) (groups.get(i) >> 8);
            bytes[(from + i) * 2 + 1] = (byte) groups.get(i).intValue();
        }
    }
}

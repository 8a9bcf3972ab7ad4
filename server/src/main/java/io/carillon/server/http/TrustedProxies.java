package io.carillon.server.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The proxies whose {@code X-Forwarded-For} is believed. */
public final class TrustedProxies {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());
    private static final int HOPS_MAX = 20;
    private final List<Range> ranges;

    /** Addresses that share their first {@code bits} bits. */
    private record Range(InetAddress base, int bits) {
        boolean holds(InetAddress address) {
            byte[] ours = base.getAddress();
            byte[] theirs = address.getAddress();
            if (ours.length != theirs.length) return false;
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit));
                if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) return false;
            }
            return true;
        }
    }

    private TrustedProxies(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Reads addresses and ranges.
     *
     * @param texts {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code fd00::/8}
     * @throws IllegalArgumentException names the text that is neither
     */
    public static TrustedProxies of(List<String> texts) {
        var ranges = new ArrayList<Range>();
        for (String text : texts) ranges.add(range(text.strip()));
        return new TrustedProxies(ranges);
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int width = base.getAddress().length * 8;
            int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > width) throw new NumberFormatException();
            return new Range(base, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is not an address or range; expected e.g. 10.0.0.1 or 10.0.0.0/8".formatted(text), e);
        }
    }

    /** The nearest address on the way that is not a trusted proxy. */
    InetAddress caller(InetAddress peer, Optional<String> forwardedFor) {
        InetAddress caller = peer;
        String[] hops = forwardedFor.orElse("").split(",", -1);
        for (int i = hops.length - 1; i >= Math.max(0, hops.length - HOPS_MAX) && trusts(caller); i--) {
            Optional<InetAddress> hop = literal(hops[i].strip());
            if (hop.isEmpty()) break; // what a proxy did not write as an address names nobody
            caller = hop.get();
        }
        return caller;
    }

    private boolean trusts(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

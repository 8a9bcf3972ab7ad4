package io.carillon.channels.net;

import io.carillon.core.message.AddressRange;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses somebody else's server may have. All others lead into our own network, or nowhere.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4 special-purpose addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, IPv6 special-purpose addresses</a>
 */
public final class PublicAddresses {
    private static final List<AddressRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8", // this host
            "10.0.0.0/8",
            "100.64.0.0/10", // between a carrier and its customers
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, and the clouds' metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23", // protocols, Teredo among them: an IPv4 address within
            "2001:db8::/32",
            "2002::/16", // 6to4: an IPv4 address within
            "3fff::/20");

    /** All of IPv6 that is handed out to anybody. */
    private static final AddressRange GLOBAL = range("2000::/3");

    private static final AddressRange MAPPED = range("::ffff:0:0/96");
    private static final AddressRange TRANSLATED = range("64:ff9b::/96");
    private static final int IPV4_START = 12;

    private PublicAddresses() {}

    /** Whether an address may be connected to though nobody has named it. */
    public static boolean contain(InetAddress address) {
        return contain(plain(address.getAddress()));
    }

    /** The first of the ranges that an address lies in; one that is IPv4 in IPv6's clothes is taken as what it is. */
    public static Optional<AddressRange> naming(List<AddressRange> ranges, InetAddress address) {
        byte[] plain = plain(address.getAddress());
        return ranges.stream().filter(range -> range.contains(plain)).findFirst();
    }

    private static boolean contain(byte[] address) {
        if (TRANSLATED.contains(address)) return contain(ipv4(address));
        if (address.length > 4 && !GLOBAL.contains(address)) return false;
        return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }

    private static byte[] plain(byte[] address) {
        return MAPPED.contains(address) ? ipv4(address) : address;
    }

    private static byte[] ipv4(byte[] address) {
        return Arrays.copyOfRange(address, IPV4_START, address.length);
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(PublicAddresses::range).toList();
    }

    private static AddressRange range(String text) {
        return AddressRange.of(text).orElseThrow(() -> new IllegalArgumentException(text + " is not a range"));
    }
}

package io.carillon.server;

import io.carillon.host.local.HostTime;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;

/** A time that begins when somebody says and passes faster than the world's: to watch a day in a minute. */
final class SimulatedClock {
    private static final String EXPECTED = "expected START@FACTOR, e.g. 2026-03-02T07:00:00Z@60 or now@60";

    private SimulatedClock() {}

    /**
     * Reads {@code START@FACTOR}.
     *
     * @param text an instant, or {@code now}; then how many seconds pass in one of the world's
     * @param host that the server listens on: such a server is for looking at, and sends to nobody else's customers
     * @throws IllegalArgumentException if it cannot be read, or the host is not this machine alone
     */
    static HostTime of(String text, String host) {
        if (!isLoopback(host)) {
            throw new IllegalArgumentException(
                    "only for a server that this machine alone reaches; expected --host 127.0.0.1, was " + host);
        }
        int at = text.lastIndexOf('@');
        if (at < 0) throw new IllegalArgumentException("\"" + text + "\" has no @; " + EXPECTED);
        return HostTime.startingAt(start(text.substring(0, at)), factor(text.substring(at + 1)));
    }

    private static Instant start(String text) {
        try {
            return text.equals("now") ? Instant.now() : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an instant; " + EXPECTED, e);
        }
    }

    private static double factor(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number; " + EXPECTED, e);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

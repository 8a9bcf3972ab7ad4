package io.carillon.channels.email;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How to reach an SMTP server and as whom.
 *
 * @param host name or address; the server's certificate must be issued for it
 * @param from the sender as in a mail's header, for example {@code Shop <shop@example.com>}
 * @param connectionsMax most connections open at a time, in [1, 256]
 * @param callTimeout most time one attempt takes, from the wait for a free connection to the last reply, in [50 ms, 10 min]
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        String from,
        Optional<Login> login,
        int connectionsMax,
        Duration callTimeout) {

    public static final int CONNECTIONS_DEFAULT = 8;
    public static final Duration CALL_TIMEOUT_DEFAULT = Duration.ofSeconds(10);
    private static final int CONNECTIONS_LIMIT = 256;
    private static final Duration CALL_TIMEOUT_MIN = Duration.ofMillis(50);
    private static final Duration CALL_TIMEOUT_MAX = Duration.ofMinutes(10);

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException if a value is outside its range, naming it
     */
    public SmtpSettings {
        if (!host.matches("[A-Za-z0-9._:%-]{1,253}")) {
            throw new IllegalArgumentException("SMTP host \"" + host + "\" is not a host name or address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("SMTP port must be in 1..65535, was " + port);
        }
        if (connectionsMax < 1 || connectionsMax > CONNECTIONS_LIMIT) {
            throw new IllegalArgumentException(
                    "SMTP connections must be in 1.." + CONNECTIONS_LIMIT + ", was " + connectionsMax);
        }
        if (callTimeout.compareTo(CALL_TIMEOUT_MIN) < 0 || callTimeout.compareTo(CALL_TIMEOUT_MAX) > 0) {
            throw new IllegalArgumentException("SMTP call time-out must be in 50ms..10m, was " + callTimeout);
        }
        Sender.of(from);
    }

    /** Settings with no login and the defaults for the rest. */
    public static SmtpSettings of(String host, int port, Security security, String from) {
        return new SmtpSettings(
                host, port, security, from, Optional.empty(), CONNECTIONS_DEFAULT, CALL_TIMEOUT_DEFAULT);
    }

    public SmtpSettings withLogin(String username, String password) {
        return new SmtpSettings(
                host, port, security, from, Optional.of(new Login(username, password)), connectionsMax, callTimeout);
    }

    public SmtpSettings withConnectionsMax(int max) {
        return new SmtpSettings(host, port, security, from, login, max, callTimeout);
    }

    public SmtpSettings withCallTimeout(Duration timeout) {
        return new SmtpSettings(host, port, security, from, login, connectionsMax, timeout);
    }

    /** How a connection is protected. What is set is required: there is no falling back to less. */
    public enum Security {
        NONE,
        /** A plain connection that must become TLS before anything else (RFC 3207). */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        TLS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Security> ofWord(String word) {
            for (Security security : values()) {
                if (security.word().equals(word)) return Optional.of(security);
            }
            return Optional.empty();
        }
    }

    /** Who we are to the server. Its text form keeps the password to itself. */
    public record Login(String username, String password) {
        public Login {
            if (username.isEmpty() || username.indexOf('\0') >= 0 || password.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("SMTP login needs a user name, without NUL in it or the password");
            }
        }

        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }
}

package io.carillon.channels;

import io.carillon.channels.email.SmtpSettings;
import io.carillon.channels.email.SmtpSettings.Login;
import io.carillon.channels.email.SmtpSettings.Security;
import java.util.Optional;

/** Reads the settings of an SMTP channel. */
final class SmtpForm {
    private SmtpForm() {}

    static SmtpSettings read(Settings given) {
        given.only("host", "port", "security", "from", "username", "password", "connections", "callTimeout");
        String word = given.text("security").orElse(Security.STARTTLS.word());
        Security security = Security.ofWord(word).orElseThrow(() -> given.wrong("security", "none, starttls or tls"));
        int port = given.whole("port").orElse(security == Security.TLS ? 465 : 587);
        Optional<Login> login = login(given);
        try {
            return new SmtpSettings(
                    given.required("host"),
                    port,
                    security,
                    given.required("from"),
                    login,
                    given.whole("connections").orElse(SmtpSettings.CONNECTIONS_DEFAULT),
                    given.duration("callTimeout").orElse(SmtpSettings.CALL_TIMEOUT_DEFAULT));
        } catch (IllegalArgumentException outOfRange) {
            String message = String.valueOf(outOfRange.getMessage());
            if (message.startsWith(given.place())) throw outOfRange;
            throw new IllegalArgumentException(given.place() + ": " + message, outOfRange);
        }
    }

    private static Optional<Login> login(Settings given) {
        boolean named = given.text("username").isPresent();
        if (named != given.text("password").isPresent()) {
            throw new IllegalArgumentException(given.place() + ": username and password come together");
        }
        return named
                ? Optional.of(new Login(given.required("username"), given.required("password")))
                : Optional.empty();
    }
}

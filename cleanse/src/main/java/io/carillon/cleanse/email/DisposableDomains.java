package io.carillon.cleanse.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Domains of mailboxes that are thrown away after use. */
final class DisposableDomains {
    private static final String RESOURCE = "disposable-domains.txt";
    private static final Set<String> DOMAINS = read();

    private DisposableDomains() {}

    /** Whether a domain, in lower-case ASCII, is one of them or below one. */
    static boolean cover(String domain) {
        for (String name = domain; ; name = name.substring(name.indexOf('.') + 1)) {
            if (DOMAINS.contains(name)) return true;
            if (name.indexOf('.') < 0) return false;
        }
    }

    private static Set<String> read() {
        try (InputStream content = DisposableDomains.class.getResourceAsStream(RESOURCE)) {
            if (content == null) throw new IllegalStateException(RESOURCE + " is missing");
            var domains = new HashSet<String>();
            new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(domains::add);
            return domains;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.carillon.server.browser;

import io.carillon.core.codec.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The files of {@code @segment/analytics-next}, as its jar packs them. */
final class SdkFiles {
    private static final String ABOUT = "/META-INF/maven/org.mvnpm.at.segment/analytics-next/pom.properties";

    /** Parts that the SDK loads when it needs them, by a name that changes with their content. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9-]{1,40}\\.bundle\\.[0-9a-f]{8,40}\\.js");

    private final String version;

    private SdkFiles(String version) {
        this.version = version;
    }

    /** @throws IllegalStateException when the jar is not on the class path */
    static SdkFiles onClassPath() {
        var about = new Properties();
        try (InputStream in = SdkFiles.class.getResourceAsStream(ABOUT)) {
            if (in == null) throw new IllegalStateException("the browser SDK's jar is missing: no " + ABOUT);
            about.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SdkFiles(about.getProperty("version", ""));
    }

    String version() {
        return version;
    }

    /** The whole SDK, as a page loads it. */
    Bytes standalone() {
        return read("standalone.js")
                .orElseThrow(() -> new IllegalStateException("the browser SDK " + version + " has no standalone.js"));
    }

    /** A part by the name that the SDK asks for it; nothing for any other name. */
    Optional<Bytes> part(String name) {
        return PART.matcher(name).matches() ? read(name) : Optional.empty();
    }

    private Optional<Bytes> read(String name) {
        String path = "/META-INF/resources/_static/browser/%s/dist/umd/%s".formatted(version, name);
        try (InputStream in = SdkFiles.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(Bytes.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

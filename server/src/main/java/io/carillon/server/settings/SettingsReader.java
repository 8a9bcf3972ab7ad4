package io.carillon.server.settings;

import io.carillon.server.http.TrustedProxies;
import io.carillon.server.logging.LogFormat;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the settings together and checks them. */
public final class SettingsReader {
    private static final Map<Setting, String> DEFAULTS = new EnumMap<>(Map.of(
            Setting.PORT, "8080",
            Setting.HOST, "127.0.0.1",
            Setting.DATA, "data",
            Setting.TRUSTED_PROXIES, "",
            Setting.LOG_FORMAT, "json"));

    private final Map<Setting, Sourced<String>> found;
    private final List<String> problems;

    /** What came of reading. */
    public sealed interface Outcome {
        record Ready(Settings settings) implements Outcome {}

        /**
         * Something is wrong.
         *
         * @param problems each with its place, the value and what was expected
         */
        record Wrong(List<String> problems) implements Outcome {}
    }

    private SettingsReader(Map<Setting, Sourced<String>> found, List<String> problems) {
        this.found = found;
        this.problems = problems;
    }

    /**
     * Reads the settings.
     *
     * @param flags as given on the command line
     * @param environment all of it
     * @param config the file, if one is named
     */
    public static Outcome read(Map<Setting, String> flags, Map<String, String> environment, Optional<Path> config) {
        List<String> problems = new ArrayList<>();
        Map<Setting, Sourced<String>> found = new EnumMap<>(Setting.class);
        DEFAULTS.forEach((setting, text) -> found.put(setting, Sourced.byDefault(text)));
        found.put(
                Setting.SHARDS,
                Sourced.byDefault(
                        Integer.toString(Math.min(8, Runtime.getRuntime().availableProcessors()))));
        config.ifPresent(file -> found.putAll(SettingsFile.read(file, problems)));
        for (Setting setting : Setting.values()) {
            String variable = environment.get(setting.variable());
            if (variable != null && !variable.isEmpty()) {
                found.put(setting, new Sourced<>(variable, Sourced.Origin.ENVIRONMENT, setting.variable()));
            }
        }
        flags.forEach((setting, text) -> found.put(setting, new Sourced<>(text, Sourced.Origin.FLAG, setting.flag())));
        Optional<Settings> settings = new SettingsReader(found, problems).settings();
        return problems.isEmpty() && settings.isPresent()
                ? new Outcome.Ready(settings.get())
                : new Outcome.Wrong(List.copyOf(problems));
    }

    private Optional<Settings> settings() {
        Optional<Integer> port = of(Setting.PORT, text -> number(text, 0, 65_535));
        Optional<String> host = of(Setting.HOST, SettingsReader::host);
        Optional<Path> data = of(Setting.DATA, SettingsReader::path);
        Optional<Path> workspace = of(Setting.WORKSPACE, SettingsReader::path);
        Optional<URI> publicUrl = of(Setting.PUBLIC_URL, SettingsReader::url);
        Optional<TrustedProxies> proxies = of(Setting.TRUSTED_PROXIES, SettingsReader::proxies);
        Optional<Integer> shards = of(Setting.SHARDS, text -> number(text, 1, Settings.SHARDS_MAX));
        Optional<LogFormat> format = of(Setting.LOG_FORMAT, LogFormat::of);
        if (!problems.isEmpty()) return Optional.empty();
        return Optional.of(new Settings(
                port.orElseThrow(),
                host.orElseThrow(),
                data.orElseThrow(),
                workspace,
                publicUrl,
                proxies.orElseThrow(),
                shards.orElseThrow(),
                format.orElseThrow(),
                found));
    }

    private <T> Optional<T> of(Setting setting, Function<String, T> parse) {
        Sourced<String> text = found.get(setting);
        if (text == null) return Optional.empty();
        try {
            return Optional.of(parse.apply(text.value()));
        } catch (IllegalArgumentException e) {
            problems.add("%s: %s %s".formatted(text.place(), setting.key(), e.getMessage()));
            return Optional.empty();
        }
    }

    private static int number(String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) return number;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("\"%s\" is not a number from %d to %d".formatted(text, min, max));
    }

    private static String host(String text) {
        if (text.isBlank()) throw new IllegalArgumentException("must not be empty; expected e.g. 127.0.0.1 or 0.0.0.0");
        return text;
    }

    private static Path path(String text) {
        try {
            if (!text.isBlank()) return Path.of(text);
        } catch (InvalidPathException e) {
            // said below
        }
        throw new IllegalArgumentException("\"%s\" is not a path".formatted(text));
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text.replaceAll("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) return url;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "\"%s\" is not the base of links; expected e.g. https://news.shop.example".formatted(text));
    }

    private static TrustedProxies proxies(String text) {
        return TrustedProxies.of(Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList());
    }
}

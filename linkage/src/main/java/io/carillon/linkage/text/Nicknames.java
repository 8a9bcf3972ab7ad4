package io.carillon.linkage.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which first names are used for one another: Bill and William. */
public final class Nicknames {
    private static final Map<String, Set<String>> BY_NAME = read("nicknames.txt");

    private Nicknames() {}

    /** Whether one is a short or familiar form of the other; both in normal form. */
    public static boolean match(String one, String other) {
        return BY_NAME.getOrDefault(one, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> read(String resource) {
        try (InputStream stream = Nicknames.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException("no resource " + resource);
            Map<String, Set<String>> byName = new HashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .forEach(group -> add(byName, group));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of a group is the formal name: two short forms of it match it and each other. */
    private static void add(Map<String, Set<String>> byName, List<String> group) {
        for (String name : group)
            byName.computeIfAbsent(name, any -> new HashSet<>()).addAll(group);
    }
}

package io.carillon.core.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${env:NAME}} and {@code ${file:PATH}}, where a text may be a secret. */
final class SecretText {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^{}]+)}");

    private SecretText() {}

    /** The text, or what it refers to. */
    static Optional<Secret> read(Field field, Secrets secrets) {
        Optional<String> text = field.line();
        if (text.isEmpty()) return Optional.empty();
        if (!text.get().contains("${")) return text.map(Secret::new);
        return referred(field, text.get(), secrets);
    }

    /** What the text refers to: it must not be the secret itself. */
    static Optional<Secret> referred(Field field, Secrets secrets) {
        Optional<String> text = field.line();
        if (text.isEmpty()) return Optional.empty();
        if (!text.get().contains("${")) {
            field.error("%s stands in the file; expected ${env:NAME} or ${file:PATH}".formatted(field.name()));
            return Optional.empty();
        }
        return referred(field, text.get(), secrets);
    }

    /** Whether the field's text is not the value itself. */
    static boolean isReference(Field field) {
        return field.text().filter(text -> text.contains("${")).isPresent();
    }

    private static Optional<Secret> referred(Field field, String text, Secrets secrets) {
        Matcher matcher = REFERENCE.matcher(text);
        if (!matcher.matches()) {
            field.error("%s is not ${env:NAME} or ${file:PATH}, and nothing else".formatted(field.name()));
            return Optional.empty();
        }
        boolean isEnv = matcher.group(1).equals("env");
        String name = matcher.group(2);
        Optional<String> value = isEnv ? secrets.env(name) : secrets.file(name);
        boolean isLine = value.filter(it -> !it.isBlank() && it.chars().allMatch(c -> c >= ' '))
                .isPresent();
        if (!isLine) {
            String problem = value.isPresent() ? "is not one line of text" : isEnv ? "is not set" : "cannot be read";
            field.error("%s needs %s %s, which %s"
                    .formatted(
                            field.name(), isEnv ? "the environment variable" : "the file", Field.shown(name), problem));
            return Optional.empty();
        }
        return value.map(Secret::new);
    }
}

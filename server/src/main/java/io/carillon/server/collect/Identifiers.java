package io.carillon.server.collect;

import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom a call names, in normal form. User and anonymous ids stay byte for byte; numbers count as their text. */
final class Identifiers {
    private static final int SHOWN_MAX = 24;

    private Identifiers() {}

    static List<Identifier> of(Value.Fields call, Value.Fields traits, List<Problem> problems) {
        var found = new ArrayList<Identifier>(3);
        id(call, "userId", IdentifierKind.USER, problems).ifPresent(found::add);
        email(traits, problems).ifPresent(found::add);
        id(call, "anonymousId", IdentifierKind.ANONYMOUS, problems).ifPresent(found::add);
        return found;
    }

    static Optional<Identifier> id(Value.Fields call, String field, IdentifierKind kind, List<Problem> problems) {
        Optional<Value> value = Fields.said(call, field);
        if (value.isEmpty()) return Optional.empty();
        Optional<String> text = text(value.get());
        if (text.isEmpty() || Junk.isJunk(text.get())) {
            problems.add(new Problem(Reason.JUNK_IDENTIFIER, field + " " + Fields.shown(value.get())));
            return Optional.empty();
        }
        if (text.get().length() > Identifier.LENGTH_MAX) {
            problems.add(new Problem(Reason.IDENTIFIER_TOO_LONG, field + " " + shape(text.get())));
            return Optional.empty();
        }
        return Optional.of(new Identifier(kind, text.get()));
    }

    private static Optional<Identifier> email(Value.Fields traits, List<Problem> problems) {
        Optional<Value> value = Fields.said(traits, "email");
        if (value.isEmpty()) return Optional.empty();
        String text = text(value.get()).orElse("?");
        if (text.isBlank()) return Optional.empty(); // forms send the empty field along; nobody meant it
        Optional<String> address = EmailAddresses.normalise(text);
        if (address.isEmpty()) {
            problems.add(new Problem(Reason.BAD_EMAIL, "email " + shape(text)));
            return Optional.empty();
        }
        if (Junk.isJunkEmail(address.get())) {
            problems.add(new Problem(Reason.JUNK_IDENTIFIER, "email \"%s\"".formatted(address.get())));
            return Optional.empty();
        }
        return Optional.of(new Identifier(IdentifierKind.EMAIL, address.get()));
    }

    /** A text as it is, a number as people write it: {@code 42} also for 42.0 and 4.2e1. */
    static Optional<String> text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Optional.of(text);
            case Value.Num(var number) ->
                Optional.of(number.stripTrailingZeros().toPlainString());
            default -> Optional.empty();
        };
    }

    /** How a value is built, without what it says: {@code jane.doe@x} is {@code xxxx.xxx@x}. */
    private static String shape(String text) {
        var shape = new StringBuilder("like \"");
        for (int i = 0; i < Math.min(text.length(), SHOWN_MAX); i++) {
            char c = text.charAt(i);
            shape.append(Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'x' : c);
        }
        return shape.append(text.length() > SHOWN_MAX ? "…\"" : "\"").toString();
    }
}

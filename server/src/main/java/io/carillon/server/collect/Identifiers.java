package io.carillon.server.collect;

import io.carillon.cleanse.email.EmailAddresses;
import io.carillon.cleanse.phone.PhoneNumbers;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom a call names, in normal form. User, device, anonymous and external ids stay byte for byte; numbers count as their
 * text. What cannot name anybody is noted and left out.
 */
final class Identifiers {
    private final IdentityRules rules;
    private final Optional<String> country;
    private final List<Problem> problems;

    /** @param country whose phone numbers are meant when they do not say so: the person's, else the source's */
    Identifiers(IdentityRules rules, Optional<String> country, List<Problem> problems) {
        this.rules = rules;
        this.country = country.or(rules::country);
        this.problems = problems;
    }

    /** At most {@link Event#IDENTIFIERS_MAX}, the strongest. */
    List<Identifier> of(Value.Fields call, EventType type, Value.Fields context, Value.Fields traits) {
        var found = new ArrayList<Identifier>(4);
        id(call, "userId", IdentifierKind.USER).ifPresent(found::add);
        Fields.said(traits, "email").flatMap(value -> email(value, "email")).ifPresent(found::add);
        Fields.said(traits, "phone").flatMap(value -> phone(value, "phone")).ifPresent(found::add);
        id(context.fields("device"), "id", IdentifierKind.DEVICE, "context.device.id")
                .ifPresent(found::add);
        id(call, "anonymousId", IdentifierKind.ANONYMOUS).ifPresent(found::add);
        if (type == EventType.ALIAS) found.addAll(previous(call));
        found.addAll(new ExternalIds(this).of(context, found));
        return strongest(found);
    }

    private List<Identifier> strongest(List<Identifier> found) {
        if (found.size() <= Event.IDENTIFIERS_MAX) return found;
        List<Identifier> distinct = found.stream().distinct().sorted().toList();
        if (distinct.size() <= Event.IDENTIFIERS_MAX) return distinct;
        note(Reason.TOO_MANY_IDENTIFIERS, distinct.size() + " identifiers");
        return distinct.subList(0, Event.IDENTIFIERS_MAX);
    }

    /**
     * The protocol does not say of which kind a {@code previousId} is. When it is the call's own anonymous id it is that;
     * else it is taken for both, as the same words may have been either.
     */
    private List<Identifier> previous(Value.Fields call) {
        Optional<Identifier> anonymous = id(call, "previousId", IdentifierKind.ANONYMOUS);
        if (anonymous.isEmpty()) return List.of();
        String previous = anonymous.get().value();
        boolean isAnonymous = Fields.said(call, "anonymousId")
                .flatMap(Identifiers::text)
                .filter(previous::equals)
                .isPresent();
        return isAnonymous
                ? List.of(anonymous.get())
                : List.of(anonymous.get(), new Identifier(IdentifierKind.USER, previous));
    }

    private Optional<Identifier> id(Value.Fields call, String field, IdentifierKind kind) {
        return id(call, field, kind, field);
    }

    private Optional<Identifier> id(Value.Fields call, String field, IdentifierKind kind, String place) {
        return Fields.said(call, field).flatMap(value -> id(value, kind, place));
    }

    /** @param place where the value stands, for whoever looks for it */
    Optional<Identifier> id(Value value, IdentifierKind kind, String place) {
        Optional<String> text = text(value);
        if (text.filter(it -> it.length() > Identifier.LENGTH_MAX).isPresent()) {
            return none(Reason.IDENTIFIER_TOO_LONG, place + " " + Shown.shape(text.get()));
        }
        if (text.filter(it -> !rules.junk().covers(it)).isEmpty()) {
            return none(Reason.JUNK_IDENTIFIER, place + " " + Fields.shown(value));
        }
        return text.map(it -> new Identifier(kind, it));
    }

    Optional<Identifier> email(Value value, String place) {
        String text = text(value).orElse("?");
        if (text.isBlank()) return Optional.empty(); // forms send the empty field along; nobody meant it
        Optional<String> address = EmailAddresses.normalise(text);
        if (address.isEmpty()) return none(Reason.BAD_EMAIL, place + " " + Shown.shape(text));
        var identifier = new Identifier(IdentifierKind.EMAIL, address.get());
        if (rules.junk().isRoleAddress(identifier)) {
            String team = address.get().substring(0, address.get().indexOf('@'));
            return none(Reason.ROLE_ADDRESS, "%s \"%s@…\"".formatted(place, team));
        }
        if (rules.junk().covers(identifier)) {
            return none(Reason.JUNK_IDENTIFIER, "%s \"%s\"".formatted(place, address.get()));
        }
        return Optional.of(identifier);
    }

    Optional<Identifier> phone(Value value, String place) {
        String text = text(value).orElse("?");
        if (text.isBlank()) return Optional.empty();
        Optional<String> number = PhoneNumbers.normalise(text, country);
        if (number.isEmpty()) return none(Reason.BAD_PHONE, place + " " + Shown.shape(text));
        var identifier = new Identifier(IdentifierKind.PHONE, number.get());
        if (rules.junk().covers(text) || rules.junk().covers(identifier)) {
            return none(Reason.JUNK_IDENTIFIER, place + " " + Shown.shape(text));
        }
        return Optional.of(identifier);
    }

    void note(Reason reason, String example) {
        problems.add(new Problem(reason, example));
    }

    Optional<Identifier> none(Reason reason, String example) {
        note(reason, example);
        return Optional.empty();
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
}

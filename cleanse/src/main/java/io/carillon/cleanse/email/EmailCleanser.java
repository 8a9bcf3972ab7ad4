package io.carillon.cleanse.email;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.domain.DomainNames;
import io.carillon.cleanse.text.Tidy;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * To {@code {address, canonical, domain, disposable, role, suggestion, rfc5322}}.
 *
 * <p>Valid is what a shop can write to: an address by RFC 5321 and 6531 at a domain that can exist. {@code rfc5322} says
 * whether the input, just as it was given, is an addr-spec of RFC 5322, which allows more (machines in brackets) and less
 * (no letters beyond ASCII). {@code canonical} is equal for addresses that are surely one mailbox; it is not for sending.
 */
public final class EmailCleanser implements Cleanser {
    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) {
            return Cleansed.invalid(input, "longer than %d characters".formatted(Cleansed.INPUT_LENGTH_MAX));
        }
        Written written = Written.of(input);
        if (written.text().isEmpty()) return Cleansed.invalid(input, "empty, expected an e-mail address");
        AddressGrammar.Outcome outcome = AddressGrammar.read(written.text());
        boolean rfc5322 = written.text().equals(input)
                ? Tidy.isAscii(input) && outcome instanceof AddressGrammar.Outcome.Read
                : AddressGrammar.isRfc5322(input);
        return switch (outcome) {
            case AddressGrammar.Outcome.Refused(var why) ->
                refused(input, "no e-mail address: " + why, Typos.suggestion(written.text()));
            case AddressGrammar.Outcome.Read(var spec) -> cleansed(input, rfc5322, written, spec);
        };
    }

    private static Cleansed cleansed(String input, boolean rfc5322, Written written, AddressGrammar.Spec spec) {
        return switch (EmailAddress.of(spec)) {
            case EmailAddress.Outcome.Refused(var why) -> {
                var fields = new LinkedHashMap<>(nothing(Typos.suggestion(written.text())));
                fields.put("rfc5322", Value.of(rfc5322));
                yield new Cleansed(input, Value.of(fields), List.of(), Optional.of("cannot be written to: " + why));
            }
            case EmailAddress.Outcome.Sendable(var address) -> {
                var changes = new ArrayList<>(written.changes());
                if (!spec.plain()) changes.add("comments, folding and needless quotes removed");
                String meant =
                        spec.quotable() ? address.local() + "@" + spec.domain() : spec.local() + "@" + spec.domain();
                if (!meant.equals(address.toString())) changes.add(change(meant));
                yield new Cleansed(
                        input,
                        fields(address, rfc5322),
                        changes,
                        DomainNames.objection(address.domain()).map("cannot be written to: "::concat));
            }
        };
    }

    private static String change(String meant) {
        return meant.substring(meant.lastIndexOf('@')).chars().anyMatch(c -> c >= 0x80)
                ? "lower case, domain in ASCII"
                : "lower case";
    }

    private static Value fields(EmailAddress address, boolean rfc5322) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("address", Value.of(address.toString()));
        fields.put("canonical", Value.of(Providers.canonical(address).toString()));
        fields.put("domain", Value.of(address.domain()));
        fields.put("disposable", Value.of(DisposableDomains.cover(address.domain())));
        fields.put("role", Value.of(RoleAddresses.covers(address)));
        fields.put("suggestion", text(Typos.suggestion(address.toString())));
        fields.put("rfc5322", Value.of(rfc5322));
        return Value.of(fields);
    }

    private static Cleansed refused(String input, String reason, Optional<String> suggestion) {
        Value value = suggestion.isEmpty() ? Value.Nothing.NOTHING : Value.of(nothing(suggestion));
        return new Cleansed(input, value, List.of(), Optional.of(reason));
    }

    /** All that can be said of what is no address. */
    private static Map<String, Value> nothing(Optional<String> suggestion) {
        var fields = new LinkedHashMap<String, Value>();
        for (String name : List.of("address", "canonical", "domain")) fields.put(name, Value.Nothing.NOTHING);
        fields.put("disposable", Value.of(false));
        fields.put("role", Value.of(false));
        fields.put("suggestion", text(suggestion));
        fields.put("rfc5322", Value.of(false));
        return fields;
    }

    private static Value text(Optional<String> text) {
        return text.<Value>map(Value::of).orElse(Value.Nothing.NOTHING);
    }
}

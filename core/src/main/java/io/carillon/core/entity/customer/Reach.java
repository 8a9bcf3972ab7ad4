package io.carillon.core.entity.customer;

import com.google.re2j.Pattern;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.identity.Links;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a customer can be reached. */
public final class Reach {
    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]+@[!-?A-~]+\\.[!-?A-~]+");
    private static final int ADDRESS_LENGTH_MAX = 254;

    private Reach() {}

    /**
     * The customer's endpoints on a channel, the best first. An address counts only once it is owned: what was merely
     * asked for may be somebody else's. An address that nobody can own, as a team reads it, counts by being said.
     */
    public static List<Endpoint> endpoints(Root root, Knowledge knowledge, Channel channel) {
        return switch (channel) {
            case EMAIL -> emails(root, knowledge);
            case SMS -> phones(root);
            // Without an identifier of their own, these are reached by what the profile says.
            case PUSH, WEBPUSH -> said(root, channel, "pushToken");
            case SOCIAL, INAPP, WEBHOOK ->
                List.of(new Endpoint(
                        channel, knowledge.addresses().idOf(root.links().self()).text()));
        };
    }

    /** Whether an endpoint may turn up any moment: one is being claimed. */
    public static boolean isPending(Links links, Channel channel) {
        return channel == Channel.EMAIL
                && links.asked().entrySet().stream()
                        .anyMatch(asked -> asked.getKey().kind() == IdentifierKind.EMAIL
                                && asked.getValue().refusedAt().isEmpty());
    }

    private static List<Endpoint> emails(Root root, Knowledge knowledge) {
        Optional<String> preferred = text(root, "email").map(text -> text.toLowerCase(Locale.ROOT));
        var endpoints = owned(root, IdentifierKind.EMAIL, Channel.EMAIL, preferred);
        preferred
                .filter(address -> isRoleAddress(knowledge, address))
                .map(address -> new Endpoint(Channel.EMAIL, address))
                .filter(endpoint -> !endpoints.contains(endpoint))
                .ifPresent(endpoints::addFirst);
        return endpoints;
    }

    private static boolean isRoleAddress(Knowledge knowledge, String address) {
        return ADDRESS.matches(address)
                && address.length() <= ADDRESS_LENGTH_MAX
                && knowledge.identity().junk().isRoleAddress(new Identifier(IdentifierKind.EMAIL, address));
    }

    private static List<Endpoint> phones(Root root) {
        var owned = owned(root, IdentifierKind.PHONE, Channel.SMS, text(root, "phone"));
        return owned.isEmpty() ? said(root, Channel.SMS, "phone") : owned;
    }

    private static List<Endpoint> owned(Root root, IdentifierKind kind, Channel channel, Optional<String> preferred) {
        var endpoints = new ArrayList<Endpoint>();
        for (Identifier identifier : root.links().owned().keySet()) {
            if (identifier.kind() != kind) continue;
            var endpoint = new Endpoint(channel, identifier.value());
            if (preferred.filter(identifier.value()::equals).isPresent()) endpoints.addFirst(endpoint);
            else endpoints.add(endpoint);
        }
        return endpoints;
    }

    private static List<Endpoint> said(Root root, Channel channel, String trait) {
        return text(root, trait)
                .map(text -> List.of(new Endpoint(channel, text)))
                .orElse(List.of());
    }

    private static Optional<String> text(Root root, String trait) {
        return root.customer()
                .profile()
                .value(trait)
                .flatMap(value -> value instanceof Value.Text(var text) ? Optional.of(text.strip()) : Optional.empty())
                .filter(text -> !text.isEmpty() && text.length() <= Identifier.LENGTH_MAX);
    }
}

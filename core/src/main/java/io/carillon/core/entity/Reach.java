package io.carillon.core.entity;

import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a customer can be reached. */
final class Reach {
    private Reach() {}

    /**
     * The customer's endpoints on a channel, the best first. An address counts only once it is owned: what was merely
     * asked for may be somebody else's.
     */
    static List<Endpoint> endpoints(Turn turn, Channel channel) {
        return endpoints(turn.root(), turn.knowledge(), channel);
    }

    static List<Endpoint> endpoints(Root root, Knowledge knowledge, Channel channel) {
        return switch (channel) {
            case EMAIL -> emails(root);
            // Without an identifier of their own yet, these are reached by what the profile says.
            case SMS -> said(root, channel, "phone");
            case PUSH, WEBPUSH -> said(root, channel, "pushToken");
            case SOCIAL, INAPP, WEBHOOK ->
                List.of(new Endpoint(
                        channel, knowledge.addresses().idOf(root.links().self()).text()));
        };
    }

    /** Whether an endpoint may turn up any moment: one is being claimed. */
    static boolean isPending(Turn turn, Channel channel) {
        return channel == Channel.EMAIL
                && turn.links().asked().entrySet().stream()
                        .anyMatch(asked -> asked.getKey().kind() == IdentifierKind.EMAIL
                                && asked.getValue().refusedAt().isEmpty());
    }

    private static List<Endpoint> emails(Root root) {
        Optional<String> preferred = root.customer()
                .profile()
                .value("email")
                .flatMap(value -> value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty())
                .map(text -> text.strip().toLowerCase(Locale.ROOT));
        var endpoints = new ArrayList<Endpoint>();
        for (Identifier identifier : root.links().owned().keySet()) {
            if (identifier.kind() != IdentifierKind.EMAIL) continue;
            var endpoint = new Endpoint(Channel.EMAIL, identifier.value());
            if (preferred.filter(identifier.value()::equals).isPresent()) endpoints.addFirst(endpoint);
            else endpoints.add(endpoint);
        }
        return endpoints;
    }

    private static List<Endpoint> said(Root root, Channel channel, String trait) {
        return root.customer()
                .profile()
                .value(trait)
                .flatMap(value -> value instanceof Value.Text(var text) && !text.isBlank() && text.length() <= 500
                        ? Optional.of(new Endpoint(channel, text.strip()))
                        : Optional.empty())
                .map(List::of)
                .orElse(List.of());
    }
}

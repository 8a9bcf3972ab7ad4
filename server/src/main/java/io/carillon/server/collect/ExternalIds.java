package io.carillon.server.collect;

import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code context.externalIds}: {@code [{id, type, collection, encoding}]}. The types that are identifiers of ours become
 * those; every other one is a kind of its own, {@code external:TYPE:ID}.
 *
 * @see <a href="https://segment.com/docs/unify/identity-resolution/externalids/">Segment: external ids</a>
 */
final class ExternalIds {
    private static final int ITEMS_MAX = 50;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");
    private static final Set<String> USED_FOR_OTHER_THINGS = Set.of(
            "ios.idfa", "android.idfa", "ios.push_token", "android.push_token", "group_id", "advertising_id", "idfa");

    private final Identifiers identifiers;

    ExternalIds(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** @param named whom the call names already; a second user id is not taken from here, as a call is one user's */
    List<Identifier> of(Value.Fields context, List<Identifier> named) {
        Optional<Value> said = Fields.said(context, "externalIds");
        if (said.isEmpty()) return List.of();
        if (!(said.get() instanceof Value.Items(var items))) {
            identifiers.note(Reason.BAD_EXTERNAL_ID, "context.externalIds is " + Fields.shown(said.get()));
            return List.of();
        }
        if (items.size() > ITEMS_MAX) {
            identifiers.note(Reason.BAD_EXTERNAL_ID, "context.externalIds has %d items".formatted(items.size()));
        }
        var found = new ArrayList<>(named);
        for (int i = 0; i < Math.min(items.size(), ITEMS_MAX); i++) {
            String place = "context.externalIds[%d]".formatted(i);
            read(items.get(i), place)
                    .filter(identifier -> isOfOneUser(identifier, found, place))
                    .ifPresent(found::add);
        }
        return found.subList(named.size(), found.size());
    }

    private boolean isOfOneUser(Identifier identifier, List<Identifier> found, String place) {
        boolean isSecond = identifier.kind() == IdentifierKind.USER
                && found.stream().anyMatch(other -> other.kind() == IdentifierKind.USER && !other.equals(identifier));
        if (isSecond) identifiers.note(Reason.UNUSED_EXTERNAL_ID, place + " is another user's than userId");
        return !isSecond;
    }

    private Optional<Identifier> read(Value item, String place) {
        if (!(item instanceof Value.Fields fields)) {
            return identifiers.none(Reason.BAD_EXTERNAL_ID, place + " is " + Fields.shown(item));
        }
        Optional<Value> id = Fields.said(fields, "id");
        String type = fields.text("type").orElse("");
        if (id.isEmpty()) return identifiers.none(Reason.BAD_EXTERNAL_ID, place + ".id is missing");
        if (!TYPE.matcher(type).matches()) {
            return identifiers.none(Reason.BAD_EXTERNAL_ID, place + ".type is not a word");
        }
        // An id of an account, or one that was hashed, would link people as if it were their own.
        if (!isSaidToBe(fields, "collection", "users") || !isSaidToBe(fields, "encoding", "none")) {
            return identifiers.none(Reason.BAD_EXTERNAL_ID, place + ": collection must be users, encoding none");
        }
        if (USED_FOR_OTHER_THINGS.contains(type)) {
            return identifiers.none(Reason.UNUSED_EXTERNAL_ID, "%s.type %s".formatted(place, type));
        }
        return identifier(type, id.get(), place + ".id");
    }

    private Optional<Identifier> identifier(String type, Value id, String place) {
        return switch (type) {
            case "user_id" -> identifiers.id(id, IdentifierKind.USER, place);
            case "email" -> identifiers.email(id, place);
            case "phone" -> identifiers.phone(id, place);
            case "anonymous_id" -> identifiers.id(id, IdentifierKind.ANONYMOUS, place);
            case "device_id", "ios.id", "android.id" -> identifiers.id(id, IdentifierKind.DEVICE, place);
            default -> external(type, id, place);
        };
    }

    private Optional<Identifier> external(String type, Value id, String place) {
        Optional<Identifier> plain = identifiers.id(id, IdentifierKind.EXTERNAL, place);
        if (plain.isEmpty()) return plain;
        String value = type + ":" + plain.get().value();
        return value.length() <= Identifier.LENGTH_MAX
                ? Optional.of(new Identifier(IdentifierKind.EXTERNAL, value))
                : identifiers.none(Reason.IDENTIFIER_TOO_LONG, place);
    }

    private static boolean isSaidToBe(Value.Fields fields, String field, String expected) {
        Optional<Value> said = Fields.said(fields, field);
        return said.isEmpty() || said.get().equals(Value.of(expected));
    }
}

package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Identifier;
import io.carillon.core.identity.IdentifierMessage.Claim;
import io.carillon.core.identity.IdentifierMessage.Moved;
import io.carillon.core.identity.IdentifierMessage.Transfer;
import io.carillon.core.identity.IdentitySend.ToCustomer;
import io.carillon.core.identity.LinkMessage.Contest;
import io.carillon.core.identity.LinkMessage.Granted;
import java.util.List;
import java.util.Optional;

/**
 * The role of an address that says who owns this identifier now.
 *
 * @param epoch how often it changed owner
 */
public record IdentifierRole(Optional<CustomerRef> owner, long epoch) {
    public static final IdentifierRole FREE = new IdentifierRole(Optional.empty(), 0);

    /** A step of the role: what it is from now on, and whom it tells. */
    public record Step(IdentifierRole role, List<IdentitySend> sends) {}

    /** A free identifier becomes the strongest of an event: it belongs to the customer born here. */
    public IdentifierRole ownedBy(CustomerRef customer) {
        return new IdentifierRole(Optional.of(customer), epoch + 1);
    }

    public Step on(Identifier self, IdentifierMessage message) {
        return switch (message) {
            case Claim claim -> onClaim(self, claim);
            case Transfer(var to, var at) -> at == epoch ? grant(self, to) : unchanged();
            case Moved(var to, var at) ->
                isNews(to, at) ? new Step(new IdentifierRole(Optional.of(to), at), List.of()) : unchanged();
        };
    }

    /** Of one ownership the stronger owner is the later one, as merges go up: the word of a former one may come late. */
    private boolean isNews(CustomerRef to, long at) {
        return at > epoch || (at == epoch && owner.map(to::isStrongerThan).orElse(true));
    }

    private Step onClaim(Identifier self, Claim claim) {
        if (owner.isEmpty()) return grant(self, claim.by());
        if (owner.get().equals(claim.by())) return unchanged();
        return new Step(
                this,
                List.of(new ToCustomer(
                        owner.get(),
                        new Contest(self, claim.by(), claim.stamp(), claim.cause(), claim.merges(), claim.apart()))));
    }

    private Step grant(Identifier self, CustomerRef to) {
        IdentifierRole granted = ownedBy(to);
        return new Step(granted, List.of(new ToCustomer(to, new Granted(self, granted.epoch, to))));
    }

    private Step unchanged() {
        return new Step(this, List.of());
    }

    public void write(ByteWriter out) {
        out.optional(owner, CustomerRef::write);
        out.count(epoch);
    }

    public static IdentifierRole read(ByteReader in) {
        return new IdentifierRole(in.optional(CustomerRef::read), in.count());
    }
}

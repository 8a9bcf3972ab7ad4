package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.Stamp;
import java.util.Optional;

/** Stored forms of the identity protocol's messages, inside messages. */
public final class IdentityCodec {
    // Before causes said whether they are explicit, and claims how often the claimer has merged.
    private static final int FIRST_CLAIM = 1;
    private static final int FIRST_CONTEST = 5;
    private static final int FIRST_JOIN = 7;

    // Before anybody could be parted.
    private static final int SECOND_CLAIM = 8;
    private static final int SECOND_CONTEST = 9;
    private static final int SECOND_JOIN = 10;
    private static final int FIRST_REFUSED = 6;

    private static final int CLAIM = 11;
    private static final int TRANSFER = 2;
    private static final int MOVED = 3;
    private static final int GRANTED = 4;
    private static final int CONTEST = 12;
    private static final int REFUSED = 14;
    private static final int JOIN = 13;

    private IdentityCodec() {}

    public static void write(IdentifierMessage message, ByteWriter out) {
        switch (message) {
            case IdentifierMessage.Claim(var by, var stamp, var cause, var merges, var apart) -> {
                out.u8(CLAIM);
                by.write(out);
                out.optional(stamp, Stamp::write);
                cause.write(out);
                out.count(merges);
                apart.write(out);
            }
            case IdentifierMessage.Transfer(var to, var epoch) -> {
                out.u8(TRANSFER);
                to.write(out);
                out.count(epoch);
            }
            case IdentifierMessage.Moved(var owner, var epoch) -> {
                out.u8(MOVED);
                owner.write(out);
                out.count(epoch);
            }
        }
    }

    public static IdentifierMessage readIdentifierMessage(ByteReader in) {
        int form = in.u8();
        return switch (form) {
            case CLAIM ->
                new IdentifierMessage.Claim(
                        CustomerRef.read(in), in.optional(Stamp::read), Cause.read(in), in.count(), Apart.read(in));
            case SECOND_CLAIM ->
                new IdentifierMessage.Claim(
                        CustomerRef.read(in), in.optional(Stamp::read), Cause.read(in), in.count(), Apart.NOBODY);
            case FIRST_CLAIM ->
                new IdentifierMessage.Claim(
                        CustomerRef.read(in), in.optional(Stamp::read), Cause.readFirst(in), 0, Apart.NOBODY);
            case TRANSFER -> new IdentifierMessage.Transfer(CustomerRef.read(in), in.count());
            case MOVED -> new IdentifierMessage.Moved(CustomerRef.read(in), in.count());
            default -> throw new UnreadableException("unknown message to an identifier " + form);
        };
    }

    public static void write(LinkMessage message, ByteWriter out) {
        switch (message) {
            case LinkMessage.Granted(var identifier, var epoch, var to) -> {
                out.u8(GRANTED);
                identifier.write(out);
                out.count(epoch);
                to.write(out);
            }
            case LinkMessage.Contest(var identifier, var by, var stamp, var cause, var merges, var apart) -> {
                out.u8(CONTEST);
                identifier.write(out);
                by.write(out);
                out.optional(stamp, Stamp::write);
                cause.write(out);
                out.count(merges);
                apart.write(out);
            }
            case LinkMessage.Refused(var identifier, var stamp, var owner, var why) -> {
                out.u8(REFUSED);
                identifier.write(out);
                out.optional(stamp, Stamp::write);
                owner.write(out);
                out.optional(why, (it, to) -> to.constant(it));
            }
            case LinkMessage.Join(var identifier, var owner, var cause, var apart) -> {
                out.u8(JOIN);
                identifier.write(out);
                owner.write(out);
                cause.write(out);
                apart.write(out);
            }
        }
    }

    public static LinkMessage readLinkMessage(ByteReader in) {
        int form = in.u8();
        return switch (form) {
            case GRANTED -> new LinkMessage.Granted(Identifier.read(in), in.count(), CustomerRef.read(in));
            case CONTEST ->
                new LinkMessage.Contest(
                        Identifier.read(in),
                        CustomerRef.read(in),
                        in.optional(Stamp::read),
                        Cause.read(in),
                        in.count(),
                        Apart.read(in));
            case SECOND_CONTEST ->
                new LinkMessage.Contest(
                        Identifier.read(in),
                        CustomerRef.read(in),
                        in.optional(Stamp::read),
                        Cause.read(in),
                        in.count(),
                        Apart.NOBODY);
            case FIRST_CONTEST ->
                new LinkMessage.Contest(
                        Identifier.read(in),
                        CustomerRef.read(in),
                        in.optional(Stamp::read),
                        Cause.readFirst(in),
                        0,
                        Apart.NOBODY);
            case REFUSED ->
                new LinkMessage.Refused(
                        Identifier.read(in),
                        in.optional(Stamp::read),
                        CustomerRef.read(in),
                        in.optional(from -> from.constant(Refusal.class)));
            case FIRST_REFUSED ->
                new LinkMessage.Refused(
                        Identifier.read(in), in.optional(Stamp::read), CustomerRef.read(in), Optional.empty());
            case JOIN ->
                new LinkMessage.Join(Identifier.read(in), CustomerRef.read(in), Cause.read(in), Apart.read(in));
            case SECOND_JOIN ->
                new LinkMessage.Join(Identifier.read(in), CustomerRef.read(in), Cause.read(in), Apart.NOBODY);
            case FIRST_JOIN ->
                new LinkMessage.Join(Identifier.read(in), CustomerRef.read(in), Cause.readFirst(in), Apart.NOBODY);
            default -> throw new UnreadableException("unknown message to a customer " + form);
        };
    }
}

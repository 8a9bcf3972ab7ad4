package io.carillon.core.entity.workspace;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps every version of the definitions that was ever published: people may still be on their way through it. */
public final class WorkspaceKind implements PlainKind<WorkspaceState, WorkspaceMessage, Knowledge> {
    public static final Address ADDRESS = new Address("workspace:main");

    /** Version, as 16 hex digits, to {@link WorkspaceFiles}. */
    public static final String VERSIONS = "workspace";

    public static String keyOf(long version) {
        return "%016x".formatted(version);
    }

    @Override
    public String name() {
        return "workspace";
    }

    @Override
    public boolean livesAt(Address address) {
        return address.equals(ADDRESS);
    }

    @Override
    public WorkspaceState unborn(Address address) {
        return WorkspaceState.NONE;
    }

    @Override
    public Effects<WorkspaceState> handle(WorkspaceState state, WorkspaceMessage message, Context<Knowledge> context) {
        return switch (message) {
            case WorkspaceMessage.Publish(var files, var replyTo) -> publish(state, files, replyTo);
            case WorkspaceMessage.Show(var replyTo) ->
                Effects.of(state, new Effect.Answer(replyTo, new WorkspaceMessage.Published(state.version())));
        };
    }

    private static Effects<WorkspaceState> publish(WorkspaceState state, WorkspaceFiles files, ReplyTo replyTo) {
        Bytes stored = WorkspaceFiles.Stored.FILES.encode(files);
        String fingerprint = fingerprint(stored);
        if (fingerprint.equals(state.fingerprint())) {
            return Effects.of(state, new Effect.Answer(replyTo, new WorkspaceMessage.Published(state.version())));
        }
        var after = new WorkspaceState(state.version() + 1, fingerprint);
        return Effects.of(
                after,
                new Effect.Put(VERSIONS, keyOf(after.version()), stored),
                new Effect.Answer(replyTo, new WorkspaceMessage.Published(after.version())));
    }

    private static String fingerprint(Bytes stored) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored.unsafeArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public WorkspaceMessage idle() {
        return new WorkspaceMessage.Show(ReplyTo.NOBODY);
    }

    @Override
    public Codec<WorkspaceState> states() {
        return WorkspaceState.Stored.WORKSPACES;
    }

    @Override
    public Codec<WorkspaceMessage> messages() {
        return WorkspaceMessage.Stored.MESSAGES;
    }
}

package io.carillon.core.entity.workspace;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;

/** What the workspace is told. */
public sealed interface WorkspaceMessage extends Message {
    /** The workspace is the published one from now on. */
    record Published(long version) implements Reply {}

    /** These definitions hold from now on. Answered {@link Published}. */
    record Publish(WorkspaceFiles files, ReplyTo replyTo) implements WorkspaceMessage {}

    /** Which version holds? Answered {@link Published}. */
    record Show(ReplyTo replyTo) implements WorkspaceMessage {}

    /** Stored form. */
    enum Stored implements Codec<WorkspaceMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int PUBLISH = 1;
        private static final int SHOW = 2;

        @Override
        public void write(WorkspaceMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Publish(var files, var replyTo) -> {
                    out.u8(PUBLISH);
                    WorkspaceFiles.Stored.FILES.write(files, out);
                    replyTo.write(out);
                }
                case Show(var replyTo) -> {
                    out.u8(SHOW);
                    replyTo.write(out);
                }
            }
        }

        @Override
        public WorkspaceMessage read(ByteReader in) {
            in.version("workspace message", VERSION);
            int form = in.u8();
            return switch (form) {
                case PUBLISH -> new Publish(WorkspaceFiles.Stored.FILES.read(in), ReplyTo.read(in));
                case SHOW -> new Show(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown workspace message " + form);
            };
        }
    }
}

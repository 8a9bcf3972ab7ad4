package io.carillon.core.entity.workspace;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;

/**
 * Which definitions hold.
 *
 * @param version 0 before anything was published
 * @param fingerprint of the files, so that publishing the same again changes nothing
 */
public record WorkspaceState(long version, String fingerprint) {
    public static final WorkspaceState NONE = new WorkspaceState(0, "");

    /** Stored form. */
    public enum Stored implements Codec<WorkspaceState> {
        WORKSPACES;

        private static final int VERSION = 1;

        @Override
        public void write(WorkspaceState state, ByteWriter out) {
            out.u8(VERSION);
            out.number(state.version);
            out.text(state.fingerprint);
        }

        @Override
        public WorkspaceState read(ByteReader in) {
            in.version("workspace", VERSION);
            return new WorkspaceState(in.number(), in.text());
        }
    }
}

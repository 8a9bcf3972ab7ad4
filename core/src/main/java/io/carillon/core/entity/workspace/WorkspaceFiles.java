package io.carillon.core.entity.workspace;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts of a workspace's files by their path, as they were published; secrets are references in them. */
public record WorkspaceFiles(SortedMap<String, String> texts) {
    public WorkspaceFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** Stored form. */
    public enum Stored implements Codec<WorkspaceFiles> {
        FILES;

        private static final int VERSION = 1;

        @Override
        public void write(WorkspaceFiles files, ByteWriter out) {
            out.u8(VERSION);
            out.map(files.texts, (path, to) -> to.text(path), (text, to) -> to.text(text));
        }

        @Override
        public WorkspaceFiles read(ByteReader in) {
            in.version("workspace files", VERSION);
            return new WorkspaceFiles(in.sortedMap(ByteReader::text, ByteReader::text));
        }
    }
}

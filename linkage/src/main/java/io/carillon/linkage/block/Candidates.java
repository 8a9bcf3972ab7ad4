package io.carillon.linkage.block;

import java.util.List;

/**
 * The pairs that are worth a look.
 *
 * @param used the keys that found them, in words
 * @param unused the keys there was no room for
 * @param skippedBlocks how many blocks were too large: what many records share says little
 */
public record Candidates(Pairs pairs, List<String> used, List<String> unused, long skippedBlocks) {
    public Candidates {
        used = List.copyOf(used);
        unused = List.copyOf(unused);
    }
}

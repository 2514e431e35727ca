package org.lianji.proof;

import java.util.List;

/**
 * Proof that an entry is on the chain, good without the hub for whoever keeps the head of the day.
 *
 * @param entry as it was sealed
 * @param position its place in the block, from 0
 * @param path from the entry to the root of its block
 * @param block header of the block
 * @param dayPath from the block to the root of its day
 * @param day line of the day
 */
public record Proof(
        String entry, int position, List<String> path, Block block, List<String> dayPath, Day day) {

    /** {@return what is wrong with it, or an empty text} */
    String flaw() {
        if (!Merkle.verifyInclusion(
                Merkle.leaf(entry), position, block.count(), path, block.root())) {
            return "the entry is not in the block";
        }
        if (!block.date().equals(day.date())
                || !Merkle.verifyInclusion(
                        block.hash(),
                        block.height() - day.first(),
                        day.blocks(),
                        dayPath,
                        day.root())) {
            return "the block is not in the day";
        }
        return "";
    }
}

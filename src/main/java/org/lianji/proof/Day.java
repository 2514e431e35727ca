package org.lianji.proof;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Line of a day: its hash is the head that departments keep. Of a day that is still open, the same
 * over the blocks so far; a head says which of the two it is, so that nothing can be put behind the
 * last block of a closed day.
 *
 * @param date the day
 * @param closed whether no block can be added to it any more
 * @param previous hash of the day with blocks before it
 * @param root root of the Merkle tree over the hashes of its blocks
 * @param first height of its first block
 * @param blocks how many blocks it has
 * @param entries how many entries they hold
 * @param retention how long the entries are kept at least
 */
public record Day(
        LocalDate date,
        boolean closed,
        String previous,
        String root,
        long first,
        long blocks,
        long entries,
        Period retention) {

    /**
     * @param blocks of one day, in order
     */
    public static Day of(List<Block> blocks, boolean closed) {
        Block first = blocks.getFirst();
        return new Day(
                first.date(),
                closed,
                first.dayBefore(),
                Merkle.root(blocks.stream().map(Block::hash).toList()),
                first.height(),
                blocks.size(),
                blocks.stream().mapToLong(Block::count).sum(),
                blocks.getLast().retention());
    }

    public String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("day", date);
        fields.put("closed", closed);
        fields.put("previous", previous);
        fields.put("root", root);
        fields.put("first", first);
        fields.put("blocks", blocks);
        fields.put("entries", entries);
        fields.put("retention", retention);
        return Canonical.json(fields);
    }

    public String hash() {
        return Merkle.leaf(text());
    }
}

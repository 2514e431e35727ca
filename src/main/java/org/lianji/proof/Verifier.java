package org.lianji.proof;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks an exported chain line by line, with nothing but the lines and the heads that somebody
 * kept.
 */
public final class Verifier {

    /**
     * The first thing found wrong.
     *
     * @param place where, such as {@code block 3, entry 5}
     * @param what is wrong
     */
    public static final class ChainDefect extends Exception {

        private final String place;
        private final String what;

        ChainDefect(String place, String what) {
            super(place + ": " + what);
            this.place = place;
            this.what = what;
        }

        String place() {
            return place;
        }

        String what() {
            return what;
        }
    }

    private static final List<String> NONE = List.of();

    private final Map<LocalDate, String> heads;
    private final Set<LocalDate> kept = new HashSet<>();

    /** The last block that a head vouches for. */
    private long proven;

    private @Nullable Block first;
    private @Nullable Block last;
    private List<String> due = NONE;
    private int position;

    /** The day whose blocks are coming in, and the first of them. */
    private @Nullable Block dawn;

    private Merkle.Tree day = new Merkle.Tree();
    private long dayEntries;
    private @Nullable Day closed;
    private long entries;
    private int days;

    /**
     * @param heads that were kept, by day
     */
    public Verifier(Map<LocalDate, String> heads) {
        this.heads = new TreeMap<>(heads);
    }

    public void take(String text) throws ChainDefect {
        Line line = CanonicalParser.line(text).orElse(null);
        if (line == null) {
            throw new ChainDefect(next(), "the line is not as the hub writes it: it was changed");
        }
        if (position < due.size() && !(line instanceof Line.OfEntry)) {
            throw new ChainDefect(next(), "the entry is missing");
        }
        switch (line) {
            case Line.OfEntry entry -> entry(Merkle.leaf(entry.entry()));
            case Line.OfBlock block -> block(block);
            case Line.OfDay closing -> day(closing);
        }
    }

    /** After the last line. */
    public void end() throws ChainDefect {
        if (position < due.size()) {
            throw new ChainDefect(next(), "the entry is missing: the chain ends too early");
        }
        for (LocalDate date : heads.keySet()) {
            if (!kept.contains(date)) {
                throw new ChainDefect(
                        "day " + date,
                        "nothing here has the head that was kept: blocks of that day were changed"
                                + " or cut off");
            }
        }
        if (last == null) {
            throw new ChainDefect("block 1", "the chain is empty");
        }
    }

    /** {@return how many were taken} */
    public long entries() {
        return entries;
    }

    String summary() {
        return first == null || last == null
                ? "empty"
                : "blocks %d to %d, %d entries, %d days closed, %d heads as kept, last hash %s.\n%s"
                        .formatted(
                                first.height(),
                                last.height(),
                                entries,
                                days,
                                kept.size(),
                                last.hash(),
                                ends(first.height(), last.height()));
    }

    /** What the lines alone can't tell: whether there were more before and behind them. */
    private String ends(long from, long to) {
        String before =
                from == 1 ? "" : " What came before block %d is not in the file.".formatted(from);
        if (kept.isEmpty()) {
            return "NOT PROVEN are the chain's ends: without --head nobody can tell whether it was"
                    + " cut off or made anew. Give a head that your department kept."
                    + before;
        }
        return (proven == to
                        ? "Proven by the heads up to its last block."
                        : ("Proven by the heads up to block %d. NOT PROVEN is its end: give the"
                                        + " head of a later day.")
                                .formatted(proven))
                + before;
    }

    /** Where the next line belongs. */
    private String next() {
        return last != null && position < due.size()
                ? "block " + last.height() + ", entry " + position
                : "block " + (last == null ? 1 : last.height() + 1);
    }

    private void entry(String digest) throws ChainDefect {
        if (position >= due.size()) {
            throw new ChainDefect(
                    last == null ? next() : "block " + last.height() + ", entry " + position,
                    "an entry that no block holds: it was put in, or its block taken away");
        }
        if (!due.get(position).equals(digest)) {
            int own = due.indexOf(digest);
            throw new ChainDefect(
                    next(),
                    own < 0
                            ? "the entry was changed, or another put in its place"
                            : "the entry is missing or out of order: here is entry " + own);
        }
        position++;
        entries++;
    }

    private void block(Line.OfBlock line) throws ChainDefect {
        Block block = line.block();
        if (last == null && block.hash().equals(line.hash())) {
            first = block;
        }
        String place = first == block ? "block " + block.height() : next();
        refuse(!block.hash().equals(line.hash()), place, "the header was changed");
        refuse(
                block.count() < 1
                        || block.count() != line.entries().size()
                        || !Merkle.root(line.entries()).equals(block.root()),
                place,
                "its list of entries was changed");
        refuse(
                !block.date().equals(Block.dateOf(block.sealedAt())),
                place,
                "it was not sealed on the day that it names");
        if (last == null) {
            refuse(
                    block.height() == 1
                            && !(block.previous() + block.dayBefore())
                                    .equals(Merkle.NOTHING + Merkle.NOTHING),
                    place,
                    "the first block has something before it");
        } else {
            follows(block, last, place);
        }
        last = block;
        due = line.entries();
        position = 0;
        grow(block);
    }

    private void follows(Block block, Block before, String place) throws ChainDefect {
        refuse(
                block.height() != before.height() + 1,
                place,
                "the block is missing or out of order: here is block " + block.height());
        refuse(
                !block.previous().equals(before.hash()),
                place,
                "it does not follow the block before it");
        refuse(
                block.sealedAt().isBefore(before.sealedAt()),
                place,
                "it was sealed before the block before it");
        if (dawn != null && block.date().isAfter(dawn.date())) {
            throw new ChainDefect("day " + dawn.date(), "its line is missing");
        }
        refuse(
                closed != null && !block.date().isAfter(closed.date()),
                place,
                "it belongs to a day that is closed");
        String dayBefore =
                dawn != null
                        ? dawn.dayBefore()
                        : closed == null ? block.dayBefore() : closed.hash();
        refuse(!block.dayBefore().equals(dayBefore), place, "it does not follow the day before it");
    }

    private void grow(Block block) {
        if (dawn == null) {
            dawn = block;
            day = new Merkle.Tree();
            dayEntries = 0;
        }
        day.add(block.hash());
        dayEntries += block.count();
        String head = heads.get(block.date());
        if (head != null && head.equals(today(dawn, block, false).hash())) {
            keep(block);
        }
    }

    private void keep(Block block) {
        kept.add(block.date());
        proven = block.height();
    }

    private Day today(Block from, Block to, boolean closed) {
        return new Day(
                to.date(),
                closed,
                from.dayBefore(),
                day.root(),
                from.height(),
                to.height() - from.height() + 1,
                dayEntries,
                to.retention());
    }

    private void day(Line.OfDay line) throws ChainDefect {
        Day told = line.day();
        if (dawn == null || last == null) {
            throw new ChainDefect("day " + told.date(), "no block of that day is before its line");
        }
        String place = "day " + dawn.date();
        refuse(!told.hash().equals(line.hash()), place, "its line was changed");
        refuse(
                !told.equals(today(dawn, last, true)),
                place,
                "its line does not fit the blocks: blocks are missing, or of another day");
        if (line.hash().equals(heads.get(told.date()))) {
            keep(last);
        }
        dawn = null;
        closed = told;
        days++;
    }

    private static void refuse(boolean wrong, String place, String what) throws ChainDefect {
        if (wrong) {
            throw new ChainDefect(place, what);
        }
    }
}

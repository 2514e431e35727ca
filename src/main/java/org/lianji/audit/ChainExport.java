package org.lianji.audit;

import org.lianji.platform.Problem;
import org.lianji.proof.Block;
import org.lianji.proof.Day;
import org.lianji.proof.Line;
import org.lianji.proof.Merkle;
import org.springframework.stereotype.Component;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Writes the chain out as lines of JSON that the verifier reads: a block, its entries, and each
 * closed day behind its last block.
 */
@Component
final class ChainExport {

    private final Blocks blocks;

    ChainExport(Blocks blocks) {
        this.blocks = blocks;
    }

    /**
     * Blocks that are given, all of which there are.
     *
     * @param first height
     * @param last height
     */
    record Range(long first, long last) {}

    /**
     * {@return what is given where those are asked for}
     *
     * @param from the first block wanted; the blocks of its day before it come too, since a day is
     *     checked as a whole
     * @param to the last block wanted
     * @throws Problem where there is none of them
     */
    Range range(long from, long to) {
        if (from > to) {
            throw new Problem(AuditCode.HEIGHTS);
        }
        long last = Math.min(to, blocks.height());
        Block first =
                blocks.from(from, last).stream()
                        .findFirst()
                        .orElseThrow(() -> new Problem(AuditCode.NOTHING_SEALED));
        return new Range(blocks.of(first.date()).getFirst().height(), last);
    }

    /** Where lines go. */
    interface Lines {
        void take(Line line) throws IOException;
    }

    void write(Range range, OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        each(
                range,
                line -> {
                    lines.write(line.text());
                    lines.write('\n');
                });
        lines.flush();
    }

    void each(Range range, Lines lines) throws IOException {
        long height = range.first();
        Optional<Day> open = Optional.empty();
        for (List<Block> some = blocks.from(height, range.last());
                !some.isEmpty();
                some = blocks.from(height, range.last())) {
            for (Block block : some) {
                open = day(open, block.date());
                write(block, lines);
                height = block.height() + 1;
                if (open.isPresent() && height == open.get().first() + open.get().blocks()) {
                    lines.take(new Line.OfDay(open.get(), open.get().hash()));
                }
            }
        }
    }

    private Optional<Day> day(Optional<Day> open, LocalDate date) {
        return open.filter(day -> day.date().equals(date)).or(() -> blocks.closed(date));
    }

    private void write(Block block, Lines lines) throws IOException {
        List<String> entries = blocks.entries(block.height());
        lines.take(
                new Line.OfBlock(block, block.hash(), entries.stream().map(Merkle::leaf).toList()));
        for (String entry : entries) {
            lines.take(new Line.OfEntry(entry));
        }
    }
}

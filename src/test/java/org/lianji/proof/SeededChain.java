package org.lianji.proof;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A chain of about sixty entries in several blocks and days, made from a seed as the hub would. */
final class SeededChain {

    private static final Period RETENTION = Period.ofYears(3);

    /**
     * A line, and how the verifier names its place.
     *
     * @param place such as {@code block 3, entry 5}
     */
    record Placed(String text, String place) {}

    private final Random random;
    private final List<Placed> lines = new ArrayList<>();
    private final List<Day> heads = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T16:00:00Z");
    private String previous = Merkle.NOTHING;
    private String dayBefore = Merkle.NOTHING;
    private long height;

    SeededChain(long seed) {
        this.random = new Random(seed);
        for (int day = 0; day < 4; day++) {
            day(day < 3);
        }
    }

    List<Placed> lines() {
        return lines;
    }

    /** Heads of the days; the last day is open. */
    List<Day> heads() {
        return heads;
    }

    static byte[] bytes(Stream<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void day(boolean close) {
        List<Block> blocks = new ArrayList<>();
        int many = 2 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            now = now.plusSeconds(1 + random.nextInt(600));
            blocks.add(block());
        }
        Day day = Day.of(blocks, close);
        heads.add(day);
        if (close) {
            lines.add(new Placed(new Line.OfDay(day, day.hash()).text(), "day " + day.date()));
            dayBefore = day.hash();
        }
        LocalDate next = day.date().plusDays(1 + random.nextInt(2));
        now = next.atStartOfDay(Block.CHINA).toInstant();
    }

    private Block block() {
        List<String> entries =
                IntStream.range(0, 2 + random.nextInt(7)).mapToObj(_ -> entry()).toList();
        List<String> digests = entries.stream().map(Merkle::leaf).toList();
        height++;
        Block block = Block.seal(height, previous, dayBefore, digests, now, now, RETENTION);
        previous = block.hash();
        lines.add(
                new Placed(
                        new Line.OfBlock(block, block.hash(), digests).text(), "block " + height));
        for (int i = 0; i < entries.size(); i++) {
            lines.add(
                    new Placed(
                            new Line.OfEntry(entries.get(i)).text(),
                            "block " + height + ", entry " + i));
        }
        return block;
    }

    /** Also with names that need escapes, and letters of several bytes. */
    String entry() {
        Kind[] kinds = Kind.values();
        Entry entry =
                new Entry(
                        kinds[random.nextInt(kinds.length)],
                        random.nextBoolean() ? "MZ" : "医保\"\\\n\u0001",
                        "mz-" + random.nextInt(9),
                        random.nextBoolean() ? "A" : null,
                        random.nextBoolean() ? "C" + random.nextInt(999) : null,
                        List.of("A1@" + random.nextInt(9)),
                        List.of("GA01.name", "MZ01.status"),
                        IntStream.range(0, random.nextInt(4))
                                .mapToObj(_ -> "P" + random.nextLong(Long.MAX_VALUE))
                                .toList(),
                        Merkle.sha256("document " + random.nextInt()),
                        random.nextBoolean() ? now : null);
        return entry.canonical("E" + random.nextLong(), now);
    }
}

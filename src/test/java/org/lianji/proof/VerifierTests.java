package org.lianji.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever is done to a chain, the verifier finds it, and names the first place. */
class VerifierTests {

    private static final String UNBROKEN = "";

    /** Where it is broken; empty where it is not. */
    private static String verify(byte[] chain, Map<LocalDate, String> heads) {
        try {
            VerifyCommand.read(new ByteArrayInputStream(chain), new Verifier(heads));
            return UNBROKEN;
        } catch (Verifier.ChainDefect flaw) {
            return flaw.place();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String verify(List<SeededChain.Placed> lines) {
        return verify(SeededChain.bytes(lines.stream().map(SeededChain.Placed::text)), Map.of());
    }

    private static Map<LocalDate, String> heads(SeededChain chain) {
        return chain.heads().stream().collect(Collectors.toMap(Day::date, Day::hash));
    }

    private static boolean isEntry(SeededChain.Placed line) {
        return line.place().contains("entry");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void takesAChainAsItWasSealed(long seed) {
        SeededChain chain = new SeededChain(seed);

        assertThat(chain.lines().stream().filter(VerifierTests::isEntry).count()).isGreaterThan(30);
        assertThat(
                        verify(
                                SeededChain.bytes(
                                        chain.lines().stream().map(SeededChain.Placed::text)),
                                heads(chain)))
                .isEqualTo(UNBROKEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void namesTheLineOfAFlippedBit(long seed) {
        List<SeededChain.Placed> lines = new SeededChain(seed).lines();
        Random random = new Random(seed);
        byte[] whole = SeededChain.bytes(lines.stream().map(SeededChain.Placed::text));
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            SeededChain.Placed line = lines.get(i);
            int length = SeededChain.bytes(Stream.of(line.text())).length;
            for (int at : places(random, length)) {
                byte[] flipped = whole.clone();
                flipped[start + at] ^= (byte) (1 << random.nextInt(8));

                assertThat(verify(flipped, Map.of()))
                        .as("seed %d, byte %d of %s", seed, at, line.place())
                        .isIn(line.place(), ifUnreadable(lines, i));
            }
            start += length;
        }
    }

    /** A line of a day that can't be read any more stands where the next block could. */
    private static String ifUnreadable(List<SeededChain.Placed> lines, int line) {
        return lines.get(line).place().startsWith("day")
                ? lines.get(line + 1).place()
                : lines.get(line).place();
    }

    /** The first byte, the line feed, and some between. */
    private static int[] places(Random random, int length) {
        return IntStream.concat(
                        IntStream.of(0, length - 1), random.ints(6, 1, Math.max(2, length - 1)))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void namesADroppedLine(long seed) {
        List<SeededChain.Placed> lines = new SeededChain(seed).lines();
        for (int i = 0; i + 1 < lines.size(); i++) {
            List<SeededChain.Placed> dropped = new ArrayList<>(lines);
            SeededChain.Placed line = dropped.remove(i);

            assertThat(verify(dropped))
                    .as("seed %d, %s", seed, line.place())
                    .isEqualTo(
                            isEntry(line) || line.place().contains("day")
                                    ? line.place()
                                    : behind(lines, i));
        }
    }

    /** Without their block, its entries look like more entries of the block before. */
    private static String behind(List<SeededChain.Placed> lines, int block) {
        for (int i = block - 1; i >= 0; i--) {
            if (isEntry(lines.get(i))) {
                String[] parts = lines.get(i).place().split(" ");
                return "block " + parts[1] + " entry " + (Integer.parseInt(parts[3]) + 1);
            }
        }
        return "block 1";
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void namesTheFirstOfTwoEntriesThatChangedPlaces(long seed) {
        List<SeededChain.Placed> lines = new SeededChain(seed).lines();
        Random random = new Random(seed);
        List<Integer> entries =
                IntStream.range(0, lines.size())
                        .filter(i -> isEntry(lines.get(i)))
                        .boxed()
                        .toList();
        for (int i = 0; i + 1 < entries.size(); i++) {
            int first = entries.get(i);
            int other = entries.get(i + 1 + random.nextInt(entries.size() - i - 1));
            List<SeededChain.Placed> swapped = new ArrayList<>(lines);
            swapped.set(first, lines.get(other));
            swapped.set(other, lines.get(first));

            assertThat(verify(swapped))
                    .as("seed %d, %s with %s", seed, lines.get(first), lines.get(other))
                    .isEqualTo(lines.get(first).place());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void namesAnEntryThatWasPutIn(long seed) {
        SeededChain chain = new SeededChain(seed);
        List<SeededChain.Placed> lines = chain.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (isEntry(lines.get(i))) {
                List<SeededChain.Placed> more = new ArrayList<>(lines);
                more.add(
                        i,
                        new SeededChain.Placed(new Line.OfEntry(chain.entry()).text(), "forged"));

                assertThat(verify(more)).as("seed %d", seed).isEqualTo(lines.get(i).place());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void missesWhatWasCutOffInTheMiddleOfABlockOrAgainstAKeptHead(long seed) {
        SeededChain chain = new SeededChain(seed);
        List<SeededChain.Placed> lines = chain.lines();
        for (int size = 0; size < lines.size(); size++) {
            byte[] cut =
                    SeededChain.bytes(
                            lines.subList(0, size).stream().map(SeededChain.Placed::text));

            String place = verify(cut, heads(chain));
            assertThat(place).as("seed %d, %d lines", seed, size).isNotEqualTo(UNBROKEN);
            if (isEntry(lines.get(size))) {
                assertThat(place).isEqualTo(lines.get(size).place());
            } else {
                assertThat(place).startsWith("day ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void namesWhatFollowsABlockThatWasSealedAnew(long seed) {
        SeededChain chain = new SeededChain(seed);
        List<SeededChain.Placed> lines = chain.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (CanonicalParser.line(lines.get(i).text()).orElseThrow()
                    instanceof Line.OfBlock block) {
                String entry = chain.entry();
                List<String> digests = new ArrayList<>(block.entries());
                digests.set(1, Merkle.leaf(entry));
                Block old = block.block();
                Block anew =
                        Block.seal(
                                old.height(),
                                old.previous(),
                                old.dayBefore(),
                                digests,
                                old.firstAt(),
                                old.sealedAt(),
                                old.retention());
                List<SeededChain.Placed> forged = new ArrayList<>(lines);
                String header = new Line.OfBlock(anew, anew.hash(), digests).text();
                forged.set(i, new SeededChain.Placed(header, ""));
                forged.set(i + 2, new SeededChain.Placed(new Line.OfEntry(entry).text(), ""));
                int next = i + 1 + old.count();

                assertThat(
                                verify(
                                        SeededChain.bytes(
                                                forged.stream().map(SeededChain.Placed::text)),
                                        heads(chain)))
                        .as("seed %d, block %d", seed, old.height())
                        .isEqualTo(
                                next < lines.size()
                                        ? lines.get(next).place()
                                        : "day " + old.date());
            }
        }
    }

    @Test
    void findsAChainThatWasSealedAnewByTheHeadOfTheDay() {
        SeededChain real = new SeededChain(1);
        SeededChain forged = new SeededChain(2);
        byte[] bytes = SeededChain.bytes(forged.lines().stream().map(SeededChain.Placed::text));

        assertThat(verify(bytes, Map.of())).isEqualTo(UNBROKEN);
        for (Day day : real.heads()) {
            assertThat(verify(bytes, Map.of(day.date(), day.hash())))
                    .isEqualTo("day " + day.date());
        }
    }

    @Test
    void takesAHeadOfADayThatWasOpenStillAndNoBlocksBehindAHeadThatWasClosed() {
        Sealed sealed = new Sealed();
        Block one = sealed.block("2026-11-25T02:00:00Z");
        String early = Day.of(List.of(one), false).hash();
        String closed = Day.of(List.of(one), true).hash();
        sealed.block("2026-11-25T03:00:00Z");

        assertThat(verify(sealed.bytes(), Map.of(one.date(), early))).isEqualTo(UNBROKEN);
        assertThat(verify(sealed.bytes(), Map.of(one.date(), closed))).isEqualTo("day 2026-11-25");
    }

    @Test
    void findsABlockOfAnotherDay() {
        Sealed sealed = new Sealed();
        sealed.block("2026-11-25T02:00:00Z");
        sealed.close();
        sealed.block("2026-11-25T03:00:00Z");

        assertThat(verify(sealed.bytes(), Map.of())).isEqualTo("block 2");

        Sealed unclosed = new Sealed();
        unclosed.block("2026-11-25T02:00:00Z");
        unclosed.block("2026-11-25T16:00:00Z");
        assertThat(verify(unclosed.bytes(), Map.of())).isEqualTo("day 2026-11-25");

        Sealed dated = new Sealed();
        Block honest = dated.block("2026-11-25T02:00:00Z");
        Block wrong =
                new Block(
                        1,
                        honest.date().minusDays(1),
                        honest.previous(),
                        honest.dayBefore(),
                        honest.root(),
                        1,
                        honest.firstAt(),
                        honest.sealedAt(),
                        honest.retention());
        dated.lines.set(0, new Line.OfBlock(wrong, wrong.hash(), List.of(wrong.root())).text());
        assertThat(verify(dated.bytes(), Map.of())).isEqualTo("block 1");
    }

    @Test
    void findsABlockThatDoesNotFollowTheDayBefore() {
        Sealed sealed = new Sealed();
        sealed.block("2026-11-25T02:00:00Z");
        sealed.close();
        sealed.dayBefore = Merkle.NOTHING;
        sealed.block("2026-11-26T02:00:00Z");

        assertThat(verify(sealed.bytes(), Map.of())).isEqualTo("block 2");
    }

    @Test
    void findsThatTheBeginningIsMissing() {
        Sealed sealed = new Sealed();
        sealed.dayBefore = Merkle.leaf("a day");
        sealed.block("2026-11-25T02:00:00Z");

        assertThat(verify(sealed.bytes(), Map.of())).isEqualTo("block 1");
    }

    @Test
    void findsABlockThatWasSealedBeforeTheOneBeforeIt() {
        Sealed sealed = new Sealed();
        sealed.block("2026-11-25T03:00:00Z");
        sealed.block("2026-11-25T02:00:00Z");

        assertThat(verify(sealed.bytes(), Map.of())).isEqualTo("block 2");
    }

    @Test
    void saysWhatWasDone() {
        List<SeededChain.Placed> lines = new ArrayList<>(new SeededChain(1).lines());
        lines.remove(2);
        Sealed sealed = new Sealed();
        sealed.block("2026-11-25T02:00:00Z");
        sealed.block("2026-11-25T03:00:00Z");
        sealed.block("2026-11-25T04:00:00Z");
        sealed.lines.subList(2, 4).clear();

        assertThat(flaw(SeededChain.bytes(lines.stream().map(SeededChain.Placed::text))))
                .isEqualTo(
                        "block 1, entry 1: the entry is missing or out of order: here is entry 2");
        assertThat(flaw(sealed.bytes()))
                .isEqualTo("block 2: the block is missing or out of order: here is block 3");
    }

    private static String flaw(byte[] chain) {
        Verifier verifier = new Verifier(Map.of());
        return catchThrowableOfType(
                        Verifier.ChainDefect.class,
                        () -> VerifyCommand.read(new ByteArrayInputStream(chain), verifier))
                .getMessage();
    }

    /** Blocks of one entry, sealed at will. */
    private static final class Sealed {

        private final List<String> lines = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private String dayBefore = Merkle.NOTHING;

        Block block(String at) {
            Instant time = Instant.parse(at);
            String entry = "entry at " + at;
            List<String> digests = List.of(Merkle.leaf(entry));
            Block block =
                    Block.seal(
                            blocks.size() + 1,
                            blocks.isEmpty() ? Merkle.NOTHING : blocks.getLast().hash(),
                            dayBefore,
                            digests,
                            time,
                            time,
                            Period.ofYears(3));
            blocks.add(block);
            lines.add(new Line.OfBlock(block, block.hash(), digests).text());
            lines.add(new Line.OfEntry(entry).text());
            return block;
        }

        void close() {
            Day day = Day.of(blocks, true);
            dayBefore = day.hash();
            lines.add(new Line.OfDay(day, day.hash()).text());
        }

        byte[] bytes() {
            return SeededChain.bytes(lines.stream());
        }
    }
}

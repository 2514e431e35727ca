package org.lianji.audit;

import org.lianji.proof.Block;
import org.lianji.proof.Day;
import org.lianji.proof.Line;
import org.lianji.proof.Verifier;
import org.neo4j.driver.Driver;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a chain goes that was checked from its first entry to its last.
 *
 * @param blocks how many there are
 * @param entries how many they hold
 * @param day of the last block
 * @param head of that day, so far or when closed
 */
public record ChainState(long blocks, long entries, LocalDate day, String head) {

    /**
     * {@return the chain in a graph; nothing where none is sealed yet}
     *
     * @throws IllegalStateException with the first flaw of it
     */
    public static Optional<ChainState> check(Driver driver) {
        Blocks blocks = new Blocks(Neo4jClient.create(driver));
        long height = blocks.height();
        if (height == 0) {
            return Optional.empty();
        }
        List<Block> last = blocks.from(height, height);
        if (last.isEmpty()) {
            throw new IllegalStateException("BROKEN: block " + height + " is missing");
        }
        Day day = blocks.day(last.getFirst().date()).orElseThrow();
        long entries = check(new ChainExport(blocks), height, Map.of(day.date(), day.hash()));
        return Optional.of(new ChainState(height, entries, day.date(), day.hash()));
    }

    private static long check(ChainExport export, long height, Map<LocalDate, String> heads) {
        Verifier verifier = new Verifier(heads);
        try {
            export.each(new ChainExport.Range(1, height), line -> take(verifier, line));
            verifier.end();
            return verifier.entries();
        } catch (Broken broken) {
            throw new IllegalStateException("BROKEN at " + broken.getMessage(), broken);
        } catch (Verifier.ChainDefect flaw) {
            throw new IllegalStateException("BROKEN at " + flaw.getMessage(), flaw);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(Verifier verifier, Line line) throws IOException {
        try {
            verifier.take(line.text());
        } catch (Verifier.ChainDefect flaw) {
            throw new Broken(flaw);
        }
    }

    /** A flaw on its way through what hands out the lines. */
    private static final class Broken extends IOException {

        Broken(Verifier.ChainDefect flaw) {
            super(flaw.getMessage(), flaw);
        }
    }
}

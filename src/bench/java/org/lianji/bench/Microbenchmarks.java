package org.lianji.bench;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Measures the compiler, the decision and the completion alone, by JMH, and writes them to
 * docs/performance.md.
 */
public final class Microbenchmarks {

    /** The section of the page that is written here. */
    public static final String HEADING = "## Inside the hub";

    /** Below it people write. */
    public static final String WORDS = "## What it says";

    private static final Path PAGE = Path.of("docs/performance.md");
    private static final int SECONDS = Integer.getInteger("bench.jmh-seconds", 1);
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 5;
    private static final int FORKS = 2;

    private Microbenchmarks() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include("org\\.lianji\\..*Benchmark")
                                        .mode(Mode.AverageTime)
                                        .timeUnit(TimeUnit.MICROSECONDS)
                                        .forks(FORKS)
                                        .warmupIterations(WARM_UPS)
                                        .warmupTime(TimeValue.seconds(SECONDS))
                                        .measurementIterations(ROUNDS)
                                        .measurementTime(TimeValue.seconds(SECONDS))
                                        .addProfiler(GCProfiler.class)
                                        .build())
                        .run();
        String before = Files.readString(PAGE);
        int words = before.indexOf(WORDS);
        int own = before.indexOf(HEADING);
        Files.writeString(
                PAGE,
                before.substring(0, own < 0 ? words : own)
                        + section(results)
                        + before.substring(words));
    }

    private static String section(Collection<RunResult> results) {
        return """
        %s

        What happens between the request and the database, alone, by JMH (%s, Java %s, %d forks, %d rounds of %d s after as
        many to warm up): all departments have agreements with all, the documents are the hub's of the questions above.
        `bind` is what a question costs whose shape is known; the decision is remembered for caller, purpose and agreements.

        ```bash
        mvn -q -DskipTests package exec:exec@jmh   # writes this section
        ```

        | what | document | µs | ± | kB allocated |
        |---|---|---:|---:|---:|
        %s

        """
                .formatted(
                        HEADING,
                        LocalDate.now(),
                        Runtime.version(),
                        FORKS,
                        ROUNDS,
                        SECONDS,
                        results.stream()
                                .map(Microbenchmarks::line)
                                .collect(Collectors.joining("\n")));
    }

    private static String line(RunResult result) {
        String document = result.getParams().getParam("document");
        return "| %s | %s | %.2f | %.2f | %.1f |"
                .formatted(
                        result.getPrimaryResult().getLabel(),
                        document == null ? "" : document,
                        result.getPrimaryResult().getScore(),
                        result.getPrimaryResult().getScoreError(),
                        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / 1024);
    }
}

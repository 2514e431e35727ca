package org.lianji.demo;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.contribution.Contributions;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.records.Receipt;
import org.lianji.upload.Columns;
import org.lianji.upload.CsvContent;
import org.lianji.upload.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills an empty hub with the synthetic city, in demo mode only: each file is contributed as its
 * owner would, and a start that was killed is continued by the next.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@Order(0)
final class DemoCity implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);
    private static final String SUFFIX = ".csv.gz";
    private static final Set<Code> LATE = Set.of(PlatformCode.TIMED_OUT, PlatformCode.UNAVAILABLE);
    private static final int ATTEMPTS = 5;

    /** Households and names first, since all else is about these people. */
    private static final String FIRST = "GA01";

    private static final String OTHERS =
            "MATCH (b:Batch) WHERE NOT b.idempotencyKey STARTS WITH 'demo-' RETURN count(b) > 0";

    private static final String DONE =
            "MATCH (b:Batch {state: 'COMPLETE'}) WHERE b.idempotencyKey STARTS WITH 'demo-' RETURN"
                    + " b.category";

    private final Contributions contributions;
    private final Catalogue catalogue;
    private final Neo4jClient graph;
    private final Faults faults;
    private final Path folder;

    DemoCity(
            Contributions contributions,
            Catalogue catalogue,
            Neo4jClient graph,
            Faults faults,
            @Value("${lianji.demo.city:target/demo-city}") Path folder) {
        this.contributions = contributions;
        this.catalogue = catalogue;
        this.graph = graph;
        this.faults = faults;
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var done = graph.query(DONE).fetchAs(String.class).all();
        if (done.isEmpty() && graph.query(OTHERS).fetchAs(Boolean.class).one().orElse(false)) {
            return;
        }
        List<Category> missing =
                files().stream()
                        .map(file -> file.getFileName().toString().replace(SUFFIX, ""))
                        .flatMap(code -> catalogue.category(code).stream())
                        .filter(category -> !done.contains(category.code()))
                        .sorted(
                                Comparator.comparing(
                                                (Category category) ->
                                                        !category.code().equals(FIRST))
                                        .thenComparing(Category::code))
                        .toList();
        for (int i = 0; i < missing.size(); i++) {
            contribute(missing.get(i), (i + 1) + "/" + missing.size());
        }
    }

    /** A busy machine takes its time: what was not done in time is gone on with. */
    private void contribute(Category category, String progress) {
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(category, progress);
                return;
            } catch (RuntimeException e) {
                Code code = faults.problem(e).code();
                if (attempt == ATTEMPTS || !LATE.contains(code)) {
                    throw e;
                }
                log.warn("演示城市 {} 第 {} 次未完成（{}），继续", category.code(), attempt, code.name());
            }
        }
    }

    private void attempt(Category category, String progress) {
        long start = System.nanoTime();
        Caller owner =
                new Caller(category.owner().code(), "demo-city", Set.of(Role.SYSTEM), "", null);
        try (InputStream file = Files.newInputStream(folder.resolve(category.code() + SUFFIX));
                Spool spool = Spool.receive(file, true, Spool.Bounds.NONE);
                CsvContent content = invented(spool, category)) {
            Receipt.Counts counts =
                    contributions
                            .contribute(owner, category, "demo-" + category.code(), content)
                            .receipt()
                            .counts();
            log.info(
                    "演示城市 {} {} {}：{} 行，未入库 {} 行，{} 毫秒",
                    progress,
                    category.code(),
                    category.nameZh(),
                    counts.total(),
                    counts.rejected(),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (Problem e) {
            if (LATE.contains(e.code())) {
                throw e;
            }
            log.error("演示城市 {} 未入库：{} {}", category.code(), e.code().name(), e.details());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The city's own files alone bring people who don't exist. */
    private static CsvContent invented(Spool spool, Category category) {
        return new CsvContent(spool, StandardCharsets.UTF_8, new Columns(category)) {
            @Override
            public boolean invented() {
                return true;
            }
        };
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

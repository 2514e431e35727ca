package org.lianji.access;

import org.lianji.agreements.ActiveAgreement;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Sdl;
import org.lianji.items.Department;
import org.lianji.items.Item;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deciding on every category for a caller whom no decision is remembered of. */
@State(Scope.Benchmark)
public class DecisionBenchmark {

    public static final Caller CALLER =
            new Caller("MZ", "bench", Set.of(Role.SYSTEM), "150900000000", null);
    public static final ReadPurpose PLAN = new ReadPurpose(Purpose.B, "Vbench");

    private static final Set<String> PURPOSES = Set.of("A", "B", "C", "D", "E");

    private Catalogue catalogue;
    private List<ActiveAgreement> agreements;

    @Setup
    public void agreements() throws IOException {
        catalogue = Sdl.read().catalogue();
        agreements = everybodyWithEverybody(catalogue);
    }

    @Benchmark
    public Map<String, Grant> decideOnAllCategories() {
        return decide(catalogue, agreements);
    }

    /** {@return what {@link #CALLER} may see for {@link #PLAN} where all have agreed with all} */
    public static Map<String, Grant> decide(Catalogue catalogue) {
        return decide(catalogue, everybodyWithEverybody(catalogue));
    }

    private static Map<String, Grant> decide(
            Catalogue catalogue, List<ActiveAgreement> agreements) {
        GrantDecision decision = new GrantDecision(CALLER, PLAN, agreements, RoleBounds.NONE);
        return catalogue.categories().stream()
                .collect(Collectors.toUnmodifiableMap(Category::code, decision::on));
    }

    private static List<ActiveAgreement> everybodyWithEverybody(Catalogue catalogue) {
        return catalogue.departments().stream()
                .flatMap(
                        provider ->
                                catalogue.departments().stream()
                                        .filter(consumer -> consumer != provider)
                                        .map(consumer -> agreement(catalogue, provider, consumer)))
                .toList();
    }

    private static ActiveAgreement agreement(
            Catalogue catalogue, Department provider, Department consumer) {
        Function<Category, Set<String>> items =
                category -> category.items().stream().map(Item::name).collect(Collectors.toSet());
        Stream<Category> own =
                catalogue.categories().stream()
                        .filter(category -> category.owner().code().equals(provider.code()));
        return new ActiveAgreement(
                provider.code() + consumer.code(),
                1,
                provider.code(),
                consumer.code(),
                PURPOSES,
                own.collect(Collectors.toMap(Category::code, items)),
                Map.of(),
                Set.of(),
                "S3",
                LocalDate.MIN,
                LocalDate.MAX);
    }
}

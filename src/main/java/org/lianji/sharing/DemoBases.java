package org.lianji.sharing;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Department;
import org.lianji.catalogue.Purpose;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.MutationCall;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reasons to start from in demo mode, once the city is there: for each department a case about one
 * of its families and a review plan over the whole city.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@Order(Ordered.LOWEST_PRECEDENCE)
final class DemoBases implements ApplicationRunner {

    private static final String CITY = "150900000000";

    /** Somebody of the demo city whose family ten departments know something about. */
    private static final String APPLICANT = "152627195801035714";

    private static final String MISSING =
            """
            UNWIND $keys AS key
            WITH key WHERE NOT EXISTS { (:Basis {key: key}) }
            RETURN count(*) > 0
            """;

    private final Catalogue catalogue;
    private final People people;
    private final Bases bases;
    private final Neo4jClient graph;

    DemoBases(Catalogue catalogue, People people, Bases bases, Neo4jClient graph) {
        this.catalogue = catalogue;
        this.people = people;
        this.bases = bases;
        this.graph = graph;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (missing() && people.of(APPLICANT).isPresent()) {
            for (Department department : catalogue.departments()) {
                open(department, family());
                open(department, plan());
            }
        }
    }

    private boolean missing() {
        List<String> keys =
                catalogue.departments().stream()
                        .map(Department::code)
                        .flatMap(
                                code ->
                                        Stream.of(family(), plan())
                                                .map(opening -> Bases.key(code, opening)))
                        .toList();
        return graph.query(MISSING)
                .bind(keys)
                .to("keys")
                .fetchAs(Boolean.class)
                .one()
                .orElseThrow();
    }

    private void open(Department department, Basis.Opening opening) {
        String client = department.code().toLowerCase(Locale.ROOT);
        try {
            bases.open(
                    MutationCall.unnamed(
                            new Caller(department.code(), client, Set.of(Role.SYSTEM), CITY, null),
                            "openBasis"),
                    opening);
        } catch (Problem known) {
            if (known.code() != BasisCode.BASIS_EXISTS) {
                throw known;
            }
        }
    }

    private static Basis.Opening family() {
        return new Basis.Opening(
                BasisKind.CASE,
                Purpose.A,
                "演示：一户的认定",
                List.of(new Basis.Concerned(APPLICANT, null)),
                true,
                List.of(),
                null,
                false);
    }

    private static Basis.Opening plan() {
        return new Basis.Opening(
                BasisKind.REVIEW_PLAN,
                Purpose.B,
                "演示：全市定期复核",
                List.of(),
                false,
                List.of(CITY),
                null,
                false);
    }
}

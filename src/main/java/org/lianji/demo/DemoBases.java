package org.lianji.demo;

import org.lianji.bases.Bases;
import org.lianji.bases.Basis;
import org.lianji.bases.BasisCode;
import org.lianji.bases.BasisKind;
import org.lianji.catalogue.Purpose;
import org.lianji.database.MutationCall;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
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
import java.util.Map;
import java.util.Set;

/**
 * Reasons to start from in demo mode, once the city is there: for each client that reads about
 * people a case about somebody of whom its department knows something, with their family, and a
 * review plan over its region.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@Order(Ordered.LOWEST_PRECEDENCE)
final class DemoBases implements ApplicationRunner {

    /**
     * A hub starts without its examples where its settings, or what was opened today, leave none.
     */
    private static final Set<BasisCode> GOES_ON =
            Set.of(
                    BasisCode.BASIS_EXISTS,
                    BasisCode.TOO_MANY_DECLARED,
                    BasisCode.KIND_NOT_DECLARED);

    /** Somebody of the demo city whose family ten departments know something about. */
    private static final String APPLICANT = "152627195801035714";

    /** A pupil of that family, and somebody who owns a house and a business. */
    private static final Map<String, String> APPLICANTS =
            Map.of(
                    "JY", "150924201404256787",
                    "SJ", "152627195405251415",
                    "ZR", "152627195405251415");

    /** Somebody of the township whose officers may sign in. */
    static final String TOWNSMAN = "152627195910201830";

    private static final Set<Role> READERS =
            Set.of(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER);

    private static final String MISSING =
            """
            UNWIND $keys AS key
            WITH key WHERE NOT EXISTS { (:Basis {key: key}) }
            RETURN count(*) > 0
            """;

    private final DemoClients clients;
    private final People people;
    private final Bases bases;
    private final Neo4jClient graph;

    DemoBases(DemoClients clients, People people, Bases bases, Neo4jClient graph) {
        this.clients = clients;
        this.people = people;
        this.bases = bases;
        this.graph = graph;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (missing() && people.of(APPLICANT).isPresent()) {
            readers().forEach(client -> openings(client).forEach(one -> open(client, one)));
        }
    }

    private List<DemoClients.Client> readers() {
        return clients.clients().stream()
                .filter(client -> client.roles().stream().anyMatch(READERS::contains))
                .toList();
    }

    private boolean missing() {
        List<String> keys =
                readers().stream()
                        .flatMap(
                                client ->
                                        openings(client).stream()
                                                .map(
                                                        one ->
                                                                Bases.key(
                                                                        client.department(),
                                                                        client.clientId(),
                                                                        one)))
                        .toList();
        return graph.query(MISSING)
                .bind(keys)
                .to("keys")
                .fetchAs(Boolean.class)
                .one()
                .orElseThrow();
    }

    private void open(DemoClients.Client client, Basis.OpeningRequest opening) {
        Caller caller =
                new Caller(
                        client.department(),
                        client.clientId(),
                        client.roles(),
                        client.region(),
                        null);
        try {
            bases.open(MutationCall.unnamed(caller, "openBasis"), opening);
        } catch (Problem known) {
            if (!(known.code() instanceof BasisCode code) || !GOES_ON.contains(code)) {
                throw known;
            }
        }
    }

    /** Officers have their own: nobody else's are shown to them. */
    private static List<Basis.OpeningRequest> openings(DemoClients.Client client) {
        String whose =
                client.roles().contains(Role.SYSTEM) ? "" : "（%s）".formatted(client.clientId());
        Basis.OpeningRequest plan = plan(whose, client.region());
        return near(client.region()) ? List.of(family(client, whose), plan) : List.of(plan);
    }

    /** Whoever looks after another county has nothing to do with these families. */
    private static boolean near(String region) {
        return region.equals(DepartmentsAsClients.CITY)
                || region.startsWith(Regions.prefix(DepartmentsAsClients.COUNTY));
    }

    private static Basis.OpeningRequest family(DemoClients.Client client, String whose) {
        String applicant =
                client.roles().contains(Role.TOWN_OFFICER)
                        ? TOWNSMAN
                        : APPLICANTS.getOrDefault(client.department(), APPLICANT);
        return new Basis.OpeningRequest(
                BasisKind.CASE,
                Purpose.A,
                "演示1号：一户的认定" + whose,
                List.of(new Basis.ConcernedPerson(applicant, null)),
                true,
                List.of(),
                null,
                null);
    }

    private static Basis.OpeningRequest plan(String whose, String region) {
        return new Basis.OpeningRequest(
                BasisKind.REVIEW_PLAN,
                Purpose.B,
                "演示2号：%s定期复核".formatted(whose.isEmpty() ? "全市" : "本辖区") + whose,
                List.of(),
                false,
                List.of(region),
                null,
                null);
    }
}

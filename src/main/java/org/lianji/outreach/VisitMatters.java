package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What visits are made for: warnings and clues, of those who stand in their basis. */
@Component
final class VisitMatters {

    private static final String PERSONS =
            "MATCH (m:Warning {id: $id})-[:WARNS]->(p:Person) RETURN p.id";

    private static final String BEGUN = "MATCH (m:Warning|Clue {id: $id}) RETURN m.createdAt";

    private static final String HANDLER =
            "MATCH (m:Clue {id: $id}) RETURN m {.department, .client, region: m.places[0]} AS"
                    + " handler";

    /** Who works on a matter, or did when it was settled. */
    private static final String WORKED_ON =
            """
            MATCH (m:Warning|Clue) WHERE m.id IN $ids AND m.department = $department AND m.client = $client
            RETURN m.id
            """;

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final Clues clues;
    private final ClueEntries entries;
    private final String lead;
    private final Clock clock;

    VisitMatters(
            Neo4jClient graph,
            BasisRegistry bases,
            Clues clues,
            ClueEntries entries,
            Catalogue catalogue,
            Clock clock) {
        this.graph = graph;
        this.bases = bases;
        this.clues = clues;
        this.entries = entries;
        this.lead = catalogue.lead();
        this.clock = clock;
    }

    /**
     * @param id of the warning or the clue
     * @param basis on which its people are seen; null once it has ended
     * @param persons tokens of whom it is about, as far as the hub knows them
     * @param shownFrom when they may read of it; null at once
     * @param clue where it is one
     * @param handler in whose name a step of it is taken
     */
    record VisitMatter(
            String id,
            @Nullable String basis,
            List<String> persons,
            @Nullable Instant shownFrom,
            @Nullable Clue clue,
            Caller handler) {

        /** {@return what is done with a visit of it, on the chain} */
        Entry entry(Caller caller, Kind kind, String what) {
            return new Entry(
                    kind,
                    caller.department(),
                    caller.client(),
                    "C",
                    basis,
                    List.of(),
                    List.of(),
                    persons,
                    Digests.hex(id + " " + what),
                    shownFrom);
        }
    }

    /**
     * {@return the matter, where the caller is of the leading department and stands in its basis}
     */
    Optional<VisitMatter> held(Caller caller, String id) {
        return caller.department().equals(lead)
                ? bases.inForce(caller, id).map(basis -> matter(caller, id, basis))
                : Optional.empty();
    }

    /** {@return of these the ones that the caller works on, or did when they were settled} */
    List<VisitMatter> worked(Caller caller, Collection<String> ids) {
        if (!caller.department().equals(lead)) {
            return List.of();
        }
        return graph
                .query(WORKED_ON)
                .bindAll(
                        Map.of(
                                "ids",
                                List.copyOf(ids),
                                "department",
                                caller.department(),
                                "client",
                                caller.client()))
                .fetchAs(String.class)
                .all()
                .stream()
                .map(id -> matter(caller, id, bases.inForce(caller, id).orElse(null)))
                .toList();
    }

    private VisitMatter matter(Caller caller, String id, @Nullable String basis) {
        Caller handler = caller.atTheDoor() ? sender(id).orElse(caller) : caller;
        Optional<Clue> clue = clues.find(handler, id);
        return new VisitMatter(
                id,
                basis,
                clue.map(one -> persons(one)).orElseGet(() -> warned(id)),
                clue.map(entries::shownFrom).orElse(null),
                clue.orElse(null),
                handler);
    }

    /** Who is sent to a clue's door does what they are sent for in the name of who accepted it. */
    private Optional<Caller> sender(String id) {
        return graph.query(HANDLER)
                .bind(id)
                .to("id")
                .fetchAs(Caller.class)
                .mappedBy((_, row) -> handler(row.get("handler")))
                .one();
    }

    private static Caller handler(Value handler) {
        return new Caller(
                handler.get("department").asString(),
                handler.get("client").asString(""),
                Set.of(Role.TOWN_OFFICER),
                handler.get("region").asString(),
                null);
    }

    /**
     * {@return the one of both}
     *
     * @throws Problem WHICH_MATTER where it is none or both
     */
    static String one(@Nullable String warning, @Nullable String clue) {
        if ((warning == null) == (clue == null)) {
            throw new Problem(OutreachCode.WHICH_MATTER);
        }
        return Objects.requireNonNullElseGet(warning, () -> Objects.requireNonNull(clue));
    }

    /** {@return the day on which the warning was raised, or the clue reported} */
    LocalDate since(String id) {
        return graph.query(BEGUN)
                .bind(id)
                .to("id")
                .fetchAs(ZonedDateTime.class)
                .one()
                .orElseThrow()
                .withZoneSameInstant(clock.getZone())
                .toLocalDate();
    }

    private static List<String> persons(Clue clue) {
        return clue.about().person() instanceof String person ? List.of(person) : List.of();
    }

    private List<String> warned(String id) {
        return List.copyOf(graph.query(PERSONS).bind(id).to("id").fetchAs(String.class).all());
    }
}

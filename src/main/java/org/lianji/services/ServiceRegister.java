package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.procedure.ProcedureKernel;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What services there are now, bought or offered. It says whether something is left, and not how
 * much: that would tell of each order. What nobody has consented to yet is left for all but the
 * leading department: many narrow offers would else tell where a need is.
 */
@Component
final class ServiceRegister {

    private static final String OPEN =
            """
            CALL () {
              MATCH (c:ServiceContract {state: 'SIGNED'}) WHERE c.startsOn <= $today AND c.endsOn >= $today
              RETURN c.organisation AS organisation, c.kind AS kind, [c.region] AS regions, c.endsOn AS until,
                true AS bought, c.units >
            """
                    + Contracts.TAKEN
                    + """
                       AS vacant
                      UNION ALL
                      MATCH (c:HelpOffer {state: 'OPEN'}) WHERE c.until >= $today AND c.kind IN $kinds
                      RETURN c.organisation AS organisation, c.kind AS kind, c.regions AS regions, c.until AS until,
                        false AS bought,
                        c.capacity > reduce(sum = 0, q IN COLLECT { MATCH (x:Pairing {offer: c.id})
                          WHERE ($leads OR x.consentUntil IS NOT NULL) AND x.state IN ['PROPOSED', 'CONSENTED', 'ACCEPTED', 'DELIVERING', 'DELIVERED', 'CONFIRMED']
                          RETURN x.quantity } | sum + q) AS vacant
                    }
                    MATCH (g:CharityOrganisation {organisation: organisation, state: 'APPROVED'})
                    WHERE ($kind = '' OR kind = $kind)
                      AND ($county = '' OR any(region IN regions WHERE region IN $places))
                    RETURN g.name AS provider, organisation, kind, regions, until, bought, vacant
                    ORDER BY kind, organisation, until, bought
                    LIMIT 500
                    """;

    private static final List<String> KINDS =
            Arrays.stream(HelpKind.values())
                    .filter(one -> one.form() == HelpKind.HelpForm.SERVICE)
                    .map(Enum::name)
                    .toList();

    private final ProcedureKernel kernel;
    private final Neo4jClient graph;
    private final Clock clock;

    ServiceRegister(ProcedureKernel kernel, Neo4jClient graph, Clock clock) {
        this.kernel = kernel;
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * A service that can be had.
     *
     * @param provider name of who provides it
     * @param organisation their unified code
     * @param kind of service
     * @param regions codes of the city, or of counties
     * @param until last day
     * @param bought whether the county pays for it
     * @param vacant whether something is left
     */
    record Vacancy(
            String provider,
            String organisation,
            HelpKind kind,
            List<String> regions,
            LocalDate until,
            boolean bought,
            boolean vacant) {}

    /** {@return what there is of a kind, in a county; of all where they are not given} */
    List<Vacancy> open(Caller caller, @Nullable HelpKind kind, @Nullable String county) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("today", LocalDate.now(clock));
        parameters.put("reserving", Contracts.RESERVING);
        parameters.put("leads", kernel.actor(caller).leads());
        parameters.put("kinds", KINDS);
        parameters.put("kind", kind == null ? "" : kind.name());
        parameters.put("county", county == null ? "" : county);
        parameters.put("places", county == null ? List.of() : Regions.upToProvince(county));
        return List.copyOf(
                graph.query(OPEN)
                        .bindAll(parameters)
                        .fetchAs(Vacancy.class)
                        .mappedBy(
                                (_, row) ->
                                        new Vacancy(
                                                row.get("provider").asString(),
                                                row.get("organisation").asString(),
                                                HelpKind.valueOf(row.get("kind").asString()),
                                                row.get("regions").asList(one -> one.asString()),
                                                row.get("until").asLocalDate(),
                                                row.get("bought").asBoolean(),
                                                row.get("vacant").asBoolean()))
                        .all());
    }
}

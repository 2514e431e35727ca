package org.lianji.parameters;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Texts;
import org.lianji.rules.ParameterAmendments;
import org.lianji.rules.RuleParameter;
import org.lianji.rules.RuleParameters;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of what rules take, and what has been approved of them. */
@Component
final class ParameterChanges implements ParameterAmendments {

    private static final int YEARS_AHEAD = 2;
    private static final int COUNTY_DIGITS = 6;

    private static final String APPROVED =
            """
            MATCH (m:ParameterChange {state: 'APPROVED'})
            RETURN m.name AS name, m.region AS region, m.startsOn AS startsOn, m.value AS value, m.document AS document
            ORDER BY m.startsOn, m.changedAt
            """;

    private final Procedures<ParameterChangeState, ParameterChangeTransition, ParameterChange>
            matters;
    private final RuleParameters parameters;
    private final Regions regions;
    private final Neo4jClient graph;
    private final Clock clock;
    private final String lead;

    ParameterChanges(
            ParameterChangeFlow flow,
            ProcedureKernel kernel,
            RuleParameters parameters,
            Regions regions,
            Neo4jClient graph,
            Clock clock,
            Catalogue catalogue) {
        this.matters = kernel.of(flow);
        this.parameters = parameters;
        this.regions = regions;
        this.graph = graph;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /**
     * {@return a change, proposed; what it would change is worked out from then on}
     *
     * @throws Problem a {@link ParameterCode}, where it is none
     */
    ParameterChange propose(MutationCall call, Reason stated, ParameterChange.NewValue given) {
        Caller caller = call.caller();
        if (!caller.department().equals(lead)) {
            throw new Problem(ParameterCode.LEADING_DEPARTMENT_ONLY, Map.of("lead", lead));
        }
        ParameterChange.NewValue to = checked(caller, given);
        try {
            return matters.begin(
                    call,
                    stated,
                    ParameterChangeTransition.PROPOSE,
                    null,
                    begun ->
                            new ParameterChange(
                                    begun,
                                    to,
                                    new ParameterChange.Proposer(
                                            caller.department(), caller.client()),
                                    false));
        } catch (DataIntegrityViolationException e) {
            throw new Problem(ParameterCode.ALREADY_PROPOSED);
        }
    }

    private ParameterChange.NewValue checked(Caller caller, ParameterChange.NewValue given) {
        RuleParameter now =
                parameters
                        .named(given.name())
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                ParameterCode.UNKNOWN_PARAMETER,
                                                Map.of("name", given.name())));
        if (!regional(caller, given.region())) {
            throw new Problem(ParameterCode.PARAMETER_REGION);
        }
        LocalDate today = LocalDate.now(clock);
        if (!given.startsOn().isAfter(today)
                || given.startsOn().isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new Problem(ParameterCode.PARAMETER_DAY);
        }
        if (!now.takes(given.value())) {
            throw new Problem(ParameterCode.PARAMETER_VALUE);
        }
        return new ParameterChange.NewValue(
                given.name(),
                given.region(),
                given.startsOn(),
                given.value(),
                Texts.required("document", given.document()));
    }

    private boolean regional(Caller caller, String region) {
        if (caller.is(Role.SHARING_UNIT)) {
            return region.equals(RuleParameters.EVERYWHERE) || county(region);
        }
        return county(region)
                && !caller.region().isEmpty()
                && region.startsWith(Regions.prefix(caller.region()));
    }

    /** Standards are set by counties and the city. */
    private boolean county(String region) {
        return regions.exists(region) && Regions.prefix(region).length() <= COUNTY_DIGITS;
    }

    @Override
    public List<RuleParameter.DatedValue> approved() {
        return List.copyOf(
                graph.query(APPROVED)
                        .fetchAs(RuleParameter.DatedValue.class)
                        .mappedBy(
                                (_, row) ->
                                        new RuleParameter.DatedValue(
                                                row.get("name").asString(),
                                                row.get("region").asString(),
                                                row.get("startsOn").asLocalDate(),
                                                row.get("value").asString(),
                                                row.get("document").asString()))
                        .all());
    }

    Optional<ParameterChange> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    Optional<ParameterChange> find(String id) {
        return matters.find(id);
    }

    /** {@return the changes, the newest first} */
    ListSource<ParameterChange> listing(Caller caller, @Nullable ParameterChangeState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }
}

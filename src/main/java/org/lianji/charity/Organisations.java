package org.lianji.charity;

import org.jspecify.annotations.Nullable;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.paging.ListSource;
import org.lianji.people.Kinship;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Organisations: registered by themselves, judged by the department that leads. */
@Component
public final class Organisations {

    private static final String APPROVED =
            """
            MATCH (o:CharityOrganisation {organisation: $organisation})
            RETURN o.state = 'APPROVED' AND (o.kind = 'CHARITY' OR NOT $charity)
            """;

    /** Who was merged into another is that other now. */
    private static final String RELATIVES =
            """
            MATCH (o:CharityOrganisation) WHERE o.organisation IN $organisations
            UNWIND o.managers AS hash
            MATCH (:Person {idHash: hash})-[:MERGED_INTO*0..8]->(p:Person WHERE NOT EXISTS { (p)-[:MERGED_INTO]->() })
            %s
            RETURN o.organisation AS organisation, collect(DISTINCT kin.id) AS relatives
            """
                    .formatted(Kinship.near("p"));

    private final Procedures<OrganisationState, OrganisationTransition, CharityOrganisation>
            matters;
    private final Neo4jClient graph;
    private final Values values;
    private final People people;

    Organisations(
            OrganisationFlow flow,
            ProcedureKernel kernel,
            Neo4jClient graph,
            Values values,
            People people) {
        this.matters = kernel.of(flow);
        this.graph = graph;
        this.values = values;
        this.people = people;
    }

    /** What an organisation says of itself. */
    record Registration(
            String name, String certificate, @Nullable String fundraising, List<String> managers) {}

    private static OrganisationKind kind(Caller caller) {
        return caller.is(Role.PROVIDER) ? OrganisationKind.PROVIDER : OrganisationKind.CHARITY;
    }

    /**
     * {@return the organisation, for the leading department to judge}
     *
     * @throws Problem where a part of its unified code is none
     */
    CharityOrganisation register(MutationCall call, Reason stated, Registration said) {
        String organisation =
                parsed(ItemType.Scalar.UNIFIED_CODE, call.caller().department(), "organisation");
        CharityOrganisation.Papers papers = papers(kind(call.caller()), said);
        try {
            return matters.begin(
                    call,
                    stated,
                    OrganisationTransition.REGISTER,
                    null,
                    begun -> new CharityOrganisation(begun, organisation, papers));
        } catch (DataIntegrityViolationException e) {
            throw new Problem(CharityCode.ALREADY_REGISTERED);
        }
    }

    /** {@return the organisation that was refused, said anew} */
    CharityOrganisation renew(
            MutationCall call, Reason stated, TransitionInput step, Registration said) {
        CharityOrganisation.Papers papers = papers(kind(call.caller()), said);
        return matters.take(
                call, stated, OrganisationTransition.RENEW, step, one -> one.with(papers));
    }

    private CharityOrganisation.Papers papers(OrganisationKind kind, Registration said) {
        if (said.managers().isEmpty()) {
            throw new Problem(CharityCode.MANAGERS_MISSING);
        }
        return new CharityOrganisation.Papers(
                kind,
                Texts.required("name", said.name()),
                Texts.required("certificate", said.certificate()),
                kind == OrganisationKind.PROVIDER
                        ? null
                        : Texts.optional("fundraising", said.fundraising()),
                said.managers().stream()
                        .map(one -> parsed(ItemType.Scalar.ID_NUMBER, one, "managers"))
                        .map(number -> people.identity(number).hash())
                        .toList());
    }

    private String parsed(ItemType.Scalar type, String given, String argument) {
        return (String) values.required(type, given, argument);
    }

    Optional<CharityOrganisation> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<CharityOrganisation> listing(Caller caller, @Nullable OrganisationState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    /** {@return whether the organisation may take part, now, be it by contracts alone} */
    public boolean approved(String organisation) {
        return approved(organisation, false);
    }

    /** {@return whether the organisation may take part as a charity, now} */
    public boolean approvedCharity(String organisation) {
        return approved(organisation, true);
    }

    /**
     * {@return by organisation, tokens of who manages it and of their near relatives, none of whom
     * it helps (慈善法 §59)}
     */
    public Map<String, List<String>> relatives(Collection<String> some) {
        Map<String, List<String>> relatives = new HashMap<>();
        graph.query(RELATIVES)
                .bind(List.copyOf(some))
                .to("organisations")
                .fetch()
                .all()
                .forEach(
                        row ->
                                relatives.put(
                                        String.valueOf(row.get("organisation")),
                                        tokens(row.get("relatives"))));
        return relatives;
    }

    private static List<String> tokens(@Nullable Object all) {
        return all instanceof List<?> some
                ? some.stream().map(String::valueOf).toList()
                : List.of();
    }

    private boolean approved(String organisation, boolean charity) {
        return graph.query(APPROVED)
                .bindAll(Map.of("organisation", organisation, "charity", charity))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }
}

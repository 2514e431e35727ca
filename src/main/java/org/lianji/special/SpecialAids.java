package org.lianji.special;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.CaseState;
import org.lianji.assistance.Cases;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.merges.UniqueMatters;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.neo4j.driver.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Special assistance: sent to the departments that decide it, and answered. */
@Component
final class SpecialAids implements UniqueMatters, Cases.Parts {

    /** Until the department has taken it on. */
    static final String RECEIVE_CLOCK = "SPECIAL_AID_RECEIVE";

    /** Until it has decided. */
    static final String DECIDE_CLOCK = "SPECIAL_AID_DECIDE";

    /** Place of the answer among the sealed texts of a part. */
    private static final long ANSWER = 0;

    private static final int MOST_OF_A_CASE = 50;

    private static final String OPEN_PARTS =
            """
            MATCH (m:SpecialAid {caseId: $case}) WHERE m.openKey IS NOT NULL
            RETURN m.id ORDER BY m.id
            """;

    private static final String CASE =
            """
            MATCH (c:Case {id: $case})-[:APPLIES_FOR]->(a:Person)
            WHERE NOT c.state IN $ended
              AND (a.id = $self OR c.department = $department AND $region IN c.places)
            RETURN c.places AS places, a.id AS applicant
            """;

    private static final String IN_BOTH =
            """
            MATCH (:Person {id: $kept})<-[:AIDS]-(a:SpecialAid) WHERE a.openKey IS NOT NULL
            MATCH (:Person {id: $merged})<-[:AIDS]-(b:SpecialAid {kind: a.kind}) WHERE b.openKey IS NOT NULL
            RETURN DISTINCT 'SpecialAid ' + a.kind
            """;

    private static final String REKEY =
            """
            MATCH (m:SpecialAid)-[:AIDS]->(p:Person) WHERE p.id IN $persons AND m.openKey IS NOT NULL
            SET m.openKey = m.kind + '|' + p.id
            """;

    private final Procedures<SpecialAidState, SpecialAidTransition, SpecialAid> matters;
    private final Neo4jClient graph;
    private final SealedTexts texts;
    private final AidRecipients recipients;
    private final AidRecords records;
    private final String lead;

    SpecialAids(
            SpecialAidFlow flow,
            ProcedureKernel kernel,
            AidRecipients recipients,
            AidRecords records,
            Neo4jClient graph,
            SealedTexts texts,
            Catalogue catalogue) {
        this.matters = kernel.of(flow);
        this.graph = graph;
        this.texts = texts;
        this.recipients = recipients;
        this.records = records;
        this.lead = catalogue.lead();
        for (SpecialAidKind kind : SpecialAidKind.values()) {
            catalogue.department(kind.department()).orElseThrow();
            kind.categories().forEach(one -> catalogue.category(one).orElseThrow());
        }
    }

    /**
     * {@return special assistance, on its way to the department that decides it: a part of an
     * application or, since a recognition counts for all departments (社会救助法 §42), of a family that
     * is in receipt already}
     *
     * @throws Problem SPECIAL_AID_NO_CASE, SPECIAL_AID_NOT_YOUR_CASE, SPECIAL_AID_WHOM,
     *     SPECIAL_AID_PERSON, SPECIAL_AID_NOT_IN_RECEIPT, SPECIAL_AID_ALREADY_SENT
     */
    SpecialAid send(MutationCall call, Reason stated, SpecialAidController.SpecialAidInput asked) {
        String note = Texts.required("note", asked.note());
        AidRecipients.Recipient whom = whom(call.caller(), asked);
        SpecialAid.Origin origin = new SpecialAid.Origin(asked.caseId(), lead, whom.places());
        try {
            return newest(
                    matters.begin(
                            call,
                            stated,
                            SpecialAidTransition.SEND,
                            note,
                            progress ->
                                    new SpecialAid(
                                            progress,
                                            asked.kind(),
                                            origin,
                                            new SpecialAid.Family(
                                                    whom.person(), null, List.of(), null),
                                            null,
                                            List.of())));
        } catch (DataIntegrityViolationException e) {
            throw new Problem(SpecialAidCode.SPECIAL_AID_ALREADY_SENT);
        }
    }

    @Override
    public void send(MutationCall call, Reason stated, String caseId, List<Cases.Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Cases.Part part = parts.get(i);
            send(
                    call.part(i + " " + part.kind()),
                    stated,
                    new SpecialAidController.SpecialAidInput(
                            caseId, null, null, SpecialAidKind.valueOf(part.kind()), part.note()));
        }
    }

    private AidRecipients.Recipient whom(
            Caller caller, SpecialAidController.SpecialAidInput asked) {
        boolean named = asked.basis() != null || asked.person() != null;
        boolean citizen = caller.is(Role.CITIZEN);
        if (named && (citizen || asked.caseId() != null)) {
            throw new Problem(SpecialAidCode.SPECIAL_AID_WHOM);
        }
        if (asked.caseId() instanceof String id) {
            return applicant(caller, id);
        }
        if (citizen && caller.person() instanceof String self) {
            return recipients.self(caller, self);
        }
        if (asked.basis() instanceof String basis && asked.person() instanceof String person) {
            return recipients.led(caller, basis, person);
        }
        throw new Problem(SpecialAidCode.SPECIAL_AID_WHOM);
    }

    private AidRecipients.Recipient applicant(Caller caller, String id) {
        return graph.query(CASE)
                .bindAll(
                        Map.of(
                                "ended",
                                CaseState.ENDED,
                                "case",
                                id,
                                "self",
                                caller.person() instanceof String self ? self : "",
                                "department",
                                caller.department(),
                                "region",
                                caller.region()))
                .fetchAs(AidRecipients.Recipient.class)
                .mappedBy(
                        (_, row) ->
                                new AidRecipients.Recipient(
                                        row.get("applicant").asString(),
                                        row.get("places").asList(Value::asString)))
                .one()
                .orElseThrow(
                        () ->
                                new Problem(
                                        caller.is(Role.CITIZEN)
                                                ? SpecialAidCode.SPECIAL_AID_NOT_YOUR_CASE
                                                : SpecialAidCode.SPECIAL_AID_NO_CASE));
    }

    /** {@return the part, answered by its department} */
    SpecialAid answer(
            MutationCall call, Reason stated, SpecialAidTransition how, TransitionInput step) {
        String note = Texts.required("note", step.note());
        return newest(
                matters.take(
                        call,
                        stated,
                        how,
                        step,
                        one ->
                                one.answered(
                                        texts.close(SpecialAid.class, one.id(), ANSWER, note))));
    }

    /**
     * {@return the part, once what was given is on record}
     *
     * @param rows one row under its category, as in a contribution
     * @throws Problem SPECIAL_AID_RECORD_ROWS, SPECIAL_AID_RECORD_WHOM, SPECIAL_AID_RECORD_NO,
     *     SPECIAL_AID_RECORD_ROW
     */
    SpecialAid record(
            MutationCall call, Reason stated, TransitionInput step, Map<String, Object> rows) {
        return newest(
                matters.take(
                        call,
                        stated,
                        SpecialAidTransition.RECORD,
                        step,
                        one -> one.gave(records.write(call.caller(), one, rows))));
    }

    /** {@return what the department answered; null before} */
    @Nullable String answer(SpecialAid aid) {
        return texts.open(SpecialAid.class, aid.id(), ANSWER, aid.answer());
    }

    /** {@return the part, taken on, with the basis on which the family is read} */
    SpecialAid receive(MutationCall call, Reason stated, TransitionInput step) {
        return newest(matters.take(call, stated, SpecialAidTransition.RECEIVE, step, one -> one));
    }

    SpecialAid withdraw(MutationCall call, Reason stated, TransitionInput step) {
        return newest(matters.take(call, stated, SpecialAidTransition.WITHDRAW, step, one -> one));
    }

    /** Ends all parts of an application that are to be decided; doing it again does nothing. */
    void end(String id) {
        graph.query(OPEN_PARTS).bind(id).to("case").fetchAs(String.class).all().stream()
                .flatMap(part -> matters.find(part).stream())
                .forEach(
                        part -> {
                            if (matters.advance(SpecialAidTransition.END, part, one -> one)
                                    .isEmpty()) {
                                end(id);
                            }
                        });
    }

    @Override
    public Collection<String> inBoth(String kept, String merged) {
        return graph.query(IN_BOTH)
                .bindAll(Map.of("kept", kept, "merged", merged))
                .fetchAs(String.class)
                .all();
    }

    @Override
    public void rekey(Collection<String> persons) {
        graph.query(REKEY).bind(List.copyOf(persons)).to("persons").run();
    }

    /** What hangs on it in the graph is known once the step is taken. */
    private SpecialAid newest(SpecialAid one) {
        return matters.find(one.id()).orElse(one);
    }

    Optional<SpecialAid> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    boolean allows(Caller caller, SpecialAidTransition step, SpecialAid aid) {
        return matters.allowed(caller, aid).contains(step);
    }

    /** {@return what the caller may know of, the newest first} */
    ListSource<SpecialAid> listing(
            Caller caller,
            @Nullable SpecialAidState state,
            @Nullable SpecialAidKind kind,
            @Nullable String region) {
        return matters.listing(
                caller,
                Procedures.within(region)
                        .and(
                                kind == null
                                        ? Fragment.TRUE
                                        : Fragment.of("m.kind = $kind", "kind", kind.name())),
                state);
    }

    /**
     * {@return the parts of these applications that the caller may know of; none of a near
     * relative's}
     */
    Map<String, List<SpecialAid>> of(Caller caller, Collection<String> cases) {
        return matters
                .listing(
                        caller,
                        Fragment.of("m.caseId IN $cases", "cases", List.copyOf(cases)),
                        null)
                .read(Stretch.start(cases.size() * MOST_OF_A_CASE))
                .stream()
                .filter(one -> !one.keepsOff(caller))
                .collect(
                        Collectors.groupingBy(
                                one -> Objects.requireNonNull(one.origin().caseId())));
    }
}

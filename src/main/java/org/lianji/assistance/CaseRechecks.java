package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.lianji.rules.RuleParameters;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What comes to the county, and what it looks into itself and signs twice: workers' near relatives'
 * (最低生活保障审核确认办法 §11), and what it has drawn.
 *
 * <p>Which applications for extreme hardship support the county looks into itself: not less than
 * three of ten of what is reported to it in a year (特困人员认定办法 §16). Each is drawn by the hub's key,
 * who applies and the year, so that nobody chooses it, nobody foresees that it won't be or gets
 * another draw by applying anew, and it can be drawn again to be proved; where fewer than that were
 * drawn by chance, the next one is.
 */
@Component
final class CaseRechecks {

    /** Of a hundred, by county. */
    static final String SHARE = "EXTREME_RECHECK_SHARE";

    /** Whether towns decide: 1 where they do. */
    static final String BY_TOWN = "DECIDED_BY_TOWN";

    private static final double ALL = 100;

    /** What nobody decides any more doesn't count. */
    private static final List<String> GONE =
            List.of(CaseState.WITHDRAWN.name(), CaseState.ABORTED.name());

    /** The lock comes first, so that two that are reported at once count each other. */
    private static final String DRAW =
            """
            MERGE (d:RecheckDraw {key: $county + '|' + $year}) SET d.lock = true REMOVE d.lock
            WITH d
            MATCH (m:Case {id: $id})-[:APPLIES_FOR]->(p:Person)
            WITH d, m,
              head(COLLECT { MATCH (p)<-[:APPLIES_FOR]-(:Case)<-[w:DREW]-(d) RETURN w.drawn }) AS before,
              COUNT { MATCH (d)-[:DREW]->(o:Case) WHERE NOT o.state IN $gone } + 1 AS reported,
              COUNT { MATCH (d)-[w:DREW {drawn: true}]->(o:Case) WHERE NOT o.state IN $gone } AS found
            WITH d, m, coalesce(before, $chance < $share OR found < $share * reported) AS drawn
            MERGE (d)-[w:DREW]->(m) SET w.drawn = drawn
            RETURN drawn
            """;

    /**
     * What the county finds and signs.
     *
     * @param drawn whether the county looks into it before it decides; null before it is reported
     * @param upheld whether what the town found held; null before
     * @param signedBy client of the second officer
     * @param signedGrant whether they signed for granting it
     * @param signedAmount which amount, in fen; null for what the rules say
     * @param signedMembers digest of whom it shall cover; null for whom the rules do
     * @param signedArea urban or rural; null for what was stated at the door
     * @param signedForm where somebody in extreme hardship shall be supported; null of other kinds
     * @param signedVersion version of the case that their signature led to
     * @param reportedBy client of who reported it; null before
     */
    record Recheck(
            @Nullable Boolean drawn,
            @Nullable Boolean upheld,
            @Nullable String signedBy,
            @Nullable Boolean signedGrant,
            @Nullable Long signedAmount,
            @Nullable String signedMembers,
            @Nullable String signedArea,
            @Nullable String signedForm,
            @Nullable Long signedVersion,
            @Nullable String reportedBy) {

        static final Recheck NONE = new Recheck(null, null, null);

        Recheck(@Nullable Boolean drawn, @Nullable Boolean upheld, @Nullable String reportedBy) {
            this(drawn, upheld, null, null, null, null, null, null, null, reportedBy);
        }

        /** {@return whether nothing stands against what the town found} */
        boolean stands() {
            return !Boolean.FALSE.equals(upheld);
        }

        /** {@return the same, signed by a second officer as the next version of the case} */
        Recheck signed(Case one, String client, boolean grant, Terms terms) {
            return new Recheck(
                    drawn,
                    upheld,
                    client,
                    grant,
                    terms.amount(),
                    terms.members(),
                    terms.area(),
                    terms.form(),
                    one.version() + 1,
                    reportedBy);
        }
    }

    /**
     * What the second officer signs.
     *
     * @param amount in fen
     * @param members their digest
     */
    record Terms(
            @Nullable Long amount,
            @Nullable String members,
            @Nullable String area,
            @Nullable String form) {

        /** What the rules say. */
        static final Terms NONE = new Terms(null, null, null, null);
    }

    private final Procedures<CaseState, CaseTransition, Case> matters;
    private final CaseKnowledge knowledge;
    private final Allowances allowances;
    private final Neo4jClient graph;
    private final IdentityHash hash;
    private final RuleParameters parameters;
    private final Clock clock;

    CaseRechecks(
            CaseFlow flow,
            ProcedureKernel kernel,
            CaseKnowledge knowledge,
            Allowances allowances,
            Neo4jClient graph,
            IdentityHash hash,
            RuleParameters parameters,
            Clock clock) {
        this.matters = kernel.of(flow);
        this.knowledge = knowledge;
        this.allowances = allowances;
        this.graph = graph;
        this.hash = hash;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * {@return whether the county lets its towns decide what is applied for there now (最低生活保障审核确认办法
     * §4)}
     *
     * @param places codes of where the family lives, the smallest first
     */
    boolean delegated(AssistanceKind kind, List<String> places) {
        return kind.delegable() && parameters.whole(BY_TOWN, places, LocalDate.now(clock)) > 0;
    }

    /** {@return the case, where the applicant is known to live} */
    Case home(Case one) {
        List<String> places = knowledge.home(one);
        return one.at(places, delegated(one.application().kind(), places));
    }

    /**
     * {@return the case, drawn or not; neither where it is of another kind. Whoever applies again
     * in the same year has drawn already. What was looked into before it went back is looked into
     * anew}
     */
    private Case drawn(Case one, String reporter) {
        if (one.application().kind() != AssistanceKind.EXTREME_HARDSHIP) {
            return one.with(new Recheck(null, null, reporter));
        }
        return one.with(
                new Recheck(
                        one.recheck().drawn() == null
                                ? drawn(one, LocalDate.now(clock))
                                : one.recheck().drawn(),
                        null,
                        reporter));
    }

    /**
     * {@return the case, reported to the county, which may have drawn it}
     *
     * @throws Problem NOTICE_NOT_HUNG where it is proposed, no notice of it hung to its end without
     *     an objection, and nobody says why; OBJECTION_OPEN where an objection is not answered
     *     (最低生活保障审核确认办法 §19)
     */
    Case report(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(
                call,
                stated,
                CaseTransition.REPORT,
                step,
                one -> {
                    if (knowledge.objectedTo(one)) {
                        throw new Problem(AssistanceCode.OBJECTION_OPEN);
                    }
                    if (Boolean.TRUE.equals(one.inquiry().favourable())
                            && Texts.optional("note", step.note()) == null
                            && knowledge.published(one).isEmpty()) {
                        throw new Problem(AssistanceCode.NOTICE_NOT_HUNG);
                    }
                    return drawn(one, call.caller().client());
                });
    }

    /** {@return the case, with how far its applicant looks after themself} */
    Case grade(MutationCall call, Reason stated, TransitionInput step, List<Boolean> sixItems) {
        if (sixItems.size() != Case.SelfCare.ITEMS) {
            throw new Problem(AssistanceCode.SIX_ITEMS);
        }
        return matters.take(
                call,
                stated,
                CaseTransition.GRADE_SELF_CARE,
                step,
                one -> one.with(one.inquiry().graded(sixItems)));
    }

    /** {@return the case, with whether what the town found holds} */
    Case recheck(MutationCall call, Reason stated, TransitionInput step, boolean upheld) {
        return matters.take(
                call,
                stated,
                CaseTransition.RECHECK,
                step,
                one ->
                        one.with(
                                new Recheck(
                                        one.recheck().drawn(),
                                        upheld,
                                        one.recheck().reportedBy())));
    }

    /**
     * What shall be granted: what is left out is as the rules say, or as was stated at the door.
     *
     * @param members ID numbers
     */
    record Award(
            @Nullable String amount,
            @Nullable List<String> members,
            @Nullable String area,
            @Nullable String supportForm) {}

    /**
     * {@return the case, signed by a second officer}
     *
     * @throws Problem COUNTERSIGN_WHOM where an amount is signed without whom it is for
     */
    Case countersign(
            MutationCall call, Reason stated, TransitionInput step, boolean grants, Award award) {
        if (grants && award.amount() != null && award.members() == null) {
            throw new Problem(AssistanceCode.COUNTERSIGN_WHOM);
        }
        Long fen = award.amount() == null ? null : Long.valueOf(allowances.money(award.amount()));
        return matters.take(
                call,
                stated,
                CaseTransition.COUNTERSIGN,
                step,
                one ->
                        one.with(
                                one.recheck()
                                        .signed(
                                                one,
                                                call.caller().client(),
                                                grants,
                                                new Terms(
                                                        fen,
                                                        allowances.digest(award.members()),
                                                        award.area(),
                                                        award.supportForm()))));
    }

    private boolean drawn(Case one, LocalDate today) {
        List<String> places = one.application().places();
        return graph.query(DRAW)
                .bindAll(
                        Map.of(
                                "id",
                                one.id(),
                                "gone",
                                GONE,
                                "county",
                                Regions.county(places.getFirst()),
                                "year",
                                today.getYear(),
                                "chance",
                                hash.draw(
                                        "recheck of "
                                                + one.family().applicant()
                                                + " in "
                                                + today.getYear()),
                                "share",
                                parameters.whole(SHARE, places, today) / ALL))
                .fetchAs(Boolean.class)
                .one()
                .orElseThrow();
    }
}

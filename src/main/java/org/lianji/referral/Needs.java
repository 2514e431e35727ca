package org.lianji.referral;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.CaseState;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;
import org.lianji.clocks.LastDay;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.TransitionInput;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Needs: stated by officers on a basis that leads to the person. */
@Component
final class Needs {

    private static final int MOST = 100_000;

    private static final String OPEN_OF =
            """
            MATCH (b:Basis {matter: $case})
            MATCH (m:HelpNeed {statedOn: b.id, state: 'OPEN'})
            RETURN m.id ORDER BY m.id
            """;

    private static final String UNASKED =
            """
            MATCH (b:Basis {matter: $case})
            MATCH (n:HelpNeed {statedOn: b.id, state: 'PAIRED'})
            MATCH (m:Pairing {need: n.id, state: 'PROPOSED'})
            RETURN m.id ORDER BY m.id
            """;

    private static final String OF_ENDED =
            """
            MATCH (b:Basis {id: $basis})
            MATCH (c:Case {id: b.matter})
            RETURN c.state IN $ended
            """;

    private final Procedures<NeedState, NeedTransition, HelpNeed> matters;
    private final Neo4jClient graph;
    private final NeedSubjects subjects;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;

    Needs(
            NeedFlow flow,
            ProcedureKernel kernel,
            Neo4jClient graph,
            NeedSubjects subjects,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue) {
        this.matters = kernel.of(flow);
        this.graph = graph;
        this.subjects = subjects;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /** What an officer states. */
    record Statement(
            String basis,
            String person,
            HelpKind kind,
            int quantity,
            HelpNeed.Urgency urgency,
            Hardship hardship,
            String until) {}

    /**
     * {@return the need; it tells where the person lives and how old they are, which only the
     * leading department may work out for itself}
     */
    HelpNeed state(MutationCall call, Reason stated, Statement said) {
        if (!call.caller().department().equals(lead)) {
            throw new Problem(ReferralCode.NEEDS_OF_LEAD);
        }
        if (said.quantity() < 1 || said.quantity() > MOST) {
            throw new Problem(ReferralCode.NEED_QUANTITY);
        }
        HelpNeed.What what =
                new HelpNeed.What(
                        said.kind(),
                        said.quantity(),
                        said.urgency(),
                        LastDay.of(said.until(), LocalDate.now(clock), ReferralCode.LAST_DAY));
        NeedSubjects.Subject subject = subjects.of(call.caller(), said.basis(), said.person());
        return matters.begin(
                call,
                stated,
                NeedTransition.STATE,
                null,
                begun ->
                        new HelpNeed(
                                begun,
                                said.person(),
                                subject.places(),
                                what,
                                new HelpNeed.Whose(subject.age(), said.hardship()),
                                said.basis(),
                                List.of()));
    }

    /** {@return who each need is for, which they read in their log} */
    Map<HelpNeed, String> persons(Caller caller, List<HelpNeed> needs) {
        chain.append(
                needs.stream()
                        .map(
                                need ->
                                        ReferralEntries.of(
                                                caller,
                                                Kind.READ,
                                                need.person(),
                                                null,
                                                need.id() + " person"))
                        .toList());
        return needs.stream().collect(Collectors.toMap(need -> need, HelpNeed::person));
    }

    HelpNeed withdraw(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(call, stated, NeedTransition.WITHDRAW, step, one -> one);
    }

    Optional<HelpNeed> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    Optional<HelpNeed> ofHub(String id) {
        return matters.find(id);
    }

    ListSource<HelpNeed> listing(Caller caller, @Nullable NeedState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    /** Ends what is open and was stated for an application that was taken back, or ended. */
    void end(String caseId) {
        of(OPEN_OF, caseId).forEach(one -> advance(NeedTransition.END, one));
    }

    /** {@return pairings of which the person was not asked yet, of what was stated for it} */
    Collection<String> unasked(String caseId) {
        return of(UNASKED, caseId);
    }

    private Collection<String> of(String which, String caseId) {
        return graph.query(which).bind(caseId).to("case").fetchAs(String.class).all();
    }

    /**
     * Opens a need again that its pairing leaves; of an application that has ended it ends, too.
     */
    void release(String id) {
        advance(NeedTransition.RELEASE, id)
                .filter(
                        need ->
                                graph.query(OF_ENDED)
                                        .bindAll(
                                                Map.of(
                                                        "basis",
                                                        String.valueOf(need.statedOn()),
                                                        "ended",
                                                        CaseState.ENDED))
                                        .fetchAs(Boolean.class)
                                        .one()
                                        .orElse(false))
                .ifPresent(need -> advance(NeedTransition.END, need.id()));
    }

    /** Does to a need what a step of its pairing does to it; none where that is nothing. */
    Optional<HelpNeed> advance(NeedTransition step, String id) {
        return matters.find(id).flatMap(need -> matters.advance(step, need, one -> one));
    }
}

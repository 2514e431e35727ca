package org.lianji.referral;

import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.charity.HelpRecords;
import org.lianji.database.Fragment;
import org.lianji.people.Guardianship;
import org.lianji.people.Kinship;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.lianji.procedure.ProcedureEvent;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Pairings in the graph: {@code (:Pairing)-[:FOR]->(:Person)}. */
@Component
final class PairingFlow implements Flow<PairingState, PairingTransition, Pairing> {

    private static final String LINK =
            """
            MATCH (m:Pairing {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:FOR]->(p)
            """;

    private static final String OWN_OR_WARDS =
            "EXISTS { MATCH (m)-[:FOR]->(about:Person) WHERE %s }"
                    .formatted(Guardianship.selfOrWard("about"));

    private static final String OPENED =
            "MATCH (b:Basis {matter: $id}) WHERE b.closed IS NULL RETURN b.id";

    private static final String AROUND =
            """
            , lead: '%s'
            , kin: COLLECT { MATCH (m)-[:FOR]->(p:Person) UNWIND %s AS near RETURN DISTINCT near }
            , suspended: EXISTS { (:CharityOrganisation {organisation: m.organisation, state: 'SUSPENDED'}) }
            """;

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final Needs needs;
    private final OfferFit fit;
    private final HelpRecords records;
    private final String around;

    PairingFlow(
            Neo4jClient graph,
            BasisRegistry bases,
            Needs needs,
            OfferFit fit,
            HelpRecords records,
            Catalogue catalogue) {
        this.graph = graph;
        this.bases = bases;
        this.needs = needs;
        this.fit = fit;
        this.records = records;
        this.around = AROUND.formatted(catalogue.lead(), Kinship.of("p"));
    }

    @Override
    public Class<PairingState> states() {
        return PairingState.class;
    }

    @Override
    public Class<PairingTransition> table() {
        return PairingTransition.class;
    }

    @Override
    public Class<Pairing> matter() {
        return Pairing.class;
    }

    @Override
    public boolean streamed() {
        return true;
    }

    @Override
    public char letter() {
        return 'D';
    }

    @Override
    public Code notFound() {
        return ReferralCode.PAIRING_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , person: head([(m)-[:FOR]->(p:Person) | p.id])
        """
                + BasisRegistry.OF_MATTER
                + Spokespeople.OF_MATTER
                + around;
    }

    /**
     * Officers of the place, the person, a child's guardians, and the organisation once the person
     * has consented: many narrow offers would else tell where a need is. One that is suspended sees
     * none.
     */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (caller.is(Role.CHARITY)) {
            return Fragment.of("m.organisation = $own", "own", caller.department())
                    .and(
                            Fragment.of(
                                    "m.consentUntil IS NOT NULL AND EXISTS {"
                                            + " (:CharityOrganisation {organisation:"
                                            + " m.organisation, state: 'APPROVED'}) }"));
        }
        return caller.is(Role.CITIZEN) && caller.person() instanceof String self
                ? new Fragment(OWN_OR_WARDS, Guardianship.parameters(self, actor.today()))
                : NeedFlow.officers(actor);
    }

    /**
     * An organisation reads what it wrote itself, and nobody but officers what officers wrote: it
     * may tell more than the consent, and more than a child's guardian should know.
     */
    @Override
    public boolean tells(Actor actor, ProcedureEvent event) {
        Caller caller = actor.caller();
        return caller.is(Role.CHARITY)
                ? caller.department().equals(event.department())
                : !caller.is(Role.CITIZEN) || !event.department().equals(actor.lead());
    }

    @Override
    public void taken(Actor actor, PairingTransition step, Pairing after) {
        switch (step) {
            case PROPOSE -> propose(actor, after);
            case CONSENT -> {
                needs.ofHub(after.pair().need()).ifPresent(need -> fit.taken(need, after));
                open(actor, after);
            }
            case DECLINE -> release(after);
            case REFUSE, REVOKE, WITHDRAW, LAPSE, END, OFFER_END -> {
                close(actor, after);
                release(after);
            }
            case REVOKE_UNDER_WAY, REVOKE_AFTER_DELIVERY -> close(actor, after);
            case CONFIRM -> {
                close(actor, after);
                needs.advance(NeedTransition.MEET, after.pair().need());
                records.write(
                        actor.caller(), help(actor, after), after.changedAt().toOffsetDateTime());
            }
            case ACCEPT, START, DELIVER -> {}
        }
    }

    /** It is numbered by the pairing, of which nobody knew before the person consented to it. */
    private static HelpRecords.ConfirmedHelp help(Actor actor, Pairing pairing) {
        return new HelpRecords.ConfirmedHelp(
                pairing.id(),
                pairing.person(),
                pairing.pair().offer(),
                pairing.pair().quantity(),
                Objects.requireNonNullElse(pairing.deliveredOn(), actor.today()),
                Objects.requireNonNull(pairing.satisfaction()));
    }

    /**
     * @throws Problem PAIRING_OF_RELATIVE, NEED_NOT_OPEN, OFFER_NOT_FIT, OFFER_FULL
     */
    private void propose(Actor actor, Pairing pairing) {
        graph.query(LINK).bindAll(Map.of("id", pairing.id(), "person", pairing.person())).run();
        if (Kinship.among(graph, pairing.person(), Kinship.names(actor.caller()))) {
            throw new Problem(ReferralCode.PAIRING_OF_RELATIVE);
        }
        needs.advance(NeedTransition.PAIR, pairing.pair().need())
                .map(need -> fit.taken(need, pairing))
                .orElseThrow(() -> new Problem(ReferralCode.NEED_NOT_OPEN));
    }

    private void release(Pairing pairing) {
        needs.release(pairing.pair().need());
    }

    /** The organisation may know the person, until the day that the person says. */
    private void open(Actor actor, Pairing pairing) {
        LocalDate until = pairing.lastDay();
        bases.register(
                acting(actor),
                new BasisRegistry.Registration(
                        BasisKind.SERVICE_ORDER,
                        pairing.id(),
                        pairing.id(),
                        List.of(Purpose.E),
                        Set.of(pairing.person()),
                        Set.of(),
                        Set.of(),
                        List.of(
                                new BasisRegistry.Party(
                                        pairing.organisation(), null, Role.CHARITY, until)),
                        until));
    }

    private void close(Actor actor, Pairing pairing) {
        if (pairing.basis() instanceof String basis) {
            bases.end(acting(actor), basis);
        }
    }

    /** The leading department keeps the bases of pairings, whoever takes the step. */
    private static Caller acting(Actor actor) {
        return actor.of(actor.lead());
    }

    @Override
    public Entry entry(Actor actor, Reason stated, PairingTransition step, Pairing after) {
        String what = after.stepText(step);
        Act act =
                switch (step) {
                    case CONSENT -> Act.CONSENTED;
                    case REVOKE, REVOKE_UNDER_WAY, REVOKE_AFTER_DELIVERY -> Act.CONSENT_REVOKED;
                    default -> Act.REFERRED;
                };
        String basis = act == Act.CONSENTED ? opened(after) : after.basis();
        return act == Act.REFERRED || basis == null
                ? ReferralEntries.of(actor.caller(), Kind.WRITE, after.person(), basis, what)
                : ReferralEntries.of(actor.caller(), Kind.WRITE, act, after, basis, what);
    }

    /** {@return the basis that this very step registered} */
    private String opened(Pairing pairing) {
        return graph.query(OPENED)
                .bind(pairing.id())
                .to("id")
                .fetchAs(String.class)
                .one()
                .orElseThrow();
    }
}

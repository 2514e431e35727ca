package org.lianji.referral;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.CharityStaff;
import org.lianji.clocks.LastDay;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pairings: proposed by officers, opened by the person, worked on by the organisation. */
@Component
final class Pairings {

    private static final int LONGEST = 100;
    private static final long NAME = 0;
    private static final long PHONE = -1;
    private static final long ADDRESS = -2;
    private static final long WORD = -3;
    private static final int MOST_STARS = 5;

    /** Of an offer that was taken back, and of an organisation that is suspended. */
    private static final String WITHOUT_OFFER =
            """
            CALL () {
              MATCH (o:HelpOffer {id: $id, state: 'WITHDRAWN'})
              MATCH (m:Pairing {offer: o.id}) WHERE m.state IN ['PROPOSED', 'CONSENTED'] RETURN m
              UNION MATCH (g:CharityOrganisation {id: $id, state: 'SUSPENDED'})
              MATCH (m:Pairing {organisation: g.organisation}) WHERE m.state IN ['PROPOSED', 'CONSENTED', 'ACCEPTED'] RETURN m
            }
            RETURN m.id ORDER BY m.id
            """;

    private final Procedures<PairingState, PairingTransition, Pairing> matters;
    private final Needs needs;
    private final OfferFit fit;
    private final MatchGraph help;
    private final CharityStaff staff;
    private final BasisRegistry bases;
    private final SealedTexts texts;
    private final AuditLog chain;
    private final Neo4jClient graph;
    private final String lead;
    private final Clock clock;
    private final TransactionTemplate writing;

    Pairings(
            PairingFlow flow,
            ProcedureKernel kernel,
            Needs needs,
            OfferFit fit,
            MatchGraph help,
            CharityStaff staff,
            BasisRegistry bases,
            SealedTexts texts,
            AuditLog chain,
            Neo4jClient graph,
            Catalogue catalogue,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.matters = kernel.of(flow);
        this.needs = needs;
        this.fit = fit;
        this.help = help;
        this.staff = staff;
        this.bases = bases;
        this.texts = texts;
        this.chain = chain;
        this.graph = graph;
        this.lead = catalogue.lead();
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    /** What the person lets the organisation know; null what they don't. */
    record Recipient(@Nullable String name, @Nullable String phone, @Nullable String address) {}

    /**
     * {@return a need, paired with an offer}
     *
     * @param note why, where the person has such help already; null where they don't
     * @throws Problem HELPED_ALREADY where they have, and nobody says why
     */
    Pairing propose(
            MutationCall call, Reason stated, String need, String offer, @Nullable String note) {
        String why = Texts.optional("note", note);
        return Objects.requireNonNull(
                writing.execute(
                        _ -> {
                            Pairing pairing = proposed(call, stated, why, need, offer);
                            if (why == null && help.helped(need, pairing.id())) {
                                throw new Problem(ReferralCode.HELPED_ALREADY);
                            }
                            return pairing;
                        }));
    }

    private Pairing proposed(
            MutationCall call, Reason stated, @Nullable String why, String need, String offer) {
        HelpNeed known =
                needs.find(call.caller(), need)
                        .orElseThrow(() -> new Problem(ReferralCode.NEED_NOT_FOUND));
        if (known.what().until().isBefore(LocalDate.now(clock))) {
            throw new Problem(ReferralCode.NEED_NOT_OPEN);
        }
        Pairing.Pair pair =
                new Pairing.Pair(
                        need,
                        offer,
                        fit.organisation(offer),
                        known.what().kind(),
                        known.what().quantity(),
                        call.caller().client());
        return matters.begin(
                call,
                stated,
                PairingTransition.PROPOSE,
                why,
                begun ->
                        new Pairing(
                                begun,
                                known.person(),
                                known.places(),
                                pair,
                                Pairing.Consent.NONE,
                                null,
                                null,
                                null,
                                null,
                                Spokespeople.NOBODY,
                                new Pairing.Around(lead, List.of(), false)));
    }

    /** {@return the pairing, open to its organisation for what is named} */
    Pairing consent(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            String until,
            Recipient recipient) {
        LocalDate last = LastDay.of(until, LocalDate.now(clock), ReferralCode.LAST_DAY);
        if (recipient.equals(new Recipient(null, null, null))) {
            throw new Problem(ReferralCode.CONSENT_NAME);
        }
        matters.find(call.caller(), step.id()).ifPresent(one -> requireInTime(one, last));
        Pairing.Consent consent =
                new Pairing.Consent(
                        last,
                        sealed(step.id(), NAME, recipient.name()),
                        sealed(step.id(), PHONE, recipient.phone()),
                        sealed(step.id(), ADDRESS, recipient.address()));
        return matters.take(
                call, stated, PairingTransition.CONSENT, step, one -> one.with(consent));
    }

    private void requireInTime(Pairing pairing, LocalDate last) {
        LocalDate offered = fit.lastDay(pairing.pair().offer());
        if (last.isAfter(offered)) {
            throw new Problem(ReferralCode.CONSENT_TOO_LONG, Map.of("last", offered.toString()));
        }
    }

    /** {@return who helps in each} */
    Map<Pairing, OfferFit.Provider> providers(List<Pairing> some) {
        Map<String, OfferFit.Provider> known =
                fit.providers(some.stream().map(one -> one.pair().offer()).toList());
        return some.stream()
                .collect(
                        Collectors.toMap(
                                one -> one,
                                one -> Objects.requireNonNull(known.get(one.pair().offer()))));
    }

    private @Nullable String sealed(String id, long place, @Nullable String text) {
        return text == null
                ? null
                : texts.close(
                        Pairing.class,
                        id,
                        place,
                        Prose.readable(
                                "recipient", BasisInput.text("recipient", text, 1, LONGEST)));
    }

    /** {@return the pairing after a step that takes nothing more} */
    Pairing take(MutationCall call, Reason stated, PairingTransition step, TransitionInput given) {
        LocalDate today = LocalDate.now(clock);
        return matters.take(
                call,
                stated,
                step,
                given,
                one -> step == PairingTransition.DELIVER ? one.delivered(today) : one);
    }

    /** Ends a pairing whose last day is over, where nobody was faster. */
    void lapse(String id) {
        advance(PairingTransition.LAPSE, id);
    }

    /**
     * Ends what was begun for an application that was taken back, or ended: its open needs, and
     * pairings that their persons were not asked about. Doing it again does nothing.
     */
    void end(String caseId) {
        needs.unasked(caseId).forEach(one -> advance(PairingTransition.END, one));
        needs.end(caseId);
    }

    /**
     * Ends what waits for an offer that was taken back, or for an organisation that is suspended:
     * its need is open again. Doing it again does nothing.
     *
     * @param id of the offer, or of the organisation
     */
    void endWithOffer(String id) {
        graph.query(WITHOUT_OFFER)
                .bind(id)
                .to("id")
                .fetchAs(String.class)
                .all()
                .forEach(this::endOfOffer);
    }

    /** The same of one pairing. */
    void endOfOffer(String id) {
        advance(PairingTransition.OFFER_END, id);
    }

    private void advance(PairingTransition step, String id) {
        matters.find(id).ifPresent(one -> matters.advance(step, one, all -> all));
    }

    /** {@return the pairing, of which the organisation learns nothing more} */
    Pairing revoke(MutationCall call, Reason stated, TransitionInput given) {
        PairingTransition step =
                matters.find(call.caller(), given.id())
                        .map(Pairing::state)
                        .map(PairingTransition::revoking)
                        .orElse(PairingTransition.REVOKE);
        return take(call, stated, step, given);
    }

    /** What the person says of the help: once, with its confirmation. */
    record Verdict(int satisfaction, @Nullable String word) {}

    Pairing confirm(MutationCall call, Reason stated, TransitionInput given, Verdict said) {
        if (said.satisfaction() < 1 || said.satisfaction() > MOST_STARS) {
            throw new Problem(ReferralCode.SATISFACTION);
        }
        String word = Texts.word("word", said.word());
        String kept = word == null ? null : texts.close(Pairing.class, given.id(), WORD, word);
        return matters.take(
                call,
                stated,
                PairingTransition.CONFIRM,
                given,
                one -> one.confirmed(said.satisfaction(), kept));
    }

    Optional<Pairing> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<Pairing> listing(Caller caller, @Nullable PairingState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    /**
     * {@return whom to help, for the organisation that the person lets know; on the chain before it
     * leaves; null once the consent is over. The person themself, and a child's guardian, reads
     * what they opened}
     */
    @Nullable Recipient recipient(Caller caller, Pairing pairing) {
        if (caller.person() instanceof String who && pairing.consent().consentUntil() != null) {
            return who.equals(pairing.person()) ? opened(pairing) : ofWard(caller, who, pairing);
        }
        if (!caller.is(Role.CHARITY)
                || !caller.department().equals(pairing.organisation())
                || !staff.readsRecipients(caller)) {
            return null;
        }
        return bases.inForce(caller, pairing.id())
                .map(basis -> opened(caller, pairing, basis))
                .orElse(null);
    }

    /** A guardian's look stands in the child's log. */
    private @Nullable Recipient ofWard(Caller guardian, String who, Pairing pairing) {
        if (!pairing.spokespeople().guardian(who, LocalDate.now(clock))) {
            return null;
        }
        chain.append(
                List.of(
                        ReferralEntries.of(
                                guardian,
                                Kind.READ,
                                pairing.person(),
                                pairing.basis(),
                                pairing.id() + " recipient")));
        return opened(pairing);
    }

    private Recipient opened(Caller caller, Pairing pairing, String basis) {
        chain.append(
                List.of(
                        ReferralEntries.of(
                                caller,
                                Kind.READ,
                                Act.RECIPIENT_READ,
                                pairing,
                                basis,
                                pairing.id() + " recipient")));
        return opened(pairing);
    }

    private Recipient opened(Pairing pairing) {
        Pairing.Consent consent = pairing.consent();
        return new Recipient(
                open(pairing, NAME, consent.recipientName()),
                open(pairing, PHONE, consent.recipientPhone()),
                open(pairing, ADDRESS, consent.recipientAddress()));
    }

    private @Nullable String open(Pairing pairing, long place, @Nullable String sealed) {
        return texts.open(Pairing.class, pairing.id(), place, sealed);
    }
}

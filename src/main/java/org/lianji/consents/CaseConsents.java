package org.lianji.consents;

import org.jspecify.annotations.Nullable;
import org.lianji.access.ReadPurpose;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.bases.Declarations;
import org.lianji.catalogue.Purpose;
import org.lianji.clocks.LastDay;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.people.Identity;
import org.lianji.people.Kinship;
import org.lianji.people.People;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Progress;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Consents: given by the joint paper or one by one, taken back, and asked for by each check. */
@Component
public final class CaseConsents {

    private static final int MOST_OF_A_CASE = 100;

    private final Procedures<ConsentState, ConsentTransition, CaseConsent> matters;
    private final ConsentStore store;
    private final BasisRegistry bases;
    private final People people;
    private final Values values;
    private final Declarations declarations;
    private final AuditLog chain;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CaseConsents(
            ConsentFlow flow,
            ProcedureKernel kernel,
            ConsentStore store,
            BasisRegistry bases,
            People people,
            Values values,
            Declarations declarations,
            AuditLog chain,
            TransactionTemplate transactions,
            Clock clock) {
        this.matters = kernel.of(flow);
        this.store = store;
        this.bases = bases;
        this.people = people;
        this.values = values;
        this.declarations = declarations;
        this.chain = chain;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The joint paper with which a family applies is each one's consent: who applies, and whoever
     * was of the family by its day and becomes known later. Doing it again does nothing more.
     *
     * @param basis of the application
     * @param recordedBy client of the officer; null where the family applied by itself
     * @param led tokens of whom the basis leads to
     */
    public void join(
            String caseId, String basis, @Nullable String recordedBy, Collection<String> led) {
        store.signatories(caseId, led)
                .forEach(
                        one ->
                                matters.beginByHub(
                                        ConsentTransition.JOIN,
                                        begun -> joined(begun, caseId, basis, recordedBy, one)));
    }

    private static CaseConsent joined(
            Progress<ConsentState> begun,
            String caseId,
            String basis,
            @Nullable String recordedBy,
            ConsentStore.Signatory one) {
        return begun(
                begun,
                new CaseConsent.Paper(
                        one.applicant()
                                ? CaseConsent.Relation.APPLICANT
                                : CaseConsent.Relation.FAMILY_MEMBER,
                        one.consentNo(),
                        one.signedOn(),
                        null,
                        null,
                        recordedBy),
                new CaseConsent.Matter(caseId, one.person(), List.of(), "", List.of(), basis));
    }

    private static CaseConsent begun(
            Progress<ConsentState> begun, CaseConsent.Paper paper, CaseConsent.Matter matter) {
        return new CaseConsent(begun, paper, false, null, List.of(), matter, Spokespeople.NOBODY);
    }

    /**
     * {@return who may be asked about for an application today}
     *
     * @param led tokens of whom the basis leads to
     */
    public ConsentReach reach(String caseId, Collection<String> led) {
        return reach(store.standings(caseId, led));
    }

    private static ConsentReach reach(List<ConsentStore.CaseStanding> standings) {
        return new ConsentReach(
                standings.stream()
                        .filter(one -> !one.supports() && one.askedAbout())
                        .map(ConsentStore.CaseStanding::person)
                        .toList(),
                standings.stream()
                        .filter(one -> one.supports() && one.askedAbout())
                        .map(one -> new ConsentReach.Supporter(one.person(), one.consent()))
                        .toList(),
                standings.stream()
                        .filter(one -> !one.supports() && !one.askedAbout())
                        .filter(one -> one.led() || one.together())
                        .map(ConsentStore.CaseStanding::person)
                        .toList());
    }

    /**
     * {@return the same for a check, whose family may have become known since it applied}
     *
     * @param basis on which it is checked
     * @throws Problem CASE_CONSENT_OF_APPLICANT where who applies is not to be asked about
     */
    public ConsentReach checked(String caseId, String basis, Collection<String> led) {
        join(caseId, basis, null, led);
        List<ConsentStore.CaseStanding> standings = store.standings(caseId, led);
        if (standings.stream().anyMatch(one -> one.applicant() && !one.consented())) {
            throw new Problem(ConsentCode.CASE_CONSENT_OF_APPLICANT);
        }
        store.withhold(
                caseId,
                standings.stream()
                        .filter(one -> !one.consent().isEmpty() && !one.consented())
                        .map(ConsentStore.CaseStanding::person)
                        .toList());
        return reach(standings);
    }

    /** Keeps what the check's sources said of a relative outside the family. */
    public void answered(String consent, List<String> answers) {
        store.answered(consent, answers);
    }

    /**
     * {@return somebody's consent, recorded by an officer who works on the application}
     *
     * @throws Problem CASE_CONSENT_NO_CASE, CASE_CONSENT_RELATION, CASE_CONSENT_NOT_KIN,
     *     CASE_CONSENT_OF_RELATIVE, CASE_CONSENT_TAKEN_BACK
     */
    CaseConsent record(MutationCall call, Reason stated, ConsentController.ConsentInput input) {
        String number = Texts.number(input.consentNo(), ConsentCode.CASE_CONSENT_NUMBER);
        LocalDate until = until(input);
        String note = Texts.optional("note", input.note());
        Identity identity =
                people.identity(
                        (String)
                                values.required(
                                        ItemType.Scalar.ID_NUMBER, input.idNumber(), "idNumber"));
        try {
            CaseConsent made =
                    Objects.requireNonNull(
                            transactions.execute(
                                    _ ->
                                            recorded(
                                                    call, stated, input, identity, number, until,
                                                    note)));
            return newest(made);
        } catch (Problem refused) {
            if (refused.code() == ConsentCode.CASE_CONSENT_NOT_KIN
                    || refused.code() == ConsentCode.CASE_CONSENT_RELATION) {
                refused(call.caller(), identity);
            }
            throw refused;
        }
    }

    private CaseConsent recorded(
            MutationCall call,
            Reason stated,
            ConsentController.ConsentInput input,
            Identity identity,
            String number,
            @Nullable LocalDate until,
            @Nullable String note) {
        store.lock(input.caseId());
        people.ensure(Set.of(identity));
        String person = people.tokens(Set.of(identity)).values().iterator().next();
        ConsentStore.Office office =
                store.office(call.caller(), input.caseId(), person)
                        .orElseThrow(() -> new Problem(ConsentCode.CASE_CONSENT_NO_CASE));
        if (office.own() || person.equals(call.caller().person())) {
            throw new Problem(ConsentCode.CASE_CONSENT_OF_RELATIVE);
        }
        if (!office.is(input.relation())) {
            throw new Problem(ConsentCode.CASE_CONSENT_RELATION);
        }
        if (!office.kin() && note == null) {
            throw new Problem(ConsentCode.CASE_CONSENT_NOT_KIN);
        }
        if (!office.takes(input, note)) {
            throw new Problem(ConsentCode.CASE_CONSENT_TAKEN_BACK);
        }
        CaseConsent.Paper paper =
                new CaseConsent.Paper(
                        input.relation(),
                        number,
                        signedOn(input),
                        input.digest(),
                        until,
                        call.caller().client());
        return matters.begin(
                call,
                stated,
                ConsentTransition.RECORD,
                note,
                begun ->
                        begun(
                                begun,
                                paper,
                                new CaseConsent.Matter(
                                        input.caseId(),
                                        person,
                                        List.of(),
                                        office.department(),
                                        office.places(),
                                        office.basis())));
    }

    private LocalDate signedOn(ConsentController.ConsentInput input) {
        LocalDate day = Objects.requireNonNullElse(input.signedOn(), LocalDate.now(clock));
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Problem(ConsentCode.CASE_CONSENT_SIGNED);
        }
        return day;
    }

    private CaseConsent newest(CaseConsent one) {
        return matters.find(one.id()).orElse(one);
    }

    /**
     * What a refusal tells an officer of somebody is on the chain, where they read it; and it
     * counts like somebody who is named.
     */
    private void refused(Caller caller, Identity named) {
        chain.append(
                List.of(
                        ConsentFlow.entry(
                                caller,
                                Kind.DENIAL,
                                null,
                                people.of(named.number()).map(List::of).orElse(List.of()),
                                "recordCaseConsent",
                                null)));
        declarations.count(caller, 1);
    }

    /** A relative outside the family says until when; the family may. */
    private @Nullable LocalDate until(ConsentController.ConsentInput input) {
        if (input.until() == null && input.relation() != CaseConsent.Relation.SUPPORTER) {
            return null;
        }
        return LastDay.of(
                String.valueOf(input.until()), LocalDate.now(clock), ConsentCode.CASE_CONSENT_DAY);
    }

    /** {@return the consent, taken back: nothing is read by it from now on} */
    CaseConsent revoke(
            MutationCall call, Reason stated, ConsentTransition how, TransitionInput given) {
        return newest(
                Objects.requireNonNull(
                        transactions.execute(
                                _ -> {
                                    store.lockOf(given.id());
                                    return matters.take(
                                            call,
                                            stated,
                                            how,
                                            given,
                                            one -> one.revoked(ZonedDateTime.now(clock)));
                                })));
    }

    Optional<CaseConsent> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<CaseConsent> listing(Caller caller) {
        return matters.listing(caller, Fragment.TRUE, null);
    }

    boolean allows(Caller caller, ConsentTransition step, CaseConsent one) {
        return matters.allowed(caller, one).contains(step);
    }

    boolean inForce(CaseConsent one) {
        return one.inForce(LocalDate.now(clock));
    }

    /**
     * {@return the consents to these applications that the caller may know of, newest first; none
     * to that of a near relative, of which an officer sees nobody}
     */
    Map<String, List<CaseConsent>> of(Caller caller, Collection<String> cases) {
        return matters
                .listing(
                        caller,
                        new Fragment(
                                "EXISTS { (m)-[:UNDER]->(x:Case) WHERE x.id IN $cases }",
                                Map.of("cases", List.copyOf(cases))),
                        null)
                .read(Stretch.start(cases.size() * MOST_OF_A_CASE))
                .stream()
                .filter(one -> !Kinship.has(one.matter().kin(), caller))
                .collect(Collectors.groupingBy(one -> one.matter().caseId()));
    }

    /**
     * {@return whose consent is missing, as far as the caller's basis leads to them; each look is
     * an entry}
     */
    Map<String, List<String>> missing(Caller caller, Collection<String> cases) {
        Map<String, String> open = bases.inForce(caller, cases);
        Map<String, List<String>> led =
                bases.concerned(
                        caller,
                        open.values().stream()
                                .map(basis -> new ReadPurpose(Purpose.A, basis))
                                .toList());
        Map<String, List<String>> missing = new HashMap<>();
        store.standings(
                        open.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                one ->
                                                        led.getOrDefault(
                                                                one.getValue(), List.of()))))
                .forEach((one, standings) -> missing.put(one, reach(standings).unasked()));
        chain.append(
                missing.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(
                                one ->
                                        ConsentFlow.entry(
                                                caller,
                                                Kind.READ,
                                                open.get(one.getKey()),
                                                one.getValue(),
                                                one.getKey() + " consentsMissing",
                                                null))
                        .toList());
        return missing;
    }
}

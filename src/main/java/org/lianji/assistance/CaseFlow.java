package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.access.ReadPurpose;
import org.lianji.agencies.Agencies;
import org.lianji.agencies.Deputies;
import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.bases.Declarations;
import org.lianji.catalogue.Purpose;
import org.lianji.consents.CaseConsents;
import org.lianji.database.Fragment;
import org.lianji.people.Kinship;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.lianji.workers.WorkerConflict;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cases in the graph: {@code (:Case)-[:APPLIES_FOR]->(:Person)}, and once they are confirmed {@code
 * (:Case)-[:GRANTED_TO]->(:Person)}, whom it covers.
 */
@Component
final class CaseFlow implements Flow<CaseState, CaseTransition, Case> {

    /** A basis of a case ends with it, and after so many days at the latest. */
    private static final int OPEN_DAYS = 180;

    private final Families families;
    private final CaseKnowledge knowledge;
    private final BasisRegistry bases;
    private final Declarations declarations;
    private final CaseMeans check;
    private final CaseConsents consents;
    private final AwardRecords records;
    private final Assessments assessments;
    private final Agencies agencies;

    CaseFlow(
            Families families,
            CaseKnowledge knowledge,
            BasisRegistry bases,
            Declarations declarations,
            CaseMeans check,
            CaseConsents consents,
            AwardRecords records,
            Assessments assessments,
            Agencies agencies) {
        this.families = families;
        this.knowledge = knowledge;
        this.bases = bases;
        this.declarations = declarations;
        this.check = check;
        this.consents = consents;
        this.records = records;
        this.assessments = assessments;
        this.agencies = agencies;
    }

    @Override
    public Class<CaseState> states() {
        return CaseState.class;
    }

    @Override
    public Class<CaseTransition> table() {
        return CaseTransition.class;
    }

    @Override
    public Class<Case> matter() {
        return Case.class;
    }

    @Override
    public char letter() {
        return 'S';
    }

    @Override
    public Code notFound() {
        return AssistanceCode.CASE_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , applicant: head([(m)-[:APPLIES_FOR]->(p:Person) | p.id])
        , members: [(m)-[:GRANTED_TO]->(q:Person) | q.id]
        , kin: COLLECT { MATCH (m)-[:APPLIES_FOR]->(p:Person) UNWIND %s AS near RETURN near }
        """
                        .formatted(Kinship.of("p"))
                + ", conflicts: "
                + WorkerConflict.OF_MATTER
                + BasisRegistry.HOUSEHOLD_OF_MATTER
                + BasisRegistry.OF_MATTER
                + Deputies.OF_MATTER;
    }

    /**
     * Officers of the department that answers for it in whose region it lies, who applies, and who
     * acts for them.
     */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            return Fragment.of("m.department = $department", "department", caller.department())
                    .and(MatterPlaces.within("region", caller.region()));
        }
        return caller.person() instanceof String self
                ? Fragment.of("m.id IN $theirs", "theirs", agencies.matters(self))
                : Fragment.FALSE;
    }

    /** Of a near relative's application an officer learns how it stands, and nothing more. */
    @Override
    public boolean opens(Actor actor, Case one) {
        return !CaseGuards.related(actor.caller(), one);
    }

    @Override
    public Optional<Entry> opened(Actor actor, Case one) {
        Caller caller = actor.caller();
        return caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? Optional.of(
                        KnownFacts.entry(
                                caller,
                                one,
                                List.of(one.application().kind().category()),
                                assessments.persons(one),
                                "history"))
                : Optional.empty();
    }

    @Override
    public Map<String, Object> derived(Case one) {
        return one.state().open() ? Map.of("openKey", one.openKey()) : Map.of();
    }

    @Override
    public boolean streamed() {
        return true;
    }

    @Override
    public void taken(Actor actor, CaseTransition step, Case after) {
        switch (step) {
            case SUBMIT -> {
                families.take(actor, after);
                agencies.begun(after.id(), after.family().deputies());
                if (!actor.caller().is(Role.CITIZEN)) {
                    declarations.count(actor.caller(), 1);
                }
                open(actor, after);
            }
            case TRANSFER -> handOver(actor, after);
            case ACCEPT -> letIn(actor, after);
            case CHECK -> {
                letIn(actor, after);
                check.report(actor.caller(), after, after.id());
            }
            case ASK_MEANS_AGAIN -> check.report(actor.caller(), after, after.id());
            case CONFIRM -> {
                records.write(actor.caller(), after);
                end(actor, after);
            }
            case REFUSE, WITHDRAW, ABORT -> end(actor, after);
            default -> {}
        }
        families.keepConflicts(after);
    }

    /** Officers of the town and of the county see the applicant and the family, for purpose A. */
    private void open(Actor actor, Case one) {
        LocalDate until = actor.today().plusDays(OPEN_DAYS);
        Caller office = acting(actor, one);
        String basis =
                bases.register(
                        office,
                        new BasisRegistry.Registration(
                                BasisKind.CASE,
                                one.id(),
                                one.id(),
                                List.of(Purpose.A),
                                Set.of(one.family().applicant()),
                                Set.of(),
                                Set.of(),
                                Stream.of(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                                        .map(role -> party(one, role))
                                        .toList(),
                                until));
        bases.joinFamilyOf(office, basis, Purpose.A, one.family().applicant());
        consents.join(
                one.id(),
                basis,
                actor.caller().is(Role.CITIZEN) ? null : actor.caller().client(),
                bases.concerned(
                        CaseMeans.hub(actor.caller(), one), new ReadPurpose(Purpose.A, basis)));
    }

    /**
     * The town that it was handed to sees of the family what that town's officers may see; who was
     * let in where it came from sees nothing of it any more.
     */
    private void handOver(Actor actor, Case one) {
        if (one.family().basis() instanceof String basis) {
            knowledge
                    .letIn(basis)
                    .forEach(client -> bases.leave(acting(actor, one), basis, client));
            Caller office =
                    new Caller(
                            one.application().department(),
                            actor.caller().client(),
                            Set.of(Role.TOWN_OFFICER),
                            one.application().places().get(1),
                            null);
            bases.joinFamilyOf(office, basis, Purpose.A, one.family().applicant());
        }
    }

    /**
     * Nobody is refused for where they are registered: who works on the application of somebody
     * whom the library has elsewhere sees them all the same, but not on their own word.
     */
    private void letIn(Actor actor, Case one) {
        Caller officer = actor.caller();
        if (one.family().basis() instanceof String basis && knowledge.elsewhere(officer, one)) {
            bases.join(
                    acting(actor, one),
                    basis,
                    new BasisRegistry.Party(officer.department(), officer.client(), null, null));
        }
    }

    private static BasisRegistry.Party party(Case one, Role role) {
        return new BasisRegistry.Party(one.application().department(), null, role, null);
    }

    private void end(Actor actor, Case one) {
        if (one.family().basis() instanceof String basis) {
            bases.end(acting(actor, one), basis);
        }
    }

    /** The department that answers for it keeps its bases, whoever takes the step. */
    private static Caller acting(Actor actor, Case one) {
        return actor.of(one.application().department());
    }

    @Override
    public Entry entry(Actor actor, Reason stated, CaseTransition step, Case after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                Purpose.A.name(),
                after.family().basis(),
                List.of(),
                List.of(after.application().kind().category()),
                Stream.of(
                                Stream.of(after.family().applicant()),
                                after.decision().members().stream(),
                                deputy(actor, after).stream())
                        .flatMap(some -> some)
                        .distinct()
                        .toList(),
                Digests.hex(after.stepText(step)),
                null,
                act(actor, after));
    }

    /** {@return the citizen who acts for who applies} */
    private static Optional<String> deputy(Actor actor, Case one) {
        return Optional.ofNullable(actor.caller().person())
                .filter(self -> actor.caller().is(Role.CITIZEN))
                .filter(self -> !self.equals(one.family().applicant()));
    }

    private static @Nullable Act act(Actor actor, Case one) {
        if (deputy(actor, one).isEmpty()) {
            return null;
        }
        return one.family().deputies().byAgency(actor.caller())
                ? Act.CASE_BY_AGENT
                : Act.CASE_BY_GUARDIAN;
    }
}

package org.lianji.households;

import org.jspecify.annotations.Nullable;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.Identity;
import org.lianji.people.KnownNames;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** Changes of households: reported by who works on the visit's matter, entered by another. */
@Component
final class HouseholdChanges {

    /** Within which another officer answers. */
    static final String CLOCK = "HOUSEHOLD_CHANGE";

    private final Procedures<HouseholdChangeState, HouseholdChangeTransition, HouseholdChange>
            matters;
    private final HouseholdRecords records;
    private final People people;
    private final KnownNames names;

    HouseholdChanges(
            HouseholdChangeFlow flow,
            ProcedureKernel kernel,
            HouseholdRecords records,
            People people,
            KnownNames names) {
        this.matters = kernel.of(flow);
        this.records = records;
        this.people = people;
        this.names = names;
    }

    /**
     * What a visit found.
     *
     * @param visit identifier of the visit
     * @param household token of the household
     * @param kind how it has changed
     * @param person token of who left
     * @param idNumber of who came, checked
     * @param name of who came
     * @param reason what was seen
     */
    record Report(
            String visit,
            String household,
            HouseholdChangeKind kind,
            @Nullable String person,
            @Nullable String idNumber,
            @Nullable String name,
            String reason) {}

    /**
     * {@return the change, to be entered by a second officer}
     *
     * @throws Problem HOUSEHOLD_CHANGE_VISIT, HOUSEHOLD_CHANGE_NO_RECORD, HOUSEHOLD_CHANGE_PERSON,
     *     HOUSEHOLD_CHANGE_IN_HAND
     */
    HouseholdChange report(MutationCall call, Reason stated, Report report) {
        Caller caller = call.caller();
        List<HouseholdRecords.Current> current = records.of(report.household());
        List<String> places =
                records.places(caller, report.visit(), report.household())
                        .filter(_ -> !current.isEmpty())
                        .orElseThrow(() -> new Problem(unfit(caller, report.visit())));
        String person =
                person(caller, report)
                        .filter(one -> fits(report.kind(), one, current))
                        .orElseThrow(
                                () -> new Problem(HouseholdChangeCode.HOUSEHOLD_CHANGE_PERSON));
        HouseholdChange.Of of =
                new HouseholdChange.Of(
                        report.kind(),
                        report.visit(),
                        caller.department(),
                        caller.client(),
                        places);
        try {
            HouseholdChange begun =
                    matters.begin(
                            call,
                            stated,
                            HouseholdChangeTransition.REPORT,
                            report.reason(),
                            progress ->
                                    new HouseholdChange(
                                            progress,
                                            of,
                                            person,
                                            report.household(),
                                            null,
                                            List.of()));
            return matters.find(begun.id()).orElse(begun);
        } catch (DataIntegrityViolationException e) {
            throw new Problem(HouseholdChangeCode.HOUSEHOLD_CHANGE_IN_HAND);
        }
    }

    /** What the household is called makes no difference where nobody has one by a record. */
    private HouseholdChangeCode unfit(Caller caller, String visit) {
        return records.none(caller, visit)
                ? HouseholdChangeCode.HOUSEHOLD_CHANGE_NO_RECORD
                : HouseholdChangeCode.HOUSEHOLD_CHANGE_VISIT;
    }

    /** Who is the one of a record stays in it; and a record changes at least. */
    private static boolean fits(
            HouseholdChangeKind kind, String person, List<HouseholdRecords.Current> current) {
        return current.stream().noneMatch(one -> one.about().equals(person))
                && current.stream().anyMatch(one -> HouseholdRecords.applies(kind, person, one));
    }

    private Optional<String> person(Caller caller, Report report) {
        return switch (report.kind()) {
            case LEFT ->
                    report.idNumber() == null && report.name() == null
                            ? Optional.ofNullable(report.person())
                            : Optional.empty();
            case JOINED ->
                    report.person() == null
                                    && report.idNumber() instanceof String number
                                    && report.name() instanceof String name
                            ? known(caller, people.identity(number), name)
                            : Optional.empty();
        };
    }

    /**
     * A number that was misread would lead to a stranger: its name must be the one that is known.
     */
    private Optional<String> known(Caller caller, Identity identity, String name) {
        List<Identity> one = List.of(identity);
        return names.of(one, caller.department()).contradict(identity, "", name, false)
                ? Optional.empty()
                : Optional.ofNullable(people.tokens(one).get(identity.hash()));
    }

    Optional<HouseholdChange> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /** {@return the changes that the caller may know of, the newest first} */
    ListSource<HouseholdChange> listing(
            Caller caller, @Nullable HouseholdChangeState state, @Nullable String visit) {
        return matters.listing(
                caller,
                visit == null ? Fragment.TRUE : Fragment.of("m.visit = $visit", "visit", visit),
                state);
    }
}

package org.lianji.merges;

import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.people.Kinship;
import org.lianji.people.MatterPlaces;
import org.lianji.people.MergedPersons;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges in the graph: {@code (:PersonMerge {kept, merged})}, without a relation to either person,
 * since those are moved.
 */
@Component
final class PersonMergeFlow implements Flow<PersonMergeState, PersonMergeTransition, PersonMerge> {

    /** A basis of a merge ends with the decision, and after so many days at the latest. */
    private static final int OPEN_DAYS = 60;

    private final BasisRegistry bases;
    private final MergedPersons persons;
    private final DuplicateNumbers duplicates;
    private final MergeEffects effects;

    PersonMergeFlow(
            BasisRegistry bases,
            MergedPersons persons,
            DuplicateNumbers duplicates,
            MergeEffects effects) {
        this.effects = effects;
        this.bases = bases;
        this.persons = persons;
        this.duplicates = duplicates;
    }

    @Override
    public Class<PersonMergeState> states() {
        return PersonMergeState.class;
    }

    @Override
    public Class<PersonMergeTransition> table() {
        return PersonMergeTransition.class;
    }

    @Override
    public Class<PersonMerge> matter() {
        return PersonMerge.class;
    }

    @Override
    public char letter() {
        return 'I';
    }

    @Override
    public Code notFound() {
        return PersonMergeCode.MERGE_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , kin: COLLECT { MATCH (p:Person) WHERE p.id IN [m.kept, m.merged] UNWIND %s AS near RETURN DISTINCT near }
        """
                        .formatted(Kinship.of("p"))
                + BasisRegistry.OF_MATTER;
    }

    /** What was written of a near relative is not for an officer. */
    @Override
    public boolean opens(Actor actor, PersonMerge merge) {
        return !Kinship.keepsOff(merge.kin(), actor.caller());
    }

    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        return caller.is(Role.COUNTY_OFFICER) && actor.leads()
                ? MatterPlaces.within("region", caller.region())
                : Fragment.FALSE;
    }

    /** Two are looked into once at a time. */
    @Override
    public Map<String, Object> derived(PersonMerge merge) {
        Map<String, Object> derived = new HashMap<>(Map.of("pair", merge.of().pair()));
        if (merge.state().open()) {
            derived.put("openKey", merge.of().pair());
        }
        return derived;
    }

    @Override
    public void taken(Actor actor, PersonMergeTransition step, PersonMerge after) {
        PersonMerge.Of of = after.of();
        switch (step) {
            case PROPOSE -> {
                duplicates.check(actor.caller(), String.valueOf(after.basis()), of);
                effects.check(of);
                register(actor, after, Set.of(of.kept(), of.merged()));
            }
            case PROPOSE_SPLIT -> register(actor, after, Set.of(of.kept()));
            case CONFIRM -> {
                duplicates.check(actor.caller(), String.valueOf(after.basis()), of);
                merge(of, after);
                end(actor, after);
            }
            case CONFIRM_SPLIT -> {
                end(actor, after);
                if (!persons.split(after.id(), of.merged(), of.kept())) {
                    throw new Problem(PersonMergeCode.MERGE_NOT_FOUND);
                }
                effects.settle(after);
            }
            case WITHDRAW, DECLINE, KEEP_MERGED -> end(actor, after);
        }
    }

    /** The lock comes first: what is begun for one of them meanwhile is seen. */
    private void merge(PersonMerge.Of of, PersonMerge after) {
        if (!persons.hold(of.merged(), of.kept())) {
            throw new Problem(PersonMergeCode.MERGE_NOT_PROVEN);
        }
        effects.makeWay(of);
        effects.check(of);
        persons.merge(after.id(), of.merged(), of.kept());
        effects.settle(after);
    }

    private void register(Actor actor, PersonMerge merge, Set<String> whom) {
        bases.register(
                actor.caller(),
                new BasisRegistry.Registration(
                        BasisKind.IDENTITY_REVIEW,
                        merge.id(),
                        merge.id(),
                        List.of(Purpose.C),
                        whom,
                        Set.of(),
                        Set.of(),
                        List.of(
                                new BasisRegistry.Party(
                                        merge.of().department(), null, Role.COUNTY_OFFICER, null)),
                        actor.today().plusDays(OPEN_DAYS)));
    }

    private void end(Actor actor, PersonMerge merge) {
        if (merge.basis() instanceof String basis) {
            bases.end(actor.caller(), basis);
        }
    }

    /** Both read of what is decided about them. */
    @Override
    public Entry entry(Actor actor, Reason stated, PersonMergeTransition step, PersonMerge after) {
        Act act =
                switch (step) {
                    case CONFIRM -> Act.PERSONS_MERGED;
                    case CONFIRM_SPLIT -> Act.PERSONS_SPLIT;
                    default -> null;
                };
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                Purpose.C.name(),
                after.basis(),
                List.of(),
                List.copyOf(DuplicateNumbers.categories()),
                act == null ? List.of() : List.of(after.of().kept(), after.of().merged()),
                Digests.hex(after.stepText(step)),
                null,
                act);
    }
}

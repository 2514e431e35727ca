package org.lianji.services;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.charity.Organisations;
import org.lianji.database.Fragment;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

/** Contracts in the graph: {@code (:ServiceContract)}. */
@Component
final class ContractFlow implements Flow<ContractState, ContractTransition, ServiceContract> {

    private final Organisations organisations;

    ContractFlow(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Class<ContractState> states() {
        return ContractState.class;
    }

    @Override
    public Class<ContractTransition> table() {
        return ContractTransition.class;
    }

    @Override
    public Class<ServiceContract> matter() {
        return ServiceContract.class;
    }

    @Override
    public char letter() {
        return 'F';
    }

    @Override
    public Code notFound() {
        return ServiceCode.CONTRACT_NOT_FOUND;
    }

    /** The county's officers, who leads them, and the provider once it is signed. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (caller.is(Role.CHARITY, Role.PROVIDER)) {
            return Fragment.of("m.organisation = $own", "own", caller.department())
                    .and(Fragment.of("m.state IN ['SIGNED', 'ENDED']"));
        }
        if (!actor.leads() || caller.atTheDoor()) {
            return Fragment.FALSE;
        }
        return caller.is(Role.SHARING_UNIT, Role.SHARING_HEAD)
                ? Fragment.TRUE
                : Fragment.of(
                        "m.region IN $county",
                        "county",
                        org.lianji.people.Regions.upToCounty(caller.region()));
    }

    @Override
    public void taken(Actor actor, ContractTransition step, ServiceContract after) {
        boolean open = step == ContractTransition.DRAW_UP || step == ContractTransition.SIGN;
        if (open && !organisations.approved(after.organisation())) {
            throw new Problem(ServiceCode.PROVIDER_NOT_APPROVED);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, ContractTransition step, ServiceContract after) {
        return ServiceEntries.of(actor.caller(), Kind.WRITE, "", null, after.stepText(step));
    }
}

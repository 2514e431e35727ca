package org.lianji.agreements;

import static org.lianji.agreements.Condition.EXTENSION_ASKED;
import static org.lianji.agreements.Condition.EXTENSION_FREE;
import static org.lianji.agreements.Condition.MATERIAL_FREE;
import static org.lianji.agreements.Condition.NONE;
import static org.lianji.agreements.Condition.PREPARED;
import static org.lianji.agreements.Condition.PROPOSED_BY_THE_OTHER;
import static org.lianji.agreements.Condition.SUSPENDABLE;
import static org.lianji.agreements.Condition.TERMINATION_FREE;
import static org.lianji.agreements.Condition.UNPREPARED;
import static org.lianji.platform.Role.CHARITY;
import static org.lianji.platform.Role.SHARING_HEAD;
import static org.lianji.platform.Role.SHARING_UNIT;
import static org.lianji.terms.AgreementState.ACTIVE;
import static org.lianji.terms.AgreementState.APPROVED;
import static org.lianji.terms.AgreementState.DELIVERED;
import static org.lianji.terms.AgreementState.DISPOSED;
import static org.lianji.terms.AgreementState.DRAFT;
import static org.lianji.terms.AgreementState.EXPIRED;
import static org.lianji.terms.AgreementState.HEAD_SIGNED;
import static org.lianji.terms.AgreementState.MORE_MATERIAL;
import static org.lianji.terms.AgreementState.PURPOSE_ENDED;
import static org.lianji.terms.AgreementState.RECTIFIED;
import static org.lianji.terms.AgreementState.REFUSED;
import static org.lianji.terms.AgreementState.SUBMITTED;
import static org.lianji.terms.AgreementState.SUSPENDED;
import static org.lianji.terms.AgreementState.TERMINATED;
import static org.lianji.terms.PartyRole.CONSUMER;
import static org.lianji.terms.PartyRole.HUB;
import static org.lianji.terms.PartyRole.LEAD;
import static org.lianji.terms.PartyRole.PARTY;
import static org.lianji.terms.PartyRole.PROVIDER;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.terms.AgreementCode;
import org.lianji.terms.AgreementState;
import org.lianji.terms.Overseer;
import org.lianji.terms.PartyRole;
import org.lianji.terms.Terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life of an agreement, as a table: whose turn it is, by which role, from which states to which
 * one ({@code null}: it stays), whether it must be given in writing, and what else must hold. What
 * is not in the table is not allowed. A charity has no sharing unit: whoever speaks for it ends
 * what it has.
 */
public enum AgreementTransition {
    REQUEST(CONSUMER, Set.of(SHARING_UNIT), Set.of(), DRAFT, false, NONE),
    AMEND(CONSUMER, Set.of(SHARING_UNIT), Set.of(DRAFT), null, false, NONE),
    SIGN(CONSUMER, Set.of(SHARING_HEAD), Set.of(DRAFT), HEAD_SIGNED, false, NONE),
    SUBMIT(CONSUMER, Set.of(SHARING_UNIT), Set.of(HEAD_SIGNED), SUBMITTED, false, NONE),
    ASK_MATERIAL(
            PROVIDER, Set.of(SHARING_UNIT), Set.of(SUBMITTED), MORE_MATERIAL, true, MATERIAL_FREE),
    SUPPLY_MATERIAL(CONSUMER, Set.of(SHARING_UNIT), Set.of(MORE_MATERIAL), SUBMITTED, true, NONE),
    ASK_EXTENSION(PROVIDER, Set.of(SHARING_UNIT), Set.of(SUBMITTED), null, true, EXTENSION_FREE),
    GRANT_EXTENSION(LEAD, Set.of(SHARING_HEAD), Set.of(SUBMITTED), null, false, EXTENSION_ASKED),
    /** Recorded by the party that does not gain by it. */
    GOVERNMENT_EXTENSION(
            CONSUMER, Set.of(SHARING_HEAD), Set.of(SUBMITTED), null, true, EXTENSION_ASKED),
    PREPARE_APPROVAL(PROVIDER, Set.of(SHARING_UNIT), Set.of(SUBMITTED), null, false, UNPREPARED),
    APPROVE(PROVIDER, Set.of(SHARING_HEAD), Set.of(SUBMITTED), APPROVED, false, PREPARED),
    REFUSE(PROVIDER, Set.of(SHARING_HEAD), Set.of(SUBMITTED), REFUSED, true, NONE),
    DELIVER(PROVIDER, Set.of(SHARING_UNIT), Set.of(APPROVED), DELIVERED, false, NONE),
    CONFIRM_DELIVERY(CONSUMER, Set.of(SHARING_UNIT), Set.of(DELIVERED), ACTIVE, false, NONE),
    SUSPEND(
            PROVIDER,
            Set.of(SHARING_UNIT, SHARING_HEAD),
            Set.of(ACTIVE),
            SUSPENDED,
            true,
            SUSPENDABLE),
    RECTIFY(CONSUMER, Set.of(SHARING_UNIT), Set.of(SUSPENDED), RECTIFIED, true, NONE),
    RESUME(
            PROVIDER,
            Set.of(SHARING_UNIT, SHARING_HEAD),
            Set.of(SUSPENDED, RECTIFIED),
            ACTIVE,
            false,
            NONE),
    LIFT_SUSPENSION(LEAD, Set.of(SHARING_HEAD), Set.of(SUSPENDED, RECTIFIED), ACTIVE, true, NONE),
    /** Recorded by the party that does not gain by it. */
    GOVERNMENT_LIFT(
            PROVIDER, Set.of(SHARING_HEAD), Set.of(SUSPENDED, RECTIFIED), ACTIVE, true, NONE),
    END_SUSPENSION(HUB, Set.of(), Set.of(SUSPENDED, RECTIFIED), ACTIVE, false, NONE),
    PROPOSE_TERMINATION(
            PARTY,
            Set.of(SHARING_HEAD, CHARITY),
            Set.of(ACTIVE, SUSPENDED, RECTIFIED),
            null,
            true,
            TERMINATION_FREE),
    CONSENT_TO_TERMINATION(
            PARTY,
            Set.of(SHARING_HEAD, CHARITY),
            Set.of(ACTIVE, SUSPENDED, RECTIFIED),
            TERMINATED,
            false,
            PROPOSED_BY_THE_OTHER),
    END_PURPOSE(
            CONSUMER,
            Set.of(SHARING_UNIT, SHARING_HEAD, CHARITY),
            Set.of(ACTIVE, SUSPENDED, RECTIFIED),
            PURPOSE_ENDED,
            true,
            NONE),
    EXPIRE(HUB, Set.of(), Set.of(ACTIVE, SUSPENDED, RECTIFIED), EXPIRED, false, NONE),
    DISPOSE(
            CONSUMER,
            Set.of(SHARING_HEAD, CHARITY),
            Set.of(TERMINATED, EXPIRED, PURPOSE_ENDED),
            DISPOSED,
            true,
            NONE);

    private final PartyRole side;
    private final Set<Role> roles;
    private final Set<AgreementState> from;
    private final @Nullable AgreementState to;
    private final boolean written;
    private final Condition condition;

    AgreementTransition(
            PartyRole side,
            Set<Role> roles,
            Set<AgreementState> from,
            @Nullable AgreementState to,
            boolean written,
            Condition condition) {
        this.side = side;
        this.roles = roles;
        this.from = from;
        this.to = to;
        this.written = written;
        this.condition = condition;
    }

    PartyRole side() {
        return side;
    }

    Set<Role> roles() {
        return roles;
    }

    /** {@return whether a reason or a statement must be given} */
    public boolean written() {
        return written;
    }

    /** {@return the states it leaves from} */
    public Set<AgreementState> from() {
        return from;
    }

    /** {@return the state that an agreement in that state comes to} */
    public AgreementState after(AgreementState state) {
        return to == null ? state : to;
    }

    /** {@return why the caller may not do this now; empty where they may} */
    public Optional<AgreementCode> refusal(
            Agreement agreement, Caller caller, String lead, LocalDate today) {
        if (!side.has(caller, agreement.terms(), lead) || !held(caller)) {
            return Optional.of(AgreementCode.NOT_YOUR_TURN);
        }
        if (!from.contains(agreement.state())) {
            return Optional.of(AgreementCode.TRANSITION_NOT_ALLOWED);
        }
        if (agreement.terms().charity() && !ends()) {
            return Optional.of(AgreementCode.CHARITY_AGREEMENT);
        }
        boolean party = agreement.terms().hasParty(lead);
        if (side == LEAD && party) {
            return Optional.of(AgreementCode.LEAD_IS_PARTY);
        }
        if (overseer(lead, agreement.terms()) == Overseer.GOVERNMENT && this != SUSPEND && !party) {
            return Optional.of(AgreementCode.LEAD_DECIDES);
        }
        return condition.holds(agreement, caller.department(), today)
                ? Optional.empty()
                : Optional.of(condition.code());
    }

    /** {@return whether the caller has the role that it takes} */
    boolean held(Caller caller) {
        return roles.stream().anyMatch(caller::is);
    }

    /**
     * {@return who is above the parties in this: the lead department, unless it is one of them, for
     * nobody judges themself (政务数据共享条例 §§21, 27, 28); null where the parties act alone}
     */
    @Nullable Overseer overseer(String lead, Terms terms) {
        return switch (this) {
            case SUSPEND -> terms.hasParty(lead) ? Overseer.GOVERNMENT : Overseer.LEAD;
            case GRANT_EXTENSION, LIFT_SUSPENSION -> Overseer.LEAD;
            case GOVERNMENT_EXTENSION, GOVERNMENT_LIFT -> Overseer.GOVERNMENT;
            default -> null;
        };
    }

    /** {@return whether it leads to the end of an agreement, or to nothing} */
    private boolean ends() {
        return switch (this) {
            case REFUSE,
                    PROPOSE_TERMINATION,
                    CONSENT_TO_TERMINATION,
                    END_PURPOSE,
                    EXPIRE,
                    DISPOSE ->
                    true;
            case REQUEST,
                    AMEND,
                    SIGN,
                    SUBMIT,
                    ASK_MATERIAL,
                    SUPPLY_MATERIAL,
                    ASK_EXTENSION,
                    GRANT_EXTENSION,
                    GOVERNMENT_EXTENSION,
                    PREPARE_APPROVAL,
                    APPROVE,
                    DELIVER,
                    CONFIRM_DELIVERY,
                    SUSPEND,
                    RECTIFY,
                    RESUME,
                    LIFT_SUSPENSION,
                    GOVERNMENT_LIFT,
                    END_SUSPENSION ->
                    false;
        };
    }

    /** {@return what the caller may do with the agreement now} */
    public static List<AgreementTransition> open(
            Agreement agreement, Caller caller, String lead, LocalDate today) {
        return Stream.of(values())
                .filter(one -> one.refusal(agreement, caller, lead, today).isEmpty())
                .toList();
    }
}

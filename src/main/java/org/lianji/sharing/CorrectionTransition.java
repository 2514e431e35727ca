package org.lianji.sharing;

import static org.lianji.platform.Role.CITIZEN;
import static org.lianji.platform.Role.COUNTY_OFFICER;
import static org.lianji.platform.Role.SHARING_HEAD;
import static org.lianji.platform.Role.SHARING_UNIT;
import static org.lianji.platform.Role.SYSTEM;
import static org.lianji.platform.Role.TOWN_OFFICER;
import static org.lianji.sharing.CorrectionSide.LEAD;
import static org.lianji.sharing.CorrectionSide.OWNER;
import static org.lianji.sharing.CorrectionSide.PARTY;
import static org.lianji.sharing.CorrectionSide.RAISER;
import static org.lianji.sharing.CorrectionState.APPEALED;
import static org.lianji.sharing.CorrectionState.CORRECTED;
import static org.lianji.sharing.CorrectionState.DECIDED;
import static org.lianji.sharing.CorrectionState.DISPUTED;
import static org.lianji.sharing.CorrectionState.NEGOTIATED;
import static org.lianji.sharing.CorrectionState.RAISED;
import static org.lianji.sharing.CorrectionState.REFERRED;
import static org.lianji.sharing.CorrectionState.UPHELD;
import static org.lianji.sharing.CorrectionState.WITHDRAWN;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life of a correction, as a table: whose turn it is, by which role, from which states to which
 * one, and whether it must be given in writing. The answer is the owner's (政务数据共享条例 §26), and who
 * does not accept it negotiates, then asks the lead department, then the government (§28). What is
 * not in the table is not allowed.
 */
enum CorrectionTransition {
    RAISE(RAISER, Roles.SEE, Set.of(), RAISED, false),
    CORRECT(OWNER, Roles.UNIT, Set.of(RAISED), CORRECTED, false),
    UPHOLD(OWNER, Roles.UNIT, Set.of(RAISED), UPHELD, true),
    WITHDRAW(RAISER, Roles.RAISE, Set.of(RAISED, DISPUTED), WITHDRAWN, false),
    DISPUTE(RAISER, Roles.RAISE, Set.of(UPHELD), DISPUTED, true),
    NEGOTIATE(RAISER, Roles.RAISE, Set.of(DISPUTED), NEGOTIATED, true),
    REFER(PARTY, Roles.RAISE, Set.of(DISPUTED), REFERRED, true),
    DECIDE(LEAD, Set.of(SHARING_HEAD), Set.of(REFERRED), DECIDED, true),
    APPEAL(LEAD, Set.of(SHARING_HEAD), Set.of(REFERRED, DECIDED), APPEALED, true);

    /** Sets of roles that several rows share. */
    private static final class Roles {
        static final Set<Role> SEE = Set.of(SYSTEM, COUNTY_OFFICER, TOWN_OFFICER, CITIZEN);
        static final Set<Role> UNIT = Set.of(SHARING_UNIT);
        static final Set<Role> RAISE =
                Set.of(SYSTEM, COUNTY_OFFICER, TOWN_OFFICER, CITIZEN, SHARING_UNIT);
    }

    private final CorrectionSide side;
    private final Set<Role> roles;
    private final Set<CorrectionState> from;
    private final CorrectionState to;
    private final boolean written;

    CorrectionTransition(
            CorrectionSide side,
            Set<Role> roles,
            Set<CorrectionState> from,
            CorrectionState to,
            boolean written) {
        this.side = side;
        this.roles = roles;
        this.from = from;
        this.to = to;
        this.written = written;
    }

    CorrectionSide side() {
        return side;
    }

    Set<Role> roles() {
        return roles;
    }

    /** {@return the states it leaves from} */
    Set<CorrectionState> from() {
        return from;
    }

    /** {@return the state it leads to} */
    CorrectionState to() {
        return to;
    }

    /** {@return whether a reason or a statement must be given} */
    boolean written() {
        return written;
    }

    /** {@return why the caller may not do this now; empty where they may} */
    Optional<CorrectionCode> refusal(Correction correction, Caller caller, String lead) {
        if (!side.has(caller, correction, lead) || roles.stream().noneMatch(caller::is)) {
            return Optional.of(CorrectionCode.NOT_YOUR_TURN);
        }
        if (!from.contains(correction.state())) {
            return Optional.of(CorrectionCode.TRANSITION_NOT_ALLOWED);
        }
        return this == DECIDE && party(lead, correction)
                ? Optional.of(CorrectionCode.LEAD_IS_PARTY)
                : Optional.empty();
    }

    /** Nobody decides about themself; the government does (§28). */
    private static boolean party(String lead, Correction correction) {
        return lead.equals(correction.owner()) || lead.equals(correction.raiser().department());
    }

    /** {@return what the caller may do with the correction now} */
    static List<CorrectionTransition> open(Correction correction, Caller caller, String lead) {
        return Stream.of(values())
                .filter(one -> one.refusal(correction, caller, lead).isEmpty())
                .toList();
    }
}

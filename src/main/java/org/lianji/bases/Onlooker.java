package org.lianji.bases;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.util.Map;

/**
 * Which bases a caller sees: who opens bases their own, the sharing unit all of its department, a
 * head those that heads judge or sign, and who judges drawn emergencies these.
 *
 * @param caller who asks
 * @param judges whose drawn emergencies they judge, or none
 */
record Onlooker(Caller caller, ReviewDuty judges) {

    /** The condition on a basis {@code b}, with the values of {@link #values}. */
    static final String SEES =
            """
            ((b.department = $department AND ($unit OR ($opener AND b.client = $client)
                OR ($head AND (b.kind = 'EMERGENCY' OR b.hidingAskedAt IS NOT NULL OR b.confirmDue IS NOT NULL))))
              OR b.reviewer = $judges)
            """;

    /**
     * The condition that a basis {@code b} is answered to who asks for it by its identifier: one of
     * a flow's matter also to its parties as long as they are, to their sharing units, and to the
     * heads of all these; and any but emergencies to auditors.
     */
    static final String LOOKS_UP =
            """
            (%s
              OR ($auditor AND b.kind <> 'EMERGENCY')
              OR (b.matter IS NOT NULL AND (($head AND b.department = $department)
                OR EXISTS { (b)-[:PARTY]->(party:Party) WHERE party.department = $department
                  AND ($unit OR $head OR ($opener
                    AND (party.client IS NULL OR party.client = $client)
                    AND (party.role IS NULL OR party.role IN $roles)
                    AND (party.until IS NULL OR party.until > $now))) })))
            """
                    .formatted(SEES);

    /** Drawn emergencies that somebody judges. */
    enum ReviewDuty {
        NONE,
        LEAD,
        AUDITOR
    }

    /**
     * @param lead code of the lead department
     */
    static Onlooker of(Caller caller, String lead) {
        if (caller.is(Role.AUDITOR)) {
            return new Onlooker(caller, ReviewDuty.AUDITOR);
        }
        boolean leads = caller.is(Role.SHARING_HEAD) && caller.department().equals(lead);
        return new Onlooker(caller, leads ? ReviewDuty.LEAD : ReviewDuty.NONE);
    }

    /** {@return where to look for them: not all have those of other departments among them} */
    String from() {
        return judges == ReviewDuty.NONE
                ? "b.department = $department"
                : "(b.department = $department OR b.reviewer = $judges)";
    }

    Map<String, Object> values() {
        return Map.of(
                "department",
                caller.department(),
                "client",
                caller.client(),
                "unit",
                caller.is(Role.SHARING_UNIT),
                "head",
                caller.is(Role.SHARING_HEAD),
                "opener",
                caller.is(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER),
                "auditor",
                caller.is(Role.AUDITOR),
                "roles",
                caller.roles().stream().map(Role::name).toList(),
                "judges",
                judges.name());
    }

    /** {@return whether it is for who asks that its looks are hidden, and why} */
    boolean readsHiding(Basis basis) {
        return caller.department().equals(basis.department())
                || (basis.review() != null && judges(basis, basis.review().reviewer()));
    }

    /** {@return whether that reviewer is who asks} */
    boolean judges(Basis basis, Reviewer reviewer) {
        return switch (reviewer) {
            case HEAD ->
                    caller.is(Role.SHARING_HEAD) && caller.department().equals(basis.department());
            case LEAD -> judges == ReviewDuty.LEAD;
            case AUDITOR -> judges == ReviewDuty.AUDITOR;
        };
    }
}

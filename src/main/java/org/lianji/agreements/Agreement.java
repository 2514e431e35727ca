package org.lianji.agreements;

import org.lianji.clocks.Deadline;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.terms.AgreementProgress;
import org.lianji.terms.AgreementState;
import org.lianji.terms.PartyRole;
import org.lianji.terms.Terms;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A sharing agreement (共享协议): one department lets another, or a charity, see items of its
 * categories.
 *
 * @param id opaque
 * @param version grows with each change
 * @param state where it stands
 * @param terms what it is about
 * @param standing what else has happened to it
 * @param createdAt when it was first drafted
 * @param changedAt when it was last changed
 * @param deadlines its clocks
 */
public record Agreement(
        String id,
        long version,
        AgreementState state,
        Terms terms,
        AgreementProgress standing,
        ZonedDateTime createdAt,
        ZonedDateTime changedAt,
        List<Deadline> deadlines) {

    /** States in which it is the consumer's own affair. */
    public static final Set<AgreementState> DRAFTS =
            EnumSet.of(AgreementState.DRAFT, AgreementState.HEAD_SIGNED);

    public Agreement {
        deadlines = List.copyOf(deadlines);
    }

    boolean overdue(LocalDate today) {
        return deadlines.stream().anyMatch(deadline -> deadline.overdue(today));
    }

    /**
     * {@return whether the caller may know of it: the parties, the lead department, an auditor; of
     * what is not submitted yet, only whoever drafts it, and an auditor}
     */
    boolean visibleTo(Caller caller, String lead) {
        return caller.is(Role.AUDITOR)
                || (DRAFTS.contains(state)
                        ? PartyRole.CONSUMER.has(caller, terms, lead)
                        : PartyRole.PARTY.has(caller, terms, lead)
                                || PartyRole.LEAD.has(caller, terms, lead));
    }
}

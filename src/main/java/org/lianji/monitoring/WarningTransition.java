package org.lianji.monitoring;

import static org.lianji.monitoring.WarningSide.COUNTY;
import static org.lianji.monitoring.WarningSide.HANDLER;
import static org.lianji.monitoring.WarningSide.HUB;
import static org.lianji.monitoring.WarningSide.OFFICER;
import static org.lianji.monitoring.WarningSide.RECIPIENT;
import static org.lianji.monitoring.WarningState.CLAIMED;
import static org.lianji.monitoring.WarningState.CLOSED;
import static org.lianji.monitoring.WarningState.CONFIRMED;
import static org.lianji.monitoring.WarningState.DISPOSED;
import static org.lianji.monitoring.WarningState.FALSE_ALARM;
import static org.lianji.monitoring.WarningState.FED_BACK;
import static org.lianji.monitoring.WarningState.PUSHED;
import static org.lianji.monitoring.WarningState.RAISED;
import static org.lianji.monitoring.WarningState.VERIFYING;
import static org.lianji.monitoring.WarningState.WITHDRAWN;

import org.lianji.platform.Role;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The life of a warning (国办发〔2023〕39号 第四条): found by the hub, pushed down to who is near, claimed,
 * verified at the door, disposed of in one of four ways, and fed back.
 */
enum WarningTransition implements Transition<WarningState, Warning> {
    RAISE(turn(HUB).to(RAISED).starts(Warnings.CLAIM_CLOCK, one -> one.handler().department())),
    PUSH(turn(COUNTY).by(Roles.COUNTY).from(RAISED, PUSHED).to(PUSHED)),
    CLAIM(
            turn(OFFICER)
                    .by(Roles.OFFICERS)
                    .from(RAISED, PUSHED)
                    .to(CLAIMED)
                    .ends(Warnings.CLAIM_CLOCK)
                    .starts(Warnings.VERIFY_CLOCK, one -> one.handler().department())),
    HAND_BACK(
            turn(HANDLER)
                    .by(Roles.OFFICERS)
                    .from(CLAIMED, VERIFYING)
                    .to(PUSHED)
                    .inWriting()
                    .ends(Warnings.VERIFY_CLOCK)
                    .starts(Warnings.CLAIM_CLOCK, one -> one.handler().department())),
    /** Who took it on is away, or has not come to it: it is given to another. */
    RECALL(
            turn(COUNTY)
                    .by(Roles.COUNTY)
                    .from(CLAIMED, VERIFYING)
                    .to(PUSHED)
                    .inWriting()
                    .ends(Warnings.VERIFY_CLOCK)
                    .starts(Warnings.CLAIM_CLOCK, one -> one.handler().department())),
    /** Nobody in the township has taken it on in time. */
    ESCALATE(
            turn(HUB)
                    .from(RAISED, PUSHED)
                    .to(PUSHED)
                    .ends(Warnings.CLAIM_CLOCK)
                    .starts(Warnings.CLAIM_CLOCK, one -> one.handler().department())),
    VERIFY(turn(HANDLER).by(Roles.OFFICERS).from(CLAIMED).to(VERIFYING).as("beginVerification")),
    DISMISS(
            turn(HANDLER)
                    .by(Roles.OFFICERS)
                    .from(VERIFYING)
                    .to(FALSE_ALARM)
                    .inWriting()
                    .ends(Warnings.VERIFY_CLOCK)),
    CONFIRM(
            turn(HANDLER)
                    .by(Roles.OFFICERS)
                    .from(VERIFYING)
                    .to(CONFIRMED)
                    .inWriting()
                    .ends(Warnings.VERIFY_CLOCK)
                    .starts(Warnings.DISPOSE_CLOCK, one -> one.handler().department())
                    .as("confirmWarning")),
    DISPOSE(turn(HANDLER).by(Roles.OFFICERS).from(CONFIRMED).to(DISPOSED).inWriting()),
    FEED_BACK(
            turn(RECIPIENT)
                    .by(Roles.OFFICERS)
                    .from(DISPOSED)
                    .to(FED_BACK)
                    .inWriting()
                    .ends(Warnings.DISPOSE_CLOCK)
                    .as("feedBackWarning")),
    CLOSE(turn(HANDLER).by(Roles.OFFICERS).from(FED_BACK).to(CLOSED).as("closeWarning")),
    /** Its facts are not there any more. */
    WITHDRAW(
            turn(HUB)
                    .from(RAISED, PUSHED, CLAIMED, VERIFYING)
                    .to(WITHDRAWN)
                    .ends(Warnings.CLAIM_CLOCK, Warnings.VERIFY_CLOCK));

    /** Roles that several rows share. */
    private static final class Roles {
        static final Role[] OFFICERS = {Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER};
        static final Role[] COUNTY = {Role.SYSTEM, Role.COUNTY_OFFICER};
    }

    private final Row<WarningState, Warning> row;

    WarningTransition(Row<WarningState, Warning> row) {
        this.row = row;
    }

    private static Row<WarningState, Warning> turn(WarningSide side) {
        return Row.turn(side);
    }

    @Override
    public Row<WarningState, Warning> row() {
        return row;
    }
}

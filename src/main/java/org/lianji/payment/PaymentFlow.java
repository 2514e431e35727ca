package org.lianji.payment;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.database.Fragment;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sheets in the graph, and what a step does to their lines. */
@Component
final class PaymentFlow implements Flow<PaymentState, PaymentTransition, PaymentSheet> {

    private final PaymentLedger ledger;

    PaymentFlow(PaymentLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Class<PaymentState> states() {
        return PaymentState.class;
    }

    @Override
    public Class<PaymentTransition> table() {
        return PaymentTransition.class;
    }

    @Override
    public Class<PaymentSheet> matter() {
        return PaymentSheet.class;
    }

    @Override
    public char letter() {
        return 'Y';
    }

    @Override
    public Code notFound() {
        return PaymentCode.PAYMENT_NOT_FOUND;
    }

    /** Officers of the leading department in the township and its county. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        return actor.leads() && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? MatterPlaces.within("region", caller.region())
                : Fragment.FALSE;
    }

    @Override
    public String linked() {
        return """
        , total: reduce(sum = 0, amount IN [(m)-[:HAS]->(l:PaymentLine) | l.amount] | sum + amount)
        , returnedTotal: reduce(sum = 0, amount IN [(m)-[:HAS]->(l:PaymentLine) WHERE l.result = 'RETURNED' | l.amount] | sum + amount)
        """;
    }

    @Override
    public void taken(Actor actor, PaymentTransition step, PaymentSheet after) {
        switch (step) {
            case DRAW_UP -> write(after);
            case APPROVE, SEND -> requireUnchanged(after);
            case CANCEL -> ledger.release(after.id());
            default -> {}
        }
    }

    private void write(PaymentSheet sheet) {
        ledger.lock(sheet.township());
        List<PaymentLine> lines = ledger.due(sheet.township(), sheet.months());
        if (lines.isEmpty()) {
            throw new Problem(PaymentCode.PAYMENT_NOTHING_DUE);
        }
        ledger.write(sheet.id(), lines);
    }

    /** What was decided or happened since must not be paid over. */
    private void requireUnchanged(PaymentSheet sheet) {
        Map<String, Entitlement> now =
                ledger.entitlements(sheet.township()).stream()
                        .collect(Collectors.toMap(Entitlement::caseId, Function.identity()));
        boolean changed =
                ledger.lines(sheet.id()).stream()
                        .anyMatch(line -> !holds(now.get(line.caseId()), line));
        if (changed) {
            throw new Problem(PaymentCode.PAYMENT_CHANGED);
        }
    }

    private static boolean holds(@Nullable Entitlement one, PaymentLine line) {
        return one == null ? line.amount() == 0 : one.gives(line);
    }

    @Override
    public Entry entry(Actor actor, Reason stated, PaymentTransition step, PaymentSheet after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                "A",
                null,
                List.of(),
                List.of(),
                ledger.payees(after.id()),
                Digests.hex(after.stepText(step)),
                null);
    }
}

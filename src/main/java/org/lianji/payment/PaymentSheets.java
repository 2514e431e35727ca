package org.lianji.payment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.TransitionInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Sheets: drawn up from what was decided, approved by another, sent, and reconciled. */
@Component
final class PaymentSheets {

    private static final int TOWNSHIP = 9;
    private static final int COUNTY = 6;

    private final Procedures<PaymentState, PaymentTransition, PaymentSheet> matters;
    private final PaymentLedger ledger;
    private final Regions regions;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PaymentSheets(
            PaymentFlow flow,
            ProcedureKernel kernel,
            PaymentLedger ledger,
            Regions regions,
            TransactionTemplate transactions,
            Clock clock) {
        this.matters = kernel.of(flow);
        this.ledger = ledger;
        this.regions = regions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * {@return a sheet of all that is due in the township and stands on none yet}
     *
     * @param month this one or the last
     * @throws Problem PAYMENT_PLACE, PAYMENT_MONTH, PAYMENT_NOTHING_DUE
     */
    PaymentSheet drawUp(MutationCall call, Reason stated, String township, String month) {
        List<String> places = places(call.caller(), township);
        YearMonth last = payable(month);
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            ledger.lock(township);
                            return drawUp(call, stated, places, last);
                        }));
    }

    private PaymentSheet drawUp(
            MutationCall call, Reason stated, List<String> places, YearMonth month) {
        List<PaymentLine> lines = ledger.due(places.getFirst(), PaymentSheet.months(month));
        return matters.begin(
                call,
                stated,
                PaymentTransition.DRAW_UP,
                null,
                begun ->
                        new PaymentSheet(
                                begun,
                                places,
                                month.toString(),
                                new PaymentSheet.Draft(
                                        call.caller().client(),
                                        lines.size(),
                                        lines.stream().mapToLong(PaymentLine::amount).sum()),
                                PaymentSheet.ReturnTotal.NONE));
    }

    private List<String> places(Caller caller, String township) {
        if (!regions.exists(township) || !township.equals(Regions.above(township, TOWNSHIP))) {
            throw new Problem(PaymentCode.PAYMENT_PLACE);
        }
        String county = Regions.above(township, COUNTY);
        if (township.equals(county) || !county.equals(caller.region())) {
            throw new Problem(PaymentCode.PAYMENT_PLACE);
        }
        return Regions.upToCounty(township);
    }

    private YearMonth payable(String month) {
        YearMonth now = YearMonth.now(clock);
        return Stream.of(now, now.minusMonths(1))
                .filter(one -> one.toString().equals(month))
                .findFirst()
                .orElseThrow(() -> new Problem(PaymentCode.PAYMENT_MONTH));
    }

    /** {@return the sheet, with what the bank said of each line} */
    PaymentSheet reconcile(MutationCall call, Reason stated, TransitionInput step, String file) {
        return matters.take(
                call,
                stated,
                PaymentTransition.RECONCILE,
                step,
                sheet -> {
                    List<PaymentLine> answered = BankAnswers.read(file, ledger.lines(sheet.id()));
                    ledger.answer(sheet.id(), answered);
                    List<PaymentLine> back =
                            answered.stream()
                                    .filter(line -> line.result() == PaymentResult.RETURNED)
                                    .toList();
                    return sheet.with(
                            new PaymentSheet.ReturnTotal(
                                    back.size(),
                                    back.stream().mapToLong(PaymentLine::amount).sum()));
                });
    }

    Optional<PaymentSheet> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<PaymentSheet> listing(
            Caller caller, @Nullable PaymentState state, @Nullable String region) {
        return matters.listing(caller, Procedures.within(region), state);
    }
}

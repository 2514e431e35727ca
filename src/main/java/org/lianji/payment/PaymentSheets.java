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

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sheets: drawn up from what was decided, approved by another, sent, and reconciled. */
@Component
final class PaymentSheets {

    private final Procedures<PaymentState, PaymentTransition, PaymentSheet> matters;
    private final PaymentLedger ledger;
    private final Regions regions;
    private final Clock clock;

    PaymentSheets(
            PaymentFlow flow,
            ProcedureKernel kernel,
            PaymentLedger ledger,
            Regions regions,
            Clock clock) {
        this.matters = kernel.of(flow);
        this.ledger = ledger;
        this.regions = regions;
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
        YearMonth payable = payable(month);
        return newest(
                matters.begin(
                        call,
                        stated,
                        PaymentTransition.DRAW_UP,
                        null,
                        begun ->
                                new PaymentSheet(
                                        begun,
                                        places,
                                        payable.toString(),
                                        call.caller().client(),
                                        0,
                                        0)));
    }

    /** With what its lines come to. */
    private PaymentSheet newest(PaymentSheet sheet) {
        return matters.find(sheet.id()).orElse(sheet);
    }

    private List<String> places(Caller caller, String township) {
        if (!regions.exists(township) || !township.equals(Regions.township(township))) {
            throw new Problem(PaymentCode.PAYMENT_PLACE);
        }
        String county = Regions.county(township);
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
        return newest(
                matters.take(
                        call,
                        stated,
                        PaymentTransition.RECONCILE,
                        step,
                        sheet -> {
                            ledger.answer(
                                    sheet.id(), BankAnswers.read(file, ledger.lines(sheet.id())));
                            return sheet;
                        }));
    }

    Optional<PaymentSheet> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<PaymentSheet> listing(
            Caller caller, @Nullable PaymentState state, @Nullable String region) {
        return matters.listing(caller, Procedures.within(region), state);
    }
}

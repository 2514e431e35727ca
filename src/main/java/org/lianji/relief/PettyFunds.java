package org.lianji.relief;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Petty funds: the county opens them and tops them up, relief alone spends them, both count the
 * cash, and the county reconciles each month. None has ever less than nothing in it.
 */
@Component
final class PettyFunds {

    private static final int MOST_MOVEMENTS = 200;
    private static final long MONTH = -1;

    private final FundStore store;
    private final ReliefInput input;
    private final MutationKeys keys;
    private final SealedTexts texts;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    PettyFunds(
            FundStore store,
            ReliefInput input,
            MutationKeys keys,
            SealedTexts texts,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.input = input;
        this.keys = keys;
        this.texts = texts;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /** {@return the fund, for officers of its township and its county} */
    Optional<PettyFund> find(Caller caller, String region) {
        boolean near =
                caller.department().equals(lead)
                        && (caller.is(Role.TOWN_OFFICER) && caller.region().equals(region)
                                || caller.is(Role.COUNTY_OFFICER)
                                        && input.isTownshipOf(caller, region));
        return near ? store.find(region) : Optional.empty();
    }

    private PettyFund known(Caller caller, String region) {
        return find(caller, region).orElseThrow(() -> new Problem(ReliefCode.FUND_NOT_FOUND));
    }

    /** {@return the fund, opened with an amount} */
    PettyFund open(MutationCall call, String region, String amount, @Nullable String note) {
        if (!call.caller().department().equals(lead)
                || !input.isTownshipOf(call.caller(), region)) {
            throw new Problem(ReliefCode.FUND_REGION);
        }
        long fen = input.amount(amount);
        String why = Texts.optional("note", note);
        try {
            return once(
                    call,
                    region,
                    () -> {
                        store.open(region, now());
                        move(call.caller(), region, FundMovement.Kind.OPENED, fen, null, why);
                    });
        } catch (DataIntegrityViolationException e) {
            throw new Problem(ReliefCode.FUND_EXISTS);
        }
    }

    /** {@return the fund, with more in it} */
    PettyFund topUp(MutationCall call, String region, String amount, @Nullable String note) {
        known(call.caller(), region);
        long fen = input.amount(amount);
        String why = Texts.optional("note", note);
        return once(
                call,
                region,
                () -> move(call.caller(), region, FundMovement.Kind.TOPPED_UP, fen, null, why));
    }

    /** {@return the fund, whose cash was counted; what the books say stays} */
    PettyFund count(MutationCall call, String region, String cash, @Nullable String note) {
        known(call.caller(), region);
        long fen = input.cash(cash);
        String why = Texts.optional("note", note);
        return once(
                call,
                region,
                () -> move(call.caller(), region, FundMovement.Kind.COUNTED, 0, fen, why));
    }

    /**
     * {@return the fund, whose books follow the cash that was counted last; no relief is paid out
     * of cash that is not there}
     *
     * @throws Problem FUND_NOT_ADJUSTED where nothing was counted last, it is what the books say,
     *     or the caller counted it; TEXT_MISSING where nobody says why
     */
    PettyFund adjust(MutationCall call, String region, @Nullable String note) {
        known(call.caller(), region);
        String why = Texts.required("note", note);
        return once(
                call,
                region,
                () -> {
                    store.lock(region);
                    FundMovement last = store.movements(region).getLast();
                    long difference = last.cash() == null ? 0 : last.cash() - last.balance();
                    if (difference == 0 || last.client().equals(call.caller().client())) {
                        throw new Problem(ReliefCode.FUND_NOT_ADJUSTED);
                    }
                    move(call.caller(), region, FundMovement.Kind.ADJUSTED, difference, null, why);
                });
    }

    /**
     * Takes what a case gives out of the fund of its township, in the transaction of the case.
     *
     * @throws Problem FUND_TOO_LOW where there is too little in it
     */
    void spend(Caller worker, ReliefCase relief) {
        if (relief.help().latest() instanceof Long fen) {
            String region = relief.found().township();
            write(
                    worker,
                    region,
                    new FundMovement(
                            0,
                            FundMovement.Kind.SPENT,
                            -fen,
                            0,
                            null,
                            now(),
                            worker.client(),
                            null,
                            relief.id(),
                            relief.help().parts()));
        }
    }

    private void move(
            Caller caller,
            String region,
            FundMovement.Kind kind,
            long change,
            @Nullable Long cash,
            @Nullable String note) {
        write(
                caller,
                region,
                new FundMovement(
                        0,
                        kind,
                        change,
                        0,
                        cash,
                        now(),
                        caller.client(),
                        sealed(region, 0, note),
                        null,
                        null));
    }

    private void write(Caller caller, String region, FundMovement movement) {
        long number =
                store.move(region, movement)
                        .orElseThrow(() -> new Problem(ReliefCode.FUND_TOO_LOW));
        enter(caller, String.join(" ", region, Long.toString(number), movement.kind().name()));
    }

    private void enter(Caller caller, String what) {
        chain.join(ReliefEntries.of(caller, Kind.WRITE, null, null, what));
    }

    /**
     * {@return the fund, with a month that the county has reconciled}
     *
     * @param month such as 2026-11
     */
    PettyFund reconcile(MutationCall call, String region, String month, @Nullable String note) {
        known(call.caller(), region);
        String why = Texts.optional("note", note);
        try {
            return once(
                    call,
                    region,
                    () -> {
                        store.reconcile(region, month(call.caller(), region, ended(month), why));
                        enter(call.caller(), region + " " + month);
                    });
        } catch (DataIntegrityViolationException e) {
            throw new Problem(ReliefCode.FUND_MONTH);
        }
    }

    private YearMonth ended(String month) {
        try {
            YearMonth given = YearMonth.parse(month);
            if (given.isBefore(YearMonth.now(clock))) {
                return given;
            }
        } catch (DateTimeException e) {
            throw new Problem(ReliefCode.FUND_MONTH);
        }
        throw new Problem(ReliefCode.FUND_MONTH);
    }

    private FundMonth month(Caller caller, String region, YearMonth month, @Nullable String note) {
        List<FundMovement> movements = store.movements(region);
        if (movements.stream().allMatch(one -> of(one).isAfter(month))) {
            throw new Problem(ReliefCode.FUND_MONTH);
        }
        FundMovement count =
                movements.stream()
                        .filter(one -> one.cash() != null && of(one).isAfter(month))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ReliefCode.FUND_NOT_COUNTED));
        long cash = count.cash() == null ? 0 : count.cash();
        if (cash != count.balance() && note == null && !adjusted(count, movements)) {
            throw new Problem(ReliefCode.FUND_DIFFERENCE);
        }
        long opening = sum(movements.stream().filter(one -> of(one).isBefore(month)).toList());
        List<FundMovement> within =
                movements.stream().filter(one -> of(one).equals(month)).toList();
        long spent = -sum(of(within, FundMovement.Kind.SPENT));
        long adjusted = sum(of(within, FundMovement.Kind.ADJUSTED));
        long toppedUp = sum(within) + spent - adjusted;
        return new FundMonth(
                month.toString(),
                opening,
                toppedUp,
                spent,
                adjusted,
                opening + sum(within),
                cash,
                cash - count.balance(),
                now(),
                caller.client(),
                sealed(region, MONTH, note));
    }

    /** Whoever let the books follow the count has said why. */
    private static boolean adjusted(FundMovement count, List<FundMovement> movements) {
        return movements.stream()
                .filter(one -> one.number() == count.number() + 1)
                .anyMatch(one -> one.kind() == FundMovement.Kind.ADJUSTED);
    }

    private static List<FundMovement> of(List<FundMovement> some, FundMovement.Kind kind) {
        return some.stream().filter(one -> one.kind() == kind).toList();
    }

    private YearMonth of(FundMovement movement) {
        return YearMonth.from(movement.at().withZoneSameInstant(clock.getZone()));
    }

    private static long sum(List<FundMovement> some) {
        return some.stream().mapToLong(FundMovement::change).sum();
    }

    private PettyFund once(MutationCall call, String region, Runnable work) {
        writing.executeWithoutResult(
                _ -> {
                    if (keys.earlier(call, region).isEmpty()) {
                        work.run();
                    }
                });
        return known(call.caller(), region);
    }

    /** {@return what was done with it, the newest first, and why} */
    List<FundMovement> movements(PettyFund fund, int most) {
        return store.movements(fund.region()).reversed().stream()
                .limit(Math.clamp(most, 1, MOST_MOVEMENTS))
                .map(one -> one.noted(opened(fund.region(), 0, one.note())))
                .toList();
    }

    /** {@return the months that were reconciled, the newest first} */
    List<FundMonth> months(PettyFund fund) {
        return store.months(fund.region()).reversed().stream()
                .map(one -> one.noted(opened(fund.region(), MONTH, one.note())))
                .toList();
    }

    private @Nullable String opened(String region, long place, @Nullable String note) {
        return texts.open(PettyFund.class, region, place, note);
    }

    private @Nullable String sealed(String region, long place, @Nullable String note) {
        return note == null ? null : texts.close(PettyFund.class, region, place, note);
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }
}

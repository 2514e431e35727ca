package org.lianji.relief;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Progress;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.lianji.texts.PlainText;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Relief cases: reported, helped, completed, ended. */
@Component
final class Reliefs {

    /** Until the help is given. */
    static final String GIVE_CLOCK = "RELIEF_GIVE";

    /** Until the papers are complete. */
    static final String PAPERS_CLOCK = "RELIEF_PAPERS";

    /** The department that leads, and answers for the clocks. */
    static final String RESPONSIBLE = "MZ";

    private static final int LONGEST_GOODS = 100;
    private static final int RANDOM_DIGITS = 10;

    private final Procedures<ReliefState, ReliefTransition, ReliefCase> matters;
    private final ReliefInput input;
    private final ReliefLimits limits;
    private final People people;
    private final ReliefPapers papers;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    Reliefs(
            ReliefFlow flow,
            ProcedureKernel kernel,
            ReliefInput input,
            ReliefLimits limits,
            People people,
            ReliefPapers papers,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.matters = kernel.of(flow);
        this.input = input;
        this.limits = limits;
        this.people = people;
        this.papers = papers;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * What a worker reports.
     *
     * @param idNumber of the person, or
     * @param description of somebody without identity
     * @param secondWorker account of the other worker
     */
    record Finding(
            String region,
            ReliefCase.Cause cause,
            String foundAt,
            @Nullable String idNumber,
            @Nullable String description,
            String secondWorker) {}

    /** {@return the case, for the second worker to give the help} */
    ReliefCase open(MutationCall call, Reason stated, Finding said) {
        Caller caller = call.caller();
        if (!caller.department().equals(lead)) {
            throw new Problem(ReliefCode.RELIEF_PLACE);
        }
        List<String> places = input.places(caller, said.region());
        ZonedDateTime foundAt = input.at(said.foundAt(), "foundAt", null);
        ReliefCase.Workers workers =
                new ReliefCase.Workers(
                        caller.client(), input.another(caller.client(), said.secondWorker()), null);
        String description = Texts.optional("description", said.description());
        if ((said.idNumber() == null) == (description == null)) {
            throw new Problem(ReliefCode.WHOM);
        }
        Identity identity = said.idNumber() == null ? null : input.identity(said.idNumber());
        return written(
                () ->
                        matters.begin(
                                call,
                                stated,
                                ReliefTransition.OPEN,
                                null,
                                begun ->
                                        new ReliefCase(
                                                begun,
                                                new ReliefCase.Found(places, said.cause(), foundAt),
                                                about(begun, identity, description),
                                                workers,
                                                ReliefCase.Help.NONE,
                                                ReliefCase.Cap.NONE,
                                                false,
                                                null,
                                                ReliefCase.Papers.NONE,
                                                null)));
    }

    private ReliefCase.About about(
            Progress<ReliefState> begun,
            @Nullable Identity identity,
            @Nullable String description) {
        return identity != null
                ? new ReliefCase.About(null, null, null, null, null, token(identity), List.of())
                : new ReliefCase.About(
                        temporaryNo(),
                        papers.describe(begun.id(), Objects.requireNonNull(description)),
                        null,
                        null,
                        null,
                        null,
                        List.of());
    }

    /** Somebody from anywhere is helped, whether the library knows them or not. */
    private String token(Identity identity) {
        people.ensure(List.of(identity));
        return people.of(identity.number()).orElseThrow();
    }

    private String temporaryNo() {
        return "LS"
                + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE)
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .substring(0, RANDOM_DIGITS)
                        .toUpperCase(Locale.ROOT);
    }

    private ReliefCase written(Supplier<ReliefCase> work) {
        return Objects.requireNonNull(writing.execute(_ -> work.get()));
    }

    /** What the second worker gives. */
    record Help(@Nullable String amount, @Nullable String goods, @Nullable String givenAt) {}

    /** {@return the case, whose papers are due} */
    ReliefCase give(MutationCall call, Reason stated, TransitionInput step, Help said) {
        Long amount = said.amount() == null ? null : input.amount(said.amount());
        String goods = Texts.optional("goods", said.goods());
        if (amount == null && goods == null
                || goods != null && PlainText.length(goods) > LONGEST_GOODS) {
            throw new Problem(ReliefCode.HELP);
        }
        try {
            ReliefCase given =
                    matters.take(
                            call,
                            stated,
                            ReliefTransition.GIVE,
                            step,
                            one -> limits.given(one, step.note(), amount, goods, said.givenAt()));
            return matters.find(given.id()).orElse(given);
        } catch (DataIntegrityViolationException e) {
            told(call.caller(), step.id());
            throw new Problem(ReliefCode.RELIEF_GIVEN_BEFORE);
        }
    }

    /** That somebody had help before is told by the refusal, and the person reads that it was. */
    private void told(Caller caller, String id) {
        matters.find(caller, id)
                .map(
                        one ->
                                ReliefEntries.of(
                                        caller,
                                        Kind.DENIAL,
                                        one.about().person(),
                                        one.basis(),
                                        id + " given before"))
                .ifPresent(entry -> chain.append(List.of(entry)));
    }

    /** {@return the case, of which the county lets more be given, in all} */
    ReliefCase approve(MutationCall call, Reason stated, TransitionInput step, String amount) {
        long fen = input.amount(amount);
        return matters.take(
                call,
                stated,
                ReliefTransition.ALLOW_MORE,
                step,
                one -> limits.approved(one, fen, call.caller()));
    }

    /** {@return the case, of which another part was paid} */
    ReliefCase pay(MutationCall call, Reason stated, TransitionInput step, String amount) {
        long fen = input.amount(amount);
        return matters.take(
                call, stated, ReliefTransition.PAY_PART, step, one -> limits.paid(one, fen));
    }

    /**
     * {@return the case, with another second worker, who is neither who reported it nor who lets
     * the person have help once more}
     */
    ReliefCase nameSecond(MutationCall call, Reason stated, TransitionInput step, String account) {
        String before =
                find(call.caller(), step.id()).map(one -> one.workers().second()).orElse("");
        return matters.take(
                call,
                stated,
                ReliefTransition.NAME_SECOND,
                new TransitionInput(
                        step.id(),
                        step.version(),
                        "%s → %s：%s"
                                .formatted(before, account, Texts.required("note", step.note()))),
                one -> one.by(other(one, account)));
    }

    private ReliefCase.Workers other(ReliefCase relief, String account) {
        ReliefCase.Workers workers = relief.workers();
        String second = input.another(workers.opener(), account);
        if (second.equalsIgnoreCase(workers.second())) {
            throw new Problem(ReliefCode.SECOND_WORKER);
        }
        if (second.equalsIgnoreCase(workers.allowedBy())
                || second.equalsIgnoreCase(relief.cap().approvedBy())) {
            throw new Problem(ReliefCode.OWN_EXCEPTION);
        }
        return new ReliefCase.Workers(workers.opener(), second, workers.allowedBy());
    }

    /**
     * {@return the case, of somebody who is known by now, or of whom the first of two has said who
     * they are} That they had help for the same cause before may show only then, and the case says
     * so.
     *
     * @throws Problem IDENTITY_DIFFERS where another officer has said another number
     */
    ReliefCase identify(MutationCall call, Reason stated, TransitionInput step, String idNumber) {
        Identity identity = input.identity(idNumber);
        Caller caller = call.caller();
        if (matters.find(caller, step.id()).filter(one -> one.firstSays(caller)).isPresent()) {
            return matters.take(
                    call,
                    stated,
                    ReliefTransition.SAY_WHO,
                    step,
                    one -> one.of(one.about().said(identity.hash(), caller)));
        }
        try {
            return identified(call, stated, step, identity, false);
        } catch (DataIntegrityViolationException e) {
            return identified(call, stated, step, identity, true);
        }
    }

    private ReliefCase identified(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            Identity identity,
            boolean again) {
        ReliefCase known =
                matters.take(
                        call,
                        stated,
                        ReliefTransition.IDENTIFY,
                        step,
                        one -> {
                            one.about().require(identity.hash());
                            ReliefCase with =
                                    one.of(
                                            one.about()
                                                    .named(
                                                            token(identity),
                                                            alone(call.caller(), one)));
                            return again ? with.allowedAgain() : with;
                        });
        return matters.find(known.id()).orElse(known);
    }

    /** {@return who names the person and gives the help as well; null where two have acted} */
    private static @Nullable String alone(Caller caller, ReliefCase before) {
        return before.state() == ReliefState.REPORTED
                        && caller.client().equals(before.workers().second())
                ? caller.client()
                : null;
    }

    /** {@return the case, for which the county lets the person have help once more this year} */
    ReliefCase allowAgain(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(
                call,
                stated,
                ReliefTransition.ALLOW_AGAIN,
                step,
                one ->
                        one.allowedAgain()
                                .by(
                                        new ReliefCase.Workers(
                                                one.workers().opener(),
                                                one.workers().second(),
                                                call.caller().client())));
    }

    /** {@return the case, whose papers are complete} */
    ReliefCase complete(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            List<ReliefPapers.PaperInput> received) {
        return matters.take(
                call,
                stated,
                ReliefTransition.COMPLETE_PAPERS,
                step,
                papers.received(step.id(), received));
    }

    /** {@return the case, ended; the person goes on to what is named} */
    ReliefCase refer(MutationCall call, Reason stated, TransitionInput step, String where) {
        return matters.take(call, stated, ReliefTransition.REFER, step, one -> one.referred(where));
    }

    /** {@return the case, ended without more} */
    ReliefCase close(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(call, stated, ReliefTransition.CLOSE, step, ReliefCase::closed);
    }

    Optional<ReliefCase> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<ReliefCase> listing(
            Caller caller, @Nullable ReliefState state, @Nullable String region) {
        return matters.listing(caller, Procedures.within(region), state);
    }
}

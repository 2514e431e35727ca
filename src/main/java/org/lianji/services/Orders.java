package org.lianji.services;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.bases.BasisRegistry;
import org.lianji.charity.CharityStaff;
import org.lianji.charity.HelpKind;
import org.lianji.clocks.LastDay;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.HouseholdNames;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Orders: made by officers, opened by the person, carried out by their provider. */
@Component
final class Orders {

    /** Places of the order's own sealed texts. */
    private static final long NAME = 0;

    private static final long PHONE = -1;
    private static final long ADDRESS = -2;
    private static final long TASK = -3;
    private static final int LONGEST = 100;
    private static final int MOST_STARS = 5;

    private final Procedures<OrderState, OrderTransition, ServiceOrder> matters;
    private final ProcedureKernel kernel;
    private final NeedAssessments assessments;
    private final Contracts contracts;
    private final ServiceSubjects subjects;
    private final BasisRegistry bases;
    private final SealedTexts texts;
    private final HouseholdNames names;
    private final AuditLog chain;
    private final Clock clock;
    private final CharityStaff staff;
    private final TransactionTemplate writing;

    Orders(
            OrderFlow flow,
            ProcedureKernel kernel,
            NeedAssessments assessments,
            Contracts contracts,
            ServiceSubjects subjects,
            BasisRegistry bases,
            SealedTexts texts,
            HouseholdNames names,
            AuditLog chain,
            Clock clock,
            CharityStaff staff,
            PlatformTransactionManager transactions) {
        this.matters = kernel.of(flow);
        this.kernel = kernel;
        this.assessments = assessments;
        this.contracts = contracts;
        this.subjects = subjects;
        this.bases = bases;
        this.texts = texts;
        this.names = names;
        this.chain = chain;
        this.clock = clock;
        this.staff = staff;
        this.writing = new TransactionTemplate(transactions);
    }

    /** Whom the provider serves, as the person lets them know, and what is to be done. */
    record Recipient(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String task) {}

    /** What is to be done, for whom and by whom. */
    record Request(
            @Nullable String assessment,
            @Nullable String basis,
            @Nullable String person,
            @Nullable String contract,
            @Nullable String volunteers,
            HelpKind kind,
            int units,
            String task,
            String until,
            @Nullable String note) {}

    /**
     * {@return an order, of which its provider knows nothing yet}
     *
     * @throws Problem SERVED_ALREADY where they have such help, and nobody says why
     */
    ServiceOrder order(MutationCall call, Reason stated, Request said) {
        String why = Texts.optional("note", said.note());
        return Objects.requireNonNull(
                writing.execute(
                        _ -> {
                            ServiceOrder order = ordered(call, stated, said, why);
                            require(
                                    why != null || !subjects.helped(order),
                                    ServiceCode.SERVED_ALREADY);
                            return order;
                        }));
    }

    private ServiceOrder ordered(
            MutationCall call, Reason stated, Request said, @Nullable String why) {
        Caller caller = call.caller();
        require(kernel.actor(caller).leads(), ServiceCode.SERVICE_LEAD);
        require(said.kind().form() == HelpKind.HelpForm.SERVICE, ServiceCode.SERVICE_KIND);
        require(
                said.units() >= 1 && said.units() <= ServiceOrder.MOST_UNITS,
                ServiceCode.ORDER_UNITS);
        LocalDate until = LastDay.of(said.until(), LocalDate.now(clock), ServiceCode.ORDER_DAY);
        String task = Texts.required("task", said.task());
        String provider = provider(caller, said);
        Subject subject = subject(caller, said);
        return matters.begin(
                call,
                stated,
                OrderTransition.ORDER,
                why,
                begun ->
                        new ServiceOrder(
                                begun,
                                subject.person(),
                                subject.places(),
                                new ServiceOrder.Work(
                                        said.assessment(),
                                        said.basis(),
                                        said.contract(),
                                        provider,
                                        said.kind(),
                                        said.units(),
                                        texts.close(ServiceOrder.class, begun.id(), TASK, task),
                                        until,
                                        caller.client()),
                                ServiceOrder.Consent.NONE,
                                null,
                                ServiceOrder.Delivery.NONE,
                                null,
                                null,
                                Spokespeople.NOBODY,
                                new ServiceSide.Around(kernel.actor(caller).lead(), List.of())));
    }

    /** A contract, or volunteers. */
    private String provider(Caller caller, Request said) {
        require(
                (said.contract() == null) != (said.volunteers() == null),
                ServiceCode.ORDER_PROVIDER);
        return said.contract() == null
                ? Objects.requireNonNull(said.volunteers())
                : contracts.provider(caller, said.contract(), said.kind());
    }

    private record Subject(String person, List<String> places) {}

    /** No order without an assessment that stands, or a case. */
    private Subject subject(Caller caller, Request said) {
        if (said.assessment() instanceof String assessment
                && said.basis() == null
                && said.person() == null) {
            NeedAssessment found =
                    assessments
                            .find(caller, assessment)
                            .filter(one -> one.state() == AssessmentState.ASSESSED)
                            .orElseThrow(() -> new Problem(ServiceCode.ASSESSMENT_NOT_FOUND));
            return new Subject(found.person(), found.places());
        }
        if (said.assessment() == null
                && said.basis() instanceof String basis
                && said.person() instanceof String person) {
            return new Subject(person, subjects.ofCase(caller, basis, person));
        }
        throw new Problem(ServiceCode.ORDER_REASON);
    }

    /** {@return the order, open to its provider for what is named} */
    ServiceOrder consent(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            String until,
            Recipient recipient) {
        LocalDate last = LastDay.of(until, LocalDate.now(clock), ServiceCode.ORDER_DAY);
        if (recipient.equals(new Recipient(null, null, null, null))) {
            throw new Problem(ServiceCode.SERVICE_CONSENT);
        }
        ServiceOrder.Consent consent =
                new ServiceOrder.Consent(
                        LocalDate.now(clock),
                        last,
                        sealed(step.id(), NAME, recipient.name()),
                        sealed(step.id(), PHONE, recipient.phone()),
                        sealed(step.id(), ADDRESS, recipient.address()));
        return matters.take(
                call,
                stated,
                OrderTransition.CONSENT,
                step,
                one -> {
                    require(!last.isAfter(one.service().until()), ServiceCode.ORDER_DAY);
                    return one.with(consent);
                });
    }

    private @Nullable String sealed(String id, long place, @Nullable String text) {
        return text == null
                ? null
                : texts.close(
                        ServiceOrder.class,
                        id,
                        place,
                        Prose.readable(
                                "recipient", BasisInput.text("recipient", text, 1, LONGEST)));
    }

    private static void require(boolean holds, ServiceCode otherwise) {
        if (!holds) {
            throw new Problem(otherwise);
        }
    }

    ServiceOrder schedule(MutationCall call, Reason stated, TransitionInput step, String day) {
        LocalDate planned = ServiceOrder.day(day);
        return matters.take(
                call,
                stated,
                OrderTransition.SCHEDULE,
                step,
                one -> {
                    require(
                            !planned.isBefore(LocalDate.now(clock)) && one.covers(planned),
                            ServiceCode.ORDER_DAY);
                    return one.planned(planned);
                });
    }

    ServiceOrder visit(
            MutationCall call, Reason stated, TransitionInput step, ServiceOrder.VisitReport said) {
        ServiceOrder.Visit visit = said.read();
        LocalDate today = LocalDate.now(clock);
        return matters.take(
                call, stated, OrderTransition.VISIT, step, one -> one.visited(visit, today));
    }

    ServiceOrder confirm(MutationCall call, Reason stated, TransitionInput step, int evaluation) {
        require(evaluation >= 1 && evaluation <= MOST_STARS, ServiceCode.EVALUATION);
        return matters.take(
                call, stated, OrderTransition.CONFIRM, step, one -> one.evaluated(evaluation));
    }

    /** {@return the order, by which its provider learns nothing more} */
    ServiceOrder revoke(MutationCall call, Reason stated, TransitionInput step) {
        boolean delivered =
                matters.find(call.caller(), step.id())
                        .filter(one -> one.state() == OrderState.DELIVERED)
                        .isPresent();
        return matters.take(
                call,
                stated,
                delivered ? OrderTransition.REVOKE_AFTER_DELIVERY : OrderTransition.REVOKE,
                step,
                UnaryOperator.identity());
    }

    /** Ends an order whose last day is over, where nobody was faster. */
    void lapse(String id) {
        matters.find(id).ifPresent(one -> matters.advance(OrderTransition.LAPSE, one, all -> all));
    }

    Optional<ServiceOrder> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<ServiceOrder> listing(Caller caller, @Nullable OrderState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    /**
     * {@return whom to serve, for the provider that the person lets know; on the chain before it
     * leaves; null once the order or the consent is over. The person themself, and a child's
     * guardian, reads what they opened}
     */
    @Nullable Recipient recipient(Caller caller, ServiceOrder order) {
        if (caller.person() instanceof String who) {
            return who.equals(order.person()) ? opened(order) : ofWard(caller, who, order);
        }
        if (!caller.is(Role.CHARITY, Role.PROVIDER)
                || !caller.department().equals(order.organisation())
                || !staff.readsRecipients(caller)) {
            return null;
        }
        return bases.inForce(caller, order.id())
                .map(basis -> opened(caller, order, basis))
                .orElse(null);
    }

    /** A guardian's look stands in the child's log. */
    private @Nullable Recipient ofWard(Caller guardian, String who, ServiceOrder order) {
        if (!order.spokespeople().guardian(who, LocalDate.now(clock))) {
            return null;
        }
        chain.append(
                List.of(
                        ServiceEntries.of(
                                guardian,
                                Kind.READ,
                                order.person(),
                                order.basis(),
                                order.id() + " recipient")));
        return opened(order);
    }

    Optional<ServiceOrder> find(String id) {
        return matters.find(id);
    }

    /** {@return what a volunteer who is sent to the order by name is to do, and where} */
    Optional<VolunteerOrders.Work> work(Caller volunteer, ServiceOrder order) {
        return bases.inForce(volunteer, order.id())
                .map(
                        basis -> {
                            chain.append(
                                    List.of(ServiceEntries.ofVolunteer(volunteer, order, basis)));
                            return new VolunteerOrders.Work(
                                    order.person(),
                                    open(order, TASK, order.service().task()),
                                    open(order, ADDRESS, order.consent().recipientAddress()));
                        });
    }

    private Recipient opened(Caller caller, ServiceOrder order, String basis) {
        chain.append(
                List.of(
                        ServiceEntries.of(
                                caller,
                                Kind.READ,
                                Act.RECIPIENT_READ,
                                order,
                                basis,
                                order.id() + " recipient")));
        Recipient known = opened(order);
        return new Recipient(
                known.name(),
                known.phone(),
                known.address(),
                names.without(order.person(), known.name() != null, known.task()));
    }

    private Recipient opened(ServiceOrder order) {
        ServiceOrder.Consent consent = order.consent();
        return new Recipient(
                open(order, NAME, consent.recipientName()),
                open(order, PHONE, consent.recipientPhone()),
                open(order, ADDRESS, consent.recipientAddress()),
                open(order, TASK, order.service().task()));
    }

    private @Nullable String open(ServiceOrder order, long place, @Nullable String sealed) {
        return texts.open(ServiceOrder.class, order.id(), place, sealed);
    }
}

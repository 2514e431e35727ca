package org.lianji.workers;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.catalogue.Purpose;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.paging.ListSource;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Workers: registered by the county, and told of where a near relative applies. */
@Component
final class Workers {

    private static final int LONGEST_CLIENT = 100;

    private final Procedures<WorkerState, WorkerTransition, Worker> matters;
    private final People people;
    private final Regions regions;
    private final Values values;
    private final AuditLog chain;
    private final TransactionTemplate transactions;

    Workers(
            WorkerFlow flow,
            ProcedureKernel kernel,
            People people,
            Regions regions,
            Values values,
            AuditLog chain,
            TransactionTemplate transactions) {
        this.matters = kernel.of(flow);
        this.people = people;
        this.regions = regions;
        this.values = values;
        this.chain = chain;
        this.transactions = transactions;
    }

    /**
     * Who works where.
     *
     * @param department code of the department
     * @param client the client of their account
     * @param idNumber of the person
     * @param post what they do
     * @param region code of the region that they work for
     */
    record Registration(
            String department, String client, String idNumber, WorkerPost post, String region) {}

    /**
     * {@return the worker}
     *
     * @throws Problem WORKER_PLACE, WORKER_SELF, WORKER_REGISTERED, TOO_MANY_DECLARED
     */
    Worker register(MutationCall call, Reason stated, Registration said) {
        Worker.Work work =
                new Worker.Work(
                        said.department(),
                        Prose.readable(
                                "client",
                                BasisInput.text("client", said.client(), 1, LONGEST_CLIENT)),
                        said.post(),
                        places(call.caller(), said.region()));
        Identity identity =
                people.identity(
                        (String)
                                values.required(
                                        ItemType.Scalar.ID_NUMBER, said.idNumber(), "idNumber"));
        try {
            return Objects.requireNonNull(
                    transactions.execute(_ -> begun(call, stated, work, identity)));
        } catch (DataIntegrityViolationException e) {
            throw new Problem(WorkerCode.WORKER_REGISTERED);
        }
    }

    private Worker begun(MutationCall call, Reason stated, Worker.Work work, Identity identity) {
        people.ensure(Set.of(identity));
        String person = people.tokens(Set.of(identity)).values().iterator().next();
        return matters.begin(
                call,
                stated,
                WorkerTransition.REGISTER,
                null,
                progress -> {
                    Worker worker = new Worker(progress, work, person);
                    if (worker.is(call.caller())) {
                        throw new Problem(WorkerCode.WORKER_SELF);
                    }
                    return worker;
                });
    }

    private List<String> places(Caller caller, String region) {
        if (!regions.exists(region) || !Regions.county(region).equals(caller.region())) {
            throw new Problem(WorkerCode.WORKER_PLACE);
        }
        return Regions.upToProvince(region);
    }

    /** {@return the worker, if the caller may know of it} */
    Optional<Worker> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /** {@return the workers that the caller may know of, the newest first} */
    ListSource<Worker> listing(
            Caller caller, @Nullable WorkerState state, @Nullable String region) {
        return matters.listing(caller, Procedures.within(region), state);
    }

    /** {@return who they are, as far as the caller may know; an entry about each of them} */
    Map<WorkerConflict, Worker> shown(Caller caller, Collection<WorkerConflict> conflicts) {
        Map<WorkerConflict, Worker> shown = new HashMap<>();
        for (WorkerConflict one : conflicts) {
            find(caller, one.worker()).ifPresent(worker -> shown.put(one, worker));
        }
        chain.append(shown.values().stream().map(worker -> read(caller, worker)).toList());
        return shown;
    }

    private static Entry read(Caller caller, Worker worker) {
        return new Entry(
                Kind.READ,
                caller.department(),
                caller.client(),
                Purpose.A.name(),
                null,
                List.of(),
                List.of(),
                List.of(worker.person()),
                Digests.hex(worker.id() + " conflict"),
                null,
                Act.WORKER_READ);
    }
}

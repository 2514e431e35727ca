package org.lianji.agencies;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.bases.Declarations;
import org.lianji.clocks.LastDay;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.paging.ListSource;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Agencies: recorded at the window, ended, and asked for by what an agent does. */
@Component
public final class Agencies {

    private static final String NO_VILLAGE = "000";

    private final Procedures<AgencyState, AgencyTransition, Agency> matters;
    private final AgencyStore store;
    private final AgencySettings settings;
    private final People people;
    private final Regions regions;
    private final Values values;
    private final Declarations declarations;
    private final AuditLog chain;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Agencies(
            AgencyFlow flow,
            ProcedureKernel kernel,
            AgencyStore store,
            AgencySettings settings,
            People people,
            Regions regions,
            Values values,
            Declarations declarations,
            AuditLog chain,
            TransactionTemplate transactions,
            Clock clock) {
        this.matters = kernel.of(flow);
        this.store = store;
        this.settings = settings;
        this.people = people;
        this.regions = regions;
        this.values = values;
        this.declarations = declarations;
        this.chain = chain;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A written authority that came in.
     *
     * @param principal ID number of whom the agent acts for
     * @param agent ID number of who acts
     * @param until last day; required of a mandate
     * @param region code of the village where the principal lives or applies
     */
    record AgencyInput(
            String principal,
            String agent,
            Agency.Kind kind,
            Agency.Scope covers,
            String authorityNo,
            String authorityHash,
            @Nullable String until,
            String region) {}

    /**
     * {@return the agency, recorded}
     *
     * @throws Problem AGENCY_PLACE, AGENCY_PAPER, AGENCY_DAY, AGENCY_OF_SELF, AGENCY_OF_CHILD,
     *     AGENCY_BY_CHILD, AGENCY_OF_RELATIVE, AGENCY_DEAD, AGENCY_BY_WORKER, AGENCY_HELD,
     *     TOO_MANY_DECLARED
     */
    Agency record(MutationCall call, Reason stated, AgencyInput input) {
        Agency.Authority authority = authority(call.caller(), input);
        Identity principal = identity(input.principal(), "principal");
        Identity agent = identity(input.agent(), "agent");
        try {
            Agency made =
                    Objects.requireNonNull(
                            transactions.execute(
                                    _ -> begun(call, stated, authority, principal, agent)));
            return matters.find(made.id()).orElse(made);
        } catch (DataIntegrityViolationException e) {
            throw refused(call.caller(), new Problem(AgencyCode.AGENCY_HELD), principal, agent);
        } catch (Problem e) {
            throw refused(call.caller(), e, principal, agent);
        }
    }

    private Agency.Authority authority(Caller caller, AgencyInput input) {
        String number = Texts.number(input.authorityNo(), AgencyCode.AGENCY_PAPER);
        return new Agency.Authority(
                input.kind(),
                input.covers(),
                number,
                Texts.digest(input.authorityHash(), AgencyCode.AGENCY_PAPER),
                until(input),
                places(caller, input.region()));
    }

    private @Nullable LocalDate until(AgencyInput input) {
        if (input.until() == null && input.kind() == Agency.Kind.GUARDIAN_OF_ADULT) {
            return null;
        }
        return LastDay.of(
                String.valueOf(input.until()), LocalDate.now(clock), AgencyCode.AGENCY_DAY);
    }

    private List<String> places(Caller caller, String village) {
        if (!regions.exists(village)
                || village.endsWith(NO_VILLAGE)
                || !village.startsWith(Regions.prefix(caller.region()))) {
            throw new Problem(AgencyCode.AGENCY_PLACE);
        }
        return Regions.upToProvince(village);
    }

    private Identity identity(String number, String field) {
        return people.identity((String) values.required(ItemType.Scalar.ID_NUMBER, number, field));
    }

    private Agency begun(
            MutationCall call,
            Reason stated,
            Agency.Authority authority,
            Identity principal,
            Identity agent) {
        people.ensure(Stream.of(principal, agent).distinct().toList());
        String whom = token(principal);
        String who = token(agent);
        lapse(store.over(whom));
        return matters.begin(
                call,
                stated,
                AgencyTransition.RECORD,
                null,
                progress ->
                        new Agency(
                                progress,
                                authority,
                                new Agency.Parties(whom, who, List.of(), false)));
    }

    private String token(Identity identity) {
        return people.tokens(List.of(identity)).values().iterator().next();
    }

    /**
     * {@return the refusal; what it tells an officer of the two is on the chain, where they read
     * it, and counts as if they were named}
     */
    private Problem refused(Caller caller, Problem refusal, Identity principal, Identity agent) {
        boolean joined = refusal.code() == AgencyCode.AGENCY_OF_SELF && !principal.equals(agent);
        if (joined || refusal.code() instanceof AgencyCode code && code.tells()) {
            chain.append(
                    List.of(
                            AgencyFlow.entry(
                                    caller,
                                    Kind.DENIAL,
                                    Stream.of(principal, agent)
                                            .flatMap(one -> people.of(one.number()).stream())
                                            .toList(),
                                    "recordAgency",
                                    null)));
            declarations.count(caller, 2);
        }
        return refusal;
    }

    /** {@return the agency, ended by one of the two: nothing is done by it from now on} */
    Agency revokeOwn(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(call, stated, AgencyTransition.REVOKE_OWN, step, one -> one);
    }

    /** {@return identifiers of those that are over, and are to end} */
    Collection<String> over() {
        return store.over();
    }

    /** Ends what is over; what isn't any more stays. */
    void lapse(Collection<String> ids) {
        ids.stream()
                .flatMap(id -> matters.find(id).stream())
                .filter(one -> !inForce(one))
                .forEach(one -> matters.advance(AgencyTransition.LAPSE, one, all -> all));
    }

    Optional<Agency> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<Agency> listing(
            Caller caller, @Nullable AgencyState state, @Nullable String region) {
        return matters.listing(caller, Procedures.within(region), state);
    }

    boolean allows(Caller caller, AgencyTransition step, Agency one) {
        return matters.allowed(caller, one).contains(step);
    }

    boolean inForce(Agency one) {
        return one.inForce(LocalDate.now(clock));
    }

    /** {@return those of the agencies whose agent acts for too many families, for the county} */
    Set<Agency> ofMany(Collection<Agency> agencies) {
        Set<String> agents =
                store.ofMany(
                        agencies.stream().map(one -> one.parties().agent()).distinct().toList(),
                        settings.mostFamilies());
        return agencies.stream()
                .filter(one -> agents.contains(one.parties().agent()))
                .collect(Collectors.toSet());
    }

    /**
     * {@return for whom a citizen applies}
     *
     * @param forWhom an agency, or a ward; null for themself
     * @param places codes of the regions where they apply, the smallest first
     * @throws Problem AGENCY_NOT_IN_FORCE, whatever it is that is not so; AGENCY_BY_WORKER
     */
    public Applicant applicant(Caller caller, @Nullable String forWhom, List<String> places) {
        if (!caller.is(Role.CITIZEN) || !(caller.person() instanceof String self)) {
            throw new Problem(AgencyCode.AGENCY_NOT_IN_FORCE);
        }
        if (forWhom == null) {
            return Applicant.self(self);
        }
        AgencyStore.Found found =
                store.applicant(self, forWhom, places)
                        .orElseThrow(() -> new Problem(AgencyCode.AGENCY_NOT_IN_FORCE));
        if (found.works()) {
            throw new Problem(AgencyCode.AGENCY_BY_WORKER);
        }
        return found.person().equals(self)
                ? Applicant.self(self)
                : new Applicant(found.person(), Deputies.acting(self, found.agency()));
    }

    /**
     * Keeps under which agency a matter begins, in its transaction.
     *
     * @throws Problem AGENCY_NOT_IN_FORCE where it was ended meanwhile
     */
    public void begun(String matter, Deputies deputies) {
        if (deputies.agency() instanceof String agency && !store.begun(matter, agency)) {
            throw new Problem(AgencyCode.AGENCY_NOT_IN_FORCE);
        }
    }

    /**
     * {@return identifiers of matters that apply for a citizen, for a child whose guardian they are
     * today, or that they began under an agency for somebody for whom they may act today}
     */
    public List<String> matters(String self) {
        return store.matters(self);
    }
}

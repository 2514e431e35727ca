package org.lianji.charity;

import org.lianji.audit.AuditLog;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.roles.StaffRule;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who of an organisation may do what. As long as it has named nobody, whoever has its token does
 * everything; then each has the duties that it says, and who is suspended does nothing.
 */
@Component
public final class CharityStaff implements StaffRule {

    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The duty that a root or an address needs. */
    static final Map<String, StaffDuty> DUTIES =
            Map.ofEntries(
                    Map.entry("charityStaff", StaffDuty.STAFF),
                    Map.entry("setCharityStaff", StaffDuty.STAFF),
                    Map.entry("renewCharity", StaffDuty.STAFF),
                    Map.entry("proposeTermination", StaffDuty.STAFF),
                    Map.entry("consentToTermination", StaffDuty.STAFF),
                    Map.entry("endPurpose", StaffDuty.STAFF),
                    Map.entry("attestDisposal", StaffDuty.STAFF),
                    Map.entry("offerHelp", StaffDuty.PROJECTS),
                    Map.entry("withdrawOffer", StaffDuty.PROJECTS),
                    Map.entry("beginProject", StaffDuty.PROJECTS),
                    Map.entry("discloseProject", StaffDuty.PROJECTS),
                    Map.entry("endProject", StaffDuty.PROJECTS),
                    Map.entry("askForPairing", StaffDuty.PROJECTS),
                    Map.entry("/hsds/services", StaffDuty.PROJECTS),
                    Map.entry("acceptPairing", StaffDuty.DELIVERY),
                    Map.entry("refusePairing", StaffDuty.DELIVERY),
                    Map.entry("startHelp", StaffDuty.DELIVERY),
                    Map.entry("deliverHelp", StaffDuty.DELIVERY),
                    Map.entry("acceptServiceOrder", StaffDuty.DELIVERY),
                    Map.entry("refuseServiceOrder", StaffDuty.DELIVERY),
                    Map.entry("scheduleService", StaffDuty.DELIVERY),
                    Map.entry("recordServiceVisit", StaffDuty.DELIVERY),
                    Map.entry("deliverServiceOrder", StaffDuty.DELIVERY),
                    Map.entry("assignVolunteer", StaffDuty.DELIVERY),
                    Map.entry("withdrawVolunteer", StaffDuty.DELIVERY));

    private static final String OF_ORGANISATION =
            """
            MATCH (s:CharityStaff {organisation: $organisation})
            RETURN s.client AS client, s.duties AS duties, s.suspended AS suspended ORDER BY client
            """;

    private static final String SET =
            """
            MERGE (s:CharityStaff {key: $key})
            SET s.organisation = $organisation, s.client = $client, s.duties = $duties, s.suspended = $suspended
            """;

    private final Neo4jClient graph;
    private final MutationKeys keys;
    private final AuditLog chain;
    private final String lead;
    private final TransactionTemplate writing;

    CharityStaff(
            Neo4jClient graph,
            MutationKeys keys,
            AuditLog chain,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.keys = keys;
        this.chain = chain;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /** What somebody of an organisation does for it. */
    public enum StaffDuty {
        /** Says who does what, and speaks for the organisation towards the hub. */
        STAFF,
        /** Offers, projects and their disclosure. */
        PROJECTS,
        /** Reads who is to be helped, as far as they have consented. */
        RECIPIENTS,
        /** Takes on, gives and reports help. */
        DELIVERY
    }

    /**
     * @param client whose token it is
     * @param duties what they do
     * @param suspended whether they do nothing, from the next request on
     */
    record CharityStaffMember(String client, List<StaffDuty> duties, boolean suspended) {

        CharityStaffMember {
            duties = List.copyOf(duties);
        }
    }

    List<CharityStaffMember> of(String organisation) {
        return List.copyOf(
                graph.query(OF_ORGANISATION)
                        .bind(organisation)
                        .to("organisation")
                        .fetchAs(CharityStaffMember.class)
                        .mappedBy(
                                (_, row) ->
                                        new CharityStaffMember(
                                                row.get("client").asString(),
                                                row.get("duties").asList(Value::asString).stream()
                                                        .map(StaffDuty::valueOf)
                                                        .toList(),
                                                row.get("suspended").asBoolean()))
                        .all());
    }

    /** Says what somebody does; whoever is the first to say it keeps all duties. */
    CharityStaffMember set(MutationCall call, CharityStaffMember said) {
        Caller caller = call.caller();
        requireClient(said.client());
        boolean own = said.client().equals(caller.client());
        if (own && (said.suspended() || !said.duties().contains(StaffDuty.STAFF))) {
            throw new Problem(CharityCode.STAFF_SELF);
        }
        CharityStaffMember member =
                new CharityStaffMember(
                        said.client(),
                        List.copyOf(
                                said.duties().isEmpty() ? Set.of() : EnumSet.copyOf(said.duties())),
                        said.suspended());
        return once(call, member, () -> write(caller, member, own));
    }

    private static void requireClient(String client) {
        if (!CLIENT.matcher(client).matches()) {
            throw new Problem(CharityCode.STAFF_CLIENT);
        }
    }

    private CharityStaffMember once(MutationCall call, CharityStaffMember member, Runnable work) {
        writing.executeWithoutResult(
                _ -> {
                    if (keys.earlier(call, "staff " + member.client()).isEmpty()) {
                        work.run();
                    }
                });
        return member;
    }

    /** Who is to have the duty STAFF again. */
    record LostStaff(String organisation, String client) {}

    /**
     * Gives somebody of an organisation the duty STAFF, where nobody is left who could: said by the
     * department that leads.
     *
     * @throws Problem ORGANISATION_NOT_FOUND where the caller is of another department, or nobody
     *     of the organisation was ever named; STAFF_CLIENT
     */
    CharityStaffMember restore(MutationCall call, LostStaff said) {
        requireClient(said.client());
        List<CharityStaffMember> staff = of(said.organisation());
        if (staff.isEmpty() || !call.caller().department().equals(lead)) {
            throw new Problem(CharityCode.ORGANISATION_NOT_FOUND);
        }
        Set<StaffDuty> duties = EnumSet.of(StaffDuty.STAFF);
        staff.stream()
                .filter(one -> one.client().equals(said.client()))
                .forEach(one -> duties.addAll(one.duties()));
        CharityStaffMember member =
                new CharityStaffMember(said.client(), List.copyOf(duties), false);
        return once(
                call,
                member,
                () -> {
                    write(said.organisation(), member);
                    chain.join(
                            CharityEntries.of(
                                    call.caller(),
                                    "staff %s %s".formatted(said.organisation(), member)));
                });
    }

    private void write(Caller caller, CharityStaffMember member, boolean own) {
        if (!own && of(caller.department()).isEmpty()) {
            write(
                    caller.department(),
                    new CharityStaffMember(caller.client(), List.of(StaffDuty.values()), false));
        }
        write(caller.department(), member);
        chain.join(CharityEntries.of(caller, "staff " + member));
    }

    private void write(String organisation, CharityStaffMember member) {
        graph.query(SET)
                .bindAll(
                        Map.of(
                                "key",
                                organisation + '|' + member.client(),
                                "organisation",
                                organisation,
                                "client",
                                member.client(),
                                "duties",
                                member.duties().stream().map(Enum::name).toList(),
                                "suspended",
                                member.suspended()))
                .run();
    }

    @Override
    public void admit(Caller caller, String what) {
        List<CharityStaffMember> staff = of(caller.department());
        Optional<CharityStaffMember> own = own(staff, caller);
        if (own.filter(CharityStaffMember::suspended).isPresent()) {
            throw new Problem(CharityCode.STAFF_SUSPENDED);
        }
        StaffDuty duty = DUTIES.get(what);
        if (duty != null && !staff.isEmpty() && !does(own, duty)) {
            throw new Problem(CharityCode.STAFF_DUTY, Map.of("duty", duty.name()));
        }
    }

    /** {@return whether somebody of the organisation may read who is to be helped} */
    public boolean readsRecipients(Caller caller) {
        List<CharityStaffMember> staff = of(caller.department());
        Optional<CharityStaffMember> own = own(staff, caller);
        return own.filter(CharityStaffMember::suspended).isEmpty()
                && (staff.isEmpty()
                        || caller.is(Role.VOLUNTEER)
                        || does(own, StaffDuty.RECIPIENTS));
    }

    private static boolean does(Optional<CharityStaffMember> own, StaffDuty duty) {
        return own.filter(one -> one.duties().contains(duty)).isPresent();
    }

    private static Optional<CharityStaffMember> own(List<CharityStaffMember> staff, Caller caller) {
        return staff.stream().filter(one -> one.client().equals(caller.client())).findFirst();
    }
}

package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.access.BasisParty;
import org.lianji.access.ReadPurpose;
import org.lianji.audit.Act;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Role;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where flows register why people are read about a matter of theirs: in the transaction that makes
 * or changes the matter, with an entry on the chain. Its parties see whom it is about, for its
 * purposes, while it is open; nobody's word is needed for it.
 */
@Component
public final class BasisRegistry {

    private static final String REGISTER = "CREATE (b:Basis) SET b = $basis";

    /** The lock comes first, so that what is done with one basis is done one after the other. */
    private static final String LOCK =
            """
            MATCH (b:Basis {id: $id}) WHERE b.matter IS NOT NULL
            SET b.locked = true
            REMOVE b.locked
            RETURN b {.*} AS basis
            """;

    /** The newest basis in hand of a flow's matter {@code m}, a column of its nodes. */
    public static final String OF_MATTER =
            ", basis: head(COLLECT { MATCH (b:Basis {matter: m.id}) WHERE b.closed IS NULL RETURN"
                    + " b.id ORDER BY b.opened DESC LIMIT 1 })";

    /**
     * The family that the open basis of a flow's matter {@code m} leads to, a column of its nodes.
     */
    public static final String HOUSEHOLD_OF_MATTER =
            ", household: head(COLLECT { MATCH (b:Basis {matter: m.id})-[:CONCERNS]->(h:Household)"
                    + " WHERE b.closed IS NULL RETURN h.id ORDER BY h.id LIMIT 1 })";

    private static final String EXTEND = "MATCH (b:Basis {id: $id}) SET b.until = $until";

    private static final String END = "MATCH (b:Basis {id: $id}) SET b.closed = $now";

    private static final String LEAVE =
            """
            MATCH (:Basis {id: $id})-[:PARTY]->(p:Party {department: $department, client: $client})
            WHERE p.until IS NULL OR p.until > $now
            SET p.until = $now
            RETURN p.client
            """;

    private static final String IN_FORCE =
            """
            UNWIND $matters AS matter
            MATCH (b:Basis {matter: matter})-[:PARTY]->(p:Party)
            WHERE b.closed IS NULL AND b.until > $now AND %s
            WITH matter, b ORDER BY b.opened DESC
            RETURN matter, head(collect(b.id)) AS basis
            """
                    .formatted(BasisParty.is("p", "$"));

    private static final String COVERED =
            """
            MATCH (b:Basis {id: $id})
            WHERE $purpose IN b.purposes AND b.closed IS NULL AND b.until > $now
              AND EXISTS { (b)-[:PARTY]->(p:Party) WHERE %s }
            MATCH (b)-[:COVERS]->(r:Region)
            RETURN r.code
            """
                    .formatted(BasisParty.is("p", "$"));

    private final Neo4jClient graph;
    private final People people;
    private final BasisLinks links;
    private final FamilyMembers family;
    private final BasisEntries entries;
    private final BasisDays days;

    BasisRegistry(
            Neo4jClient graph,
            People people,
            BasisLinks links,
            FamilyMembers family,
            BasisEntries entries,
            BasisDays days) {
        this.graph = graph;
        this.people = people;
        this.links = links;
        this.family = family;
        this.entries = entries;
        this.days = days;
    }

    /**
     * Who may read on a basis.
     *
     * @param department code of the department whose clients may
     * @param client the only one of them that may, wherever the persons live
     * @param role what they must be to
     * @param until last day
     */
    public record Party(
            String department,
            @Nullable String client,
            @Nullable Role role,
            @Nullable LocalDate until) {

        /** {@return a whole department, as long as the basis is open} */
        public static Party of(String department) {
            return new Party(department, null, null, null);
        }

        private String words() {
            return String.join(
                    " ",
                    department,
                    String.valueOf(client),
                    String.valueOf(role),
                    String.valueOf(until));
        }
    }

    /**
     * A matter, and who is to see whom about it.
     *
     * @param kind of the matter
     * @param matter identifier of the flow's object
     * @param reference what people know the matter by
     * @param purposes that it serves, the usual first; a read states one
     * @param persons tokens of persons
     * @param identities keyed hashes of ID numbers, also of people whom the graph doesn't know yet
     * @param households tokens of households, whose members of the day of the read are in sight
     * @param parties who may read on it
     * @param until last day
     */
    public record Registration(
            BasisKind kind,
            String matter,
            String reference,
            List<Purpose> purposes,
            Set<String> persons,
            Set<String> identities,
            Set<String> households,
            List<Party> parties,
            LocalDate until) {

        public Registration {
            purposes = List.copyOf(new LinkedHashSet<>(purposes));
            persons = Set.copyOf(persons);
            identities = Set.copyOf(identities);
            households = Set.copyOf(households);
            parties = List.copyOf(parties);
            if (kind.covers() || kind == BasisKind.EMERGENCY) {
                throw new IllegalArgumentException(kind + " is no matter about persons");
            }
            if (purposes.isEmpty()
                    || purposes.stream().anyMatch(one -> one.compareTo(Purpose.E) > 0)) {
                throw new IllegalArgumentException("a matter serves some of the purposes A to E");
            }
        }
    }

    /**
     * {@return identifier of the basis, for the header {@code Lianji-Basis}}
     *
     * @param caller who makes the matter
     */
    public String register(Caller caller, Registration matter) {
        return register(caller, matter, null);
    }

    /**
     * {@return the same of a basis whose looks are hidden, since a child may be in danger from whom
     * they would be told to: at once, and for longer once the head has signed}
     *
     * @param reason in writing, for the head
     */
    public String registerForChildInDanger(Caller caller, Registration matter, String reason) {
        return register(
                caller,
                matter,
                new Safeguarding.HidingRequest(
                        SafeguardingGround.CHILD_IN_DANGER, reason, matter.until()));
    }

    private String register(
            Caller caller, Registration matter, Safeguarding.@Nullable HidingRequest hiding) {
        inTransaction();
        Map<String, Object> basis = properties(caller, matter);
        String id = (String) Objects.requireNonNull(basis.get("id"));
        if (hiding != null) {
            basis.putAll(
                    Safeguarding.properties(
                            hiding,
                            caller.client(),
                            days.now(),
                            days.unsignedUntil(hiding.until())));
        }
        graph.query(REGISTER).bind(basis).to("basis").run();
        links.of(id, matter);
        Basis registered = Basis.of(basis);
        entries.changed(caller, registered, Act.REGISTERED, matter.matter());
        matter.parties()
                .forEach(party -> entries.changed(caller, registered, Act.JOINED, party.words()));
        if (registered.safeguarding() instanceof Safeguarding asked) {
            entries.hiding(caller, registered, asked, Act.HIDING_ASKED);
        }
        return id;
    }

    private Map<String, Object> properties(Caller caller, Registration matter) {
        String id = Ids.next(matter.kind().letter());
        Map<String, Object> basis = new HashMap<>();
        basis.put("id", id);
        basis.put("key", id);
        basis.put("kind", matter.kind().name());
        basis.put("purposes", matter.purposes().stream().map(Purpose::name).toList());
        basis.put("declared", false);
        basis.put("matter", matter.matter());
        basis.put("reference", matter.reference());
        basis.put("department", caller.department());
        basis.put("client", caller.client());
        basis.put("opened", days.now());
        basis.put("until", days.endOf(matter.until()));
        return basis;
    }

    /** Opens these categories alone on it, whatever its parties' agreements give besides. */
    public void narrow(String id, List<String> categories) {
        locked(id);
        graph.query("MATCH (b:Basis {id: $id}) SET b.categories = $categories")
                .bindAll(Map.of("id", id, "categories", categories))
                .run();
    }

    /** Keeps it open to the end of another day, later or earlier; one that has ended stays so. */
    public void extend(Caller caller, String id, LocalDate until) {
        Basis basis = locked(id);
        if (basis.closed() == null) {
            graph.query(EXTEND).bindAll(Map.of("id", id, "until", days.endOf(until))).run();
            entries.changed(caller, basis, Act.EXTENDED, until.toString());
        }
    }

    /** Lets another party read on it. */
    public void join(Caller caller, String id, Party party) {
        Basis basis = locked(id);
        links.party(id, party);
        entries.changed(caller, basis, Act.JOINED, party.words());
    }

    /** Lets a client whom it names read on it no longer; who it doesn't name stays as they are. */
    public void leave(Caller caller, String id, String client) {
        Basis basis = locked(id);
        Map<String, Object> who =
                new HashMap<>(Map.of("id", id, "client", client, "now", days.now()));
        who.put("department", caller.department());
        if (!graph.query(LEAVE).bindAll(who).fetchAs(String.class).all().isEmpty()) {
            entries.changed(caller, basis, Act.LEFT, client);
        }
    }

    /**
     * Leads it to the family of one of its persons, too, as far as the caller's grants show who
     * belongs to it.
     *
     * @param identity keyed hash of the person's number
     */
    public void joinFamily(Caller caller, String id, Purpose purpose, String identity) {
        inTransaction();
        family.join(caller, new ReadPurpose(purpose, id), identity, days.today());
    }

    /** The same of a person by their token; of one without a number nothing happens. */
    public void joinFamilyOf(Caller caller, String id, Purpose purpose, String person) {
        people.known(person)
                .map(Identity::hash)
                .ifPresent(identity -> joinFamily(caller, id, purpose, identity));
    }

    /**
     * Something has come in about persons: leads bases to families that did not show when these
     * were opened and show by now, as far as the grants of who asked for the family show who
     * belongs to it. Hearing of it twice does nothing more.
     *
     * @param persons their tokens
     */
    public void arrived(Collection<String> persons) {
        inTransaction();
        for (FamilyMembers.FamilyRequest request : family.awaited(persons, days.now())) {
            family.joinAwaited(request, days.today())
                    .ifPresent(
                            basis ->
                                    entries.changed(request.caller(), basis, Act.JOINED, "family"));
        }
    }

    /** Nothing is read on it from now on, as its persons are told; ending it again does nothing. */
    public void end(Caller caller, String id) {
        Basis basis = locked(id);
        if (basis.closed() == null) {
            graph.query(END).bindAll(Map.of("id", id, "now", days.now())).run();
            entries.closed(caller, basis);
        }
    }

    /**
     * {@return the basis of a matter on which the caller may read now; none where there is none}
     */
    public Optional<String> inForce(Caller caller, String matter) {
        return Optional.ofNullable(inForce(caller, List.of(matter)).get(matter));
    }

    /** {@return the bases on which the caller may read now, by the matters that have one} */
    public Map<String, String> inForce(Caller caller, Collection<String> matters) {
        return graph
                .query(IN_FORCE)
                .bind(List.copyOf(matters))
                .to("matters")
                .bindAll(BasisParty.parameters(caller, days.now()))
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> row.get("matter").asString(),
                                row -> row.get("basis").asString()));
    }

    /**
     * {@return tokens of whom each basis that is in force leads to today, the families as far as
     * the caller's grants show who belongs to them}
     */
    public Map<String, List<String>> concerned(Caller caller, List<ReadPurpose> reasons) {
        return family.concerned(caller, reasons, days.now());
    }

    /** {@return the same of one basis} */
    public List<String> concerned(Caller caller, ReadPurpose reason) {
        return concerned(caller, List.of(reason)).getOrDefault(reason.basis(), List.of());
    }

    /**
     * {@return codes of the regions that a plan or a run covers, for a caller who may read on it
     * now for that purpose; none where there is no such basis}
     */
    public List<String> covered(Caller caller, ReadPurpose reason) {
        Map<String, Object> values = new HashMap<>(BasisParty.parameters(caller, days.now()));
        values.put("id", reason.basis());
        values.put("purpose", reason.purpose() == null ? null : reason.purpose().name());
        return List.copyOf(graph.query(COVERED).bindAll(values).fetchAs(String.class).all());
    }

    private static void inTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a basis is registered with its matter");
        }
    }

    private Basis locked(String id) {
        inTransaction();
        return graph.query(LOCK)
                .bind(id)
                .to("id")
                .fetch()
                .one()
                .map(Bases::basis)
                .orElseThrow(() -> new IllegalArgumentException("no flow registered " + id));
    }
}

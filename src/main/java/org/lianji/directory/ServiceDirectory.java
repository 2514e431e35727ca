package org.lianji.directory;

import org.lianji.charity.HelpOffer;
import org.lianji.charity.Offers;
import org.lianji.database.MutationCall;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The offers that a caller may see as services, and services that a charity sends as its offers:
 * all of a document or nothing.
 */
@Component
final class ServiceDirectory {

    static final int MOST = 10_000;

    /**
     * What is left as the charity itself can tell: pairings that it doesn't know of count nothing.
     */
    private static final String SURROUNDINGS =
            """
            UNWIND $offers AS id
            MATCH (o:HelpOffer {id: id})
            RETURN id, o.capacity - reduce(sum = 0, q IN COLLECT { MATCH (m:Pairing {offer: id})
                WHERE m.state IN ['CONSENTED', 'ACCEPTED', 'DELIVERING', 'DELIVERED', 'CONFIRMED'] RETURN m.quantity } | sum + q) AS available,
              head(COLLECT { MATCH (c:CharityOrganisation {organisation: o.organisation}) RETURN c.name ORDER BY c.createdAt DESC }) AS organisation,
              EXISTS { MATCH (c:CharityOrganisation {organisation: o.organisation, state: 'APPROVED'}) } AS approved,
              COLLECT { UNWIND o.regions AS code MATCH (r:Region {code: code}) RETURN r.name } AS regions
            """;

    private final Offers offers;
    private final Neo4jClient graph;
    private final TransactionTemplate writing;

    ServiceDirectory(Offers offers, Neo4jClient graph, PlatformTransactionManager transactions) {
        this.offers = offers;
        this.graph = graph;
        this.writing = new TransactionTemplate(transactions);
    }

    /** {@return the services that the caller may know of, the newest first} */
    List<DirectoryEntry> services(Caller caller) {
        List<HelpOffer> some = offers.listing(caller, null, null).read(Stretch.start(MOST));
        Map<String, HsdsForm.Surroundings> around = around(some);
        return some.stream()
                .map(
                        offer ->
                                HsdsForm.service(
                                        offer, Objects.requireNonNull(around.get(offer.id()))))
                .toList();
    }

    private Map<String, HsdsForm.Surroundings> around(List<HelpOffer> some) {
        record Row(String offer, HsdsForm.Surroundings around) {}
        return graph
                .query(SURROUNDINGS)
                .bind(some.stream().map(HelpOffer::id).toList())
                .to("offers")
                .fetchAs(Row.class)
                .mappedBy(
                        (_, row) ->
                                new Row(
                                        row.get("id").asString(),
                                        new HsdsForm.Surroundings(
                                                row.get("organisation").asString(""),
                                                row.get("approved").asBoolean(),
                                                row.get("regions").asList(Value::asString),
                                                Math.max(0, row.get("available").asLong()))))
                .all()
                .stream()
                .collect(Collectors.toMap(Row::offer, Row::around));
    }

    /**
     * {@return the services as they are kept now, each in the place in which it was sent}
     *
     * @param sent judged by the schema
     * @throws Problem where one can't be offered; then none is
     */
    List<DirectoryEntry> take(Caller caller, List<DirectoryEntry> sent) {
        return Objects.requireNonNull(writing.execute(_ -> taken(caller, sent)));
    }

    private List<DirectoryEntry> taken(Caller caller, List<DirectoryEntry> sent) {
        Map<String, DirectoryEntry> known =
                services(caller).stream()
                        .collect(Collectors.toMap(DirectoryEntry::id, Function.identity()));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            DirectoryEntry service = sent.get(i);
            String organisation = HsdsForm.organisation(service);
            if (organisation != null && !organisation.equals(caller.department())) {
                throw new Problem(DirectoryCode.HSDS_OF_ANOTHER, Map.of("place", "/" + i));
            }
            kept.add(known.containsKey(service.id()) ? service.id() : offered(caller, service, i));
        }
        Map<String, DirectoryEntry> now =
                services(caller).stream()
                        .collect(Collectors.toMap(DirectoryEntry::id, Function.identity()));
        List<DirectoryEntry> told =
                kept.stream().map(id -> Objects.requireNonNull(now.get(id))).toList();
        for (int i = 0; i < told.size(); i++) {
            requireKept(sent.get(i), told.get(i), i);
        }
        return told;
    }

    /** What is not kept is named, and then nothing of the document is taken. */
    private static void requireKept(DirectoryEntry sent, DirectoryEntry kept, int place) {
        HsdsForm.lost(sent, kept)
                .ifPresent(
                        field -> {
                            throw new Problem(
                                    sent.id().equals(kept.id())
                                            ? DirectoryCode.HSDS_CHANGED
                                            : DirectoryCode.HSDS_NOT_KEPT,
                                    Map.of("place", "/" + place + "/" + field));
                        });
    }

    /**
     * Sent again under its own identifier it is the same offer; with other content it is refused.
     */
    private String offered(Caller caller, DirectoryEntry service, int place) {
        Offers.Proposal proposal = HsdsForm.proposal(service);
        MutationCall call =
                new MutationCall(
                        caller,
                        "hsds",
                        service.id(),
                        JsonMapper.shared().writeValueAsString(proposal));
        try {
            return HsdsForm.uuid(offers.offer(call, Reason.NONE, proposal).id());
        } catch (Problem e) {
            throw e.code() == PlatformCode.MUTATION_KEY_TAKEN
                    ? new Problem(DirectoryCode.HSDS_CHANGED, Map.of("place", "/" + place))
                    : e;
        }
    }
}

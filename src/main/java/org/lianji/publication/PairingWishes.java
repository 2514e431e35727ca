package org.lianji.publication;

import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.CharityCode;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wishes of charities, for the officers of the place to take up or not. The charity learns nothing
 * by its wish: the answer is the same whatever has become of the need, and who proposes the pairing
 * tells it nothing either, before the person consents.
 */
@Component
final class PairingWishes {

    /**
     * Each asking counts, also for what was asked for before: each is an entry in somebody's log.
     * The lock comes first, so that of many at once each counts those before.
     */
    private static final String LOCK =
            """
            MATCH (g:CharityOrganisation {organisation: $organisation, state: 'APPROVED'})
            MERGE (a:PairingAsks {organisation: $organisation})
            SET a.lock = true
            REMOVE a.lock
            SET a.asks = CASE WHEN a.day = $today THEN a.asks + 1 ELSE 1 END, a.day = $today
            RETURN a.asks
            """;

    private static final String KIND =
            """
            MATCH (o:HelpOffer {id: $offer, organisation: $organisation, state: 'OPEN'})
            WHERE o.until >= $today
            RETURN o.kind
            """;

    private static final String WISH =
            """
            MATCH (n:HelpNeed {id: $need})-[:FOR]->(p:Person)
            MERGE (w:PairingWish {key: $key})
            ON CREATE SET w.id = $id, w.need = $need, w.offer = $offer, w.organisation = $organisation, w.askedOn = $today,
              w.askedAt = $now, w.open = true
            MERGE (w)-[:OF]->(n)
            RETURN p.id
            """;

    private static final Keyset NEWEST = Keyset.newestFirst("w.askedAt", "w.id");

    private static final String SEEN =
            """
            MATCH (w:PairingWish)-[:OF]->(n:HelpNeed)
            WHERE $lead AND $region IN n.places AND %s
            RETURN w {.*} AS wish
            """;

    private static final String WAITING = "w.open AND n.state = 'OPEN' AND ";

    private static final String SETTLE =
            """
            MATCH (w:PairingWish {id: $id})-[:OF]->(:HelpNeed)-[:FOR]->(p:Person)
            SET w.open = false
            RETURN p.id
            """;

    private final Neo4jClient graph;
    private final NeedBoard board;
    private final MutationKeys keys;
    private final AuditLog chain;
    private final PublicationSettings settings;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    PairingWishes(
            Neo4jClient graph,
            NeedBoard board,
            MutationKeys keys,
            AuditLog chain,
            PublicationSettings settings,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.board = board;
        this.keys = keys;
        this.chain = chain;
        this.settings = settings;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /** Makes the wish known to the officers of the place; to ask again changes nothing. */
    void ask(MutationCall call, String pseudonym, String offer) {
        String id = Ids.next('Z');
        writing.executeWithoutResult(
                _ -> {
                    if (keys.earlier(call, id).isEmpty()) {
                        ask(call.caller(), pseudonym, offer, id);
                    }
                });
    }

    private void ask(Caller caller, String pseudonym, String offer, String id) {
        LocalDate today = LocalDate.now(clock);
        counted(caller, today);
        String kind = kind(caller, offer, today);
        NeedBoard.Notice notice =
                board.find(caller, pseudonym)
                        .orElseThrow(() -> new Problem(PublicationCode.NEED_NOT_PUBLISHED));
        if (!notice.shown().kind().name().equals(kind)) {
            throw new Problem(PublicationCode.OFFER_NOT_SUITABLE);
        }
        String person = write(caller, notice, offer, id);
        chain.join(
                PublicationEntries.of(
                        caller, Kind.WRITE, List.of(person), "asked " + notice.id() + " " + offer));
    }

    private void counted(Caller caller, LocalDate today) {
        long asked =
                graph.query(LOCK)
                        .bindAll(Map.of("organisation", caller.department(), "today", today))
                        .fetchAs(Long.class)
                        .one()
                        .orElseThrow(() -> new Problem(CharityCode.ORGANISATION_NOT_APPROVED));
        if (asked > settings.asksPerDay()) {
            throw new Problem(PublicationCode.ASKS_TODAY);
        }
    }

    private String kind(Caller caller, String offer, LocalDate today) {
        return graph.query(KIND)
                .bindAll(
                        Map.of(
                                "offer", offer,
                                "organisation", caller.department(),
                                "today", today))
                .fetchAs(String.class)
                .one()
                .orElseThrow(() -> new Problem(PublicationCode.OFFER_NOT_SUITABLE));
    }

    /** {@return token of the person} */
    private String write(Caller caller, NeedBoard.Notice notice, String offer, String id) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        return graph.query(WISH)
                .bindAll(
                        Map.of(
                                "need",
                                notice.need(),
                                "key",
                                notice.id() + " " + offer,
                                "id",
                                id,
                                "offer",
                                offer,
                                "organisation",
                                caller.department(),
                                "today",
                                now.toLocalDate(),
                                "now",
                                now))
                .fetchAs(String.class)
                .one()
                .orElseThrow(() -> new Problem(PublicationCode.NEED_NOT_PUBLISHED));
    }

    /** {@return wishes for open needs in the region of the leading department's officer} */
    ListSource<PairingWish> listing(Caller caller) {
        return new ListSource<>(
                stretch ->
                        seen(
                                caller,
                                WAITING + NEWEST.within(stretch),
                                NEWEST.ordered(stretch),
                                NEWEST.parameters(stretch)),
                wish -> List.of(wish.askedAt(), wish.id()));
    }

    Optional<PairingWish> find(Caller caller, String id) {
        return seen(caller, "w.id = $id", "", Map.of("id", id)).stream().findFirst();
    }

    private List<PairingWish> seen(
            Caller caller, String which, String order, Map<String, Object> parameters) {
        return List.copyOf(
                graph.query(SEEN.formatted(which) + order)
                        .bindAll(parameters)
                        .bind(caller.department().equals(lead))
                        .to("lead")
                        .bind(caller.region())
                        .to("region")
                        .fetchAs(PairingWish.class)
                        .mappedBy((_, row) -> wish(row.get("wish")))
                        .all());
    }

    private static PairingWish wish(Value row) {
        return new PairingWish(
                row.get("id").asString(),
                row.get("need").asString(),
                row.get("offer").asString(),
                row.get("organisation").asString(),
                row.get("askedAt").asZonedDateTime(),
                row.get("open").asBoolean());
    }

    /**
     * {@return the wish, which is listed no more; the charity isn't told}
     *
     * @throws Problem WISH_NOT_FOUND
     */
    PairingWish dismiss(MutationCall call, String id) {
        writing.executeWithoutResult(
                _ -> {
                    if (keys.earlier(call, id).isEmpty()) {
                        settle(call.caller(), id);
                    }
                });
        return known(call.caller(), id);
    }

    private void settle(Caller caller, String id) {
        if (!known(caller, id).open()) {
            throw new Problem(PublicationCode.WISH_NOT_FOUND);
        }
        String person =
                graph.query(SETTLE).bind(id).to("id").fetchAs(String.class).one().orElseThrow();
        chain.join(PublicationEntries.of(caller, Kind.WRITE, List.of(person), "dismissed " + id));
    }

    private PairingWish known(Caller caller, String id) {
        return find(caller, id).orElseThrow(() -> new Problem(PublicationCode.WISH_NOT_FOUND));
    }
}

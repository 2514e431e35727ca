package org.lianji.publication;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;
import org.lianji.charity.Organisations;
import org.lianji.paging.ListSource;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Caller;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a charity sees of published needs: each under a pseudonym of that charity's own, which
 * follows from a key that nobody has but the hub, and in the order of these, which tells nothing.
 */
@Component
final class NeedBoard {

    private static final String SHOWN =
            """
            MATCH (x:PublishedNeed)
            WHERE x.until >= $since AND ($kind IS NULL OR x.kind = $kind) AND ($region IS NULL OR x.region = $region)
            RETURN x {.*} AS published
            """;

    private final Neo4jClient graph;
    private final IdentityHash hash;
    private final Organisations organisations;
    private final AuditLog chain;
    private final Clock clock;

    NeedBoard(
            Neo4jClient graph,
            IdentityHash hash,
            Organisations organisations,
            AuditLog chain,
            Clock clock) {
        this.graph = graph;
        this.hash = hash;
        this.organisations = organisations;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * A need that was published.
     *
     * @param id of its being published
     * @param need identifier of the need itself
     * @param shown what the charity sees
     */
    record Notice(String id, String need, PublishedNeed shown) {}

    /** {@return what is shown today; nothing to a charity that isn't approved} */
    ListSource<PublishedNeed> listing(
            Caller caller, @Nullable HelpKind kind, @Nullable String region) {
        chain.append(
                List.of(
                        PublicationEntries.of(
                                caller,
                                Kind.READ,
                                List.of(),
                                "publishedNeeds %s %s".formatted(kind, region))));
        List<PublishedNeed> all =
                organisations.approvedCharity(caller.department())
                        ? notices(caller, LocalDate.now(clock), kind, region).stream()
                                .map(Notice::shown)
                                .sorted(Comparator.comparing(PublishedNeed::pseudonym))
                                .toList()
                        : List.of();
        return new ListSource<>(
                stretch ->
                        stretch.of(
                                all,
                                (need, place) ->
                                        need.pseudonym()
                                                .compareTo(String.valueOf(place.getFirst()))),
                need -> List.of(need.pseudonym()));
    }

    /**
     * {@return what that charity saw under the pseudonym; until a week after it was shown last, so
     * that nothing tells what became of it}
     */
    Optional<Notice> find(Caller caller, String pseudonym) {
        LocalDate since = LocalDate.now(clock).minusDays(NeedPublication.GRACE);
        return notices(caller, since, null, null).stream()
                .filter(notice -> notice.shown().pseudonym().equals(pseudonym))
                .findFirst();
    }

    private Collection<Notice> notices(
            Caller caller, LocalDate since, @Nullable HelpKind kind, @Nullable String region) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("since", since);
        parameters.put("kind", kind == null ? null : kind.name());
        parameters.put("region", region);
        return graph.query(SHOWN)
                .bindAll(parameters)
                .fetchAs(Notice.class)
                .mappedBy((_, row) -> notice(caller, row))
                .all();
    }

    private Notice notice(Caller caller, Record row) {
        Value one = row.get("published");
        String id = one.get("id").asString();
        return new Notice(
                id,
                one.get("need").asString(),
                new PublishedNeed(
                        hash.identifier('I', caller.department() + " " + id),
                        cell(one),
                        one.get("day").asLocalDate(),
                        one.get("until").asLocalDate()));
    }

    private static NeedCell cell(Value one) {
        return new NeedCell(
                HelpKind.valueOf(one.get("kind").asString()),
                QuantityBand.valueOf(one.get("quantity").asString()),
                one.get("region").asString(),
                one.get("hardship").isNull()
                        ? null
                        : Hardship.valueOf(one.get("hardship").asString()),
                one.get("age").isNull() ? null : AgeBand.valueOf(one.get("age").asString()),
                one.get("urgency").isNull() ? null : one.get("urgency").asString());
    }
}

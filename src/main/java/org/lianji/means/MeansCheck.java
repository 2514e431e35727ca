package org.lianji.means;

import org.jspecify.annotations.Nullable;
import org.lianji.access.AccessPolicy;
import org.lianji.access.CoveredPersons;
import org.lianji.access.Grant;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.ItemType;
import org.lianji.items.Yuan;
import org.lianji.platform.Caller;
import org.lianji.rules.RuleParameter;
import org.lianji.rules.RuleParameters;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a family's means against what the departments know (核对) instead of asking for papers
 * (社会救助法 §41): for the department that leads, under its agreements, for purpose A or B on the basis
 * of the case, and never beyond them; and against what sources outside have answered. A source that
 * may not be asked, or did not answer, is told to be so.
 */
@Component
public final class MeansCheck {

    private static final int CITY_DIGITS = 4;

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final RuleParameters parameters;
    private final Clock clock;

    MeansCheck(
            Neo4jClient graph,
            AccessPolicy policy,
            Catalogue catalogue,
            RuleParameters parameters,
            Clock clock) {
        this.graph = graph;
        this.policy = policy;
        this.catalogue = catalogue;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * What a check has brought.
     *
     * @param answers one of each source
     * @param file what there is behind them
     */
    public record Outcome(List<MeansAnswer> answers, MeansFile file) {}

    /** What one source has brought. */
    private record Told(MeansAnswer answer, @Nullable MeansExcess excess) {}

    /**
     * {@return what the sources say of a family}
     *
     * @param hub for the department that leads
     * @param reason purpose and basis
     * @param family who of it is asked about, and whom of them which grants cover
     * @param replies what sources outside have answered
     */
    public Outcome outcome(
            Caller hub,
            ReadPurpose reason,
            MeansInquiry inquiry,
            CoveredPersons family,
            List<OutsideReply> replies) {
        Map<OutsideKind, OutsideReply> outside =
                replies.stream()
                        .map(reply -> reply.about(family.persons()))
                        .collect(
                                Collectors.toMap(
                                        OutsideReply::kind,
                                        Function.identity(),
                                        (_, newer) -> newer,
                                        () -> new EnumMap<>(OutsideKind.class)));
        long assets =
                outside.values().stream()
                        .filter(reply -> reply.kind() != OutsideKind.TAX)
                        .mapToLong(OutsideReply::total)
                        .sum();
        List<Told> told =
                Stream.of(MeansSource.values())
                        .filter(inquiry::asks)
                        .map(
                                source ->
                                        source.outside() instanceof OutsideKind kind
                                                ? outside(
                                                        source,
                                                        inquiry,
                                                        family,
                                                        outside.get(kind),
                                                        assets)
                                                : library(hub, reason, source, inquiry, family))
                        .toList();
        return new Outcome(
                told.stream().map(Told::answer).toList(),
                new MeansFile(
                        told.stream().map(Told::excess).flatMap(Stream::ofNullable).toList(),
                        replies));
    }

    /** What a family owns counts together: one source is named where it holds some of it. */
    private Told outside(
            MeansSource source,
            MeansInquiry inquiry,
            CoveredPersons family,
            @Nullable OutsideReply reply,
            long assets) {
        if (reply == null) {
            return told(source, MeansAnswer.Status.NOT_CONNECTED);
        }
        List<MeansFact> facts =
                reply.sums().stream()
                        .filter(sum -> sum.fen() > 0)
                        .map(
                                sum ->
                                        new MeansFact(
                                                sum.person(),
                                                source.category(),
                                                inquiry.number(),
                                                source.items().getFirst(),
                                                Yuan.text(sum.fen()),
                                                LocalDate.parse(sum.asOf())
                                                        .atStartOfDay(clock.getZone())
                                                        .toString()))
                        .toList();
        long limit = limit(source, inquiry);
        boolean over = (source.asset() ? assets : reply.total()) > limit;
        MeansAnswer.Status status =
                reply.status() == MeansAnswer.Status.ANSWERED
                        ? whole(family.persons(), inquiry)
                        : reply.status();
        return told(source, status, inquiry, over ? facts : List.of());
    }

    private Told library(
            Caller hub,
            ReadPurpose reason,
            MeansSource source,
            MeansInquiry inquiry,
            CoveredPersons family) {
        Category category = catalogue.category(source.category()).orElseThrow();
        Grant grant = policy.grant(hub, reason, category);
        if (source.items().stream().anyMatch(item -> grant.clear(item).isEmpty())) {
            boolean never =
                    grant instanceof Grant.None(Grant.Refusal why)
                            && why != Grant.Refusal.NO_AGREEMENT;
            return told(
                    source,
                    never ? MeansAnswer.Status.NOT_ALLOWED : MeansAnswer.Status.NO_AGREEMENT);
        }
        List<String> shown = family.of(grant, source.items());
        return told(
                source,
                whole(shown, inquiry),
                inquiry,
                source.measure()
                        .exceeding(
                                facts(source, category, inquiry, shown), limit(source, inquiry)));
    }

    /** {@return how far a source has answered that has about these people} */
    private static MeansAnswer.Status whole(List<String> about, MeansInquiry inquiry) {
        return about.size() == inquiry.persons().size()
                ? MeansAnswer.Status.ANSWERED
                : MeansAnswer.Status.PARTLY;
    }

    private List<MeansFact> facts(
            MeansSource source, Category category, MeansInquiry inquiry, List<String> shown) {
        String item = source.items().getFirst();
        boolean money = category.item(item).orElseThrow().type() == ItemType.Scalar.MONEY;
        return List.copyOf(
                graph.query(source.statement(category.type()))
                        .bindAll(
                                Map.of(
                                        "shown", shown,
                                        "today", LocalDate.now(clock),
                                        "number", inquiry.number(),
                                        "city",
                                                inquiry.places()
                                                        .getFirst()
                                                        .substring(0, CITY_DIGITS)))
                        .fetchAs(MeansFact.class)
                        .mappedBy(
                                (_, row) ->
                                        new MeansFact(
                                                row.get("person").asString(),
                                                category.code(),
                                                row.get("recordNo").asString(),
                                                item,
                                                money
                                                        ? Yuan.text(row.get("value").asLong())
                                                        : String.valueOf(
                                                                row.get("value").asObject()),
                                                row.get("observedAt").asString()))
                        .all());
    }

    private static Told told(MeansSource source, MeansAnswer.Status status) {
        return new Told(new MeansAnswer(source, status, false), null);
    }

    private Told told(
            MeansSource source,
            MeansAnswer.Status status,
            MeansInquiry inquiry,
            List<MeansFact> facts) {
        return new Told(
                new MeansAnswer(source, status, !facts.isEmpty()),
                facts.isEmpty() ? null : new MeansExcess(source, named(source, inquiry), facts));
    }

    private long limit(MeansSource source, MeansInquiry inquiry) {
        return source.scale()
                .of(
                        parameters.money(
                                source.parameter(), inquiry.places(), LocalDate.now(clock)),
                        inquiry.persons().size());
    }

    private @Nullable MeansLimit named(MeansSource source, MeansInquiry inquiry) {
        Optional<RuleParameter> parameter = parameters.named(source.parameter());
        return switch (source.scale()) {
            case NONE -> null;
            case ONE -> new MeansLimit(source.parameter(), "住房套数", "Homes", "1");
            default ->
                    new MeansLimit(
                            source.parameter(),
                            parameter.map(RuleParameter::nameZh).orElse(""),
                            parameter.map(RuleParameter::nameEn).orElse(""),
                            Yuan.text(limit(source, inquiry)));
        };
    }

    /**
     * {@return of some facts those whose item shows to a caller, of whom it does}
     *
     * @param reason why they may read
     * @param persons tokens of whom that leads them to
     */
    public List<MeansFact> shown(
            Caller caller, ReadPurpose reason, List<String> persons, List<MeansFact> facts) {
        CoveredPersons covered = new CoveredPersons(graph, persons, LocalDate.now(clock));
        List<MeansFact> shown = new ArrayList<>();
        for (MeansFact fact : facts) {
            Grant grant =
                    policy.grant(caller, reason, catalogue.category(fact.category()).orElseThrow());
            if (covered.of(grant, List.of(fact.item())).contains(fact.person())) {
                shown.add(fact);
            }
        }
        return shown;
    }
}

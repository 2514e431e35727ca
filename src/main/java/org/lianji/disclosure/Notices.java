package org.lianji.disclosure;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.ParsedValue;
import org.lianji.items.Values;
import org.lianji.paging.ListSource;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.TransitionInput;
import org.lianji.texts.PlainText;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Notices: posted by officers, read by everybody while they hang. */
@Component
final class Notices {

    /** Until an objection was looked into. */
    static final String OBJECTION_CLOCK = "NOTICE_OBJECTION";

    /** The department that leads, and answers for the clock. */
    static final String LEAD = "MZ";

    /** The day of posting is day 0. */
    private static final int DAYS = 7;

    private static final int LONGEST_NAME = 50;

    /** Letters of any script, with a point or one blank between its parts. */
    private static final Pattern NAMED =
            Pattern.compile("[\\p{L}\\p{M}]+(?:[·•‧・. ][\\p{L}\\p{M}]+)*");

    /** A number that is written out: no name has five in a row. */
    private static final Pattern NUMERALS = Pattern.compile("[〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾幺两]{5}");

    private static final int MOST_MEMBERS = 30;
    private static final long MOST_FEN = 100_000_000;
    private static final long NAME = 0;

    /** Nothing tells what was taken down from what was never there. */
    private static final String HANGS =
            """
            MATCH (m:PublicNotice {village: $village})-[:FOR]->(p:Person)
            WHERE m.state IN ['POSTED', 'OBJECTED'] AND m.lastDay >= $today AND %s
            """
                    .formatted(NoticeSubjects.SHOWABLE);

    private static final String HANGING =
            HANGS
                    + """
                    RETURN m {.id, .name, .members, .amount, .kind, .lastDay} AS notice
                    ORDER BY m.lastDay, m.id
                    """;

    private static final String MATTER =
            "MATCH (b:Basis {id: $basis}) WHERE b.matter IS NOT NULL RETURN b.matter";

    private static final String APPLICATION =
            """
            MATCH (c:Case {id: $matter})-[:APPLIES_FOR]->(p:Person)
            RETURN c.kind AS kind, p.id = $person AS applies
            """;

    private static final String AT_NO_RISK =
            "MATCH (p:Person) WHERE p.id IN $persons AND "
                    + NoticeSubjects.SHOWABLE
                    + " RETURN p.id";

    private static final String OF_VILLAGE = HANGS + "RETURN m.id ORDER BY m.id";

    private static final String OF_MATTER =
            "MATCH (m:PublicNotice {matter: $matter}) WHERE m.state IN ['POSTED', 'OBJECTED']"
                    + " RETURN m.id";

    private final Procedures<NoticeState, NoticeTransition, PublicNotice> matters;
    private final NoticeSubjects subjects;
    private final Neo4jClient graph;
    private final Values values;
    private final Regions regions;
    private final SealedTexts texts;
    private final Clock clock;

    Notices(
            NoticeFlow flow,
            ProcedureKernel kernel,
            NoticeSubjects subjects,
            Neo4jClient graph,
            Values values,
            Regions regions,
            SealedTexts texts,
            Clock clock) {
        this.matters = kernel.of(flow);
        this.subjects = subjects;
        this.graph = graph;
        this.values = values;
        this.regions = regions;
        this.texts = texts;
        this.clock = clock;
    }

    /** What an officer posts. */
    record NoticeText(
            String basis,
            String person,
            String village,
            String name,
            int members,
            @Nullable String amount,
            PublicNotice.Kind kind) {}

    /** What everybody reads. */
    record Line(
            String name,
            int members,
            @Nullable Long amount,
            PublicNotice.Kind kind,
            LocalDate lastDay) {}

    PublicNotice post(MutationCall call, Reason stated, NoticeText said) {
        Long amount = amount(said);
        String name = PlainText.kept(said.name());
        if (PlainText.length(name) > LONGEST_NAME
                || !PlainText.isReadable(name)
                || PlainText.formatCharacter(name).isPresent()
                || !NAMED.matcher(name).matches()
                || NUMERALS.matcher(name).find()
                || said.members() < 1
                || said.members() > MOST_MEMBERS) {
            throw new Problem(DisclosureCode.NOTICE_FIELDS);
        }
        List<String> places = places(call.caller(), said.village());
        String person =
                subjects.of(call.caller(), said.basis(), said.person(), said.village(), name);
        String matter = matter(said.basis());
        if (matter != null) {
            requireApplication(matter, person, said.kind());
        }
        return matters.begin(
                call,
                stated,
                NoticeTransition.POST,
                null,
                begun ->
                        new PublicNotice(
                                begun,
                                places,
                                new PublicNotice.Shown(
                                        texts.close(PublicNotice.class, begun.id(), NAME, name),
                                        said.members(),
                                        amount,
                                        said.kind()),
                                LocalDate.now(clock).plusDays(DAYS),
                                matter,
                                PublicNotice.Finding.NONE,
                                new PublicNotice.Concern(person, List.of(), null)));
    }

    /** {@return the flow's matter that a basis is of; null where a client declared it} */
    private @Nullable String matter(String basis) {
        return graph.query(MATTER).bind(basis).to("basis").fetchAs(String.class).one().orElse(null);
    }

    /** Of an application who applies is published, for what they apply for. */
    private void requireApplication(String matter, String person, PublicNotice.Kind kind) {
        graph.query(APPLICATION)
                .bindAll(Map.of("matter", matter, "person", person))
                .fetch()
                .one()
                .ifPresent(
                        application -> {
                            if (!Boolean.TRUE.equals(application.get("applies"))) {
                                throw new Problem(DisclosureCode.NOTICE_PERSON);
                            }
                            AssistanceKind applied =
                                    AssistanceKind.valueOf(String.valueOf(application.get("kind")));
                            if (!applied.notice().equals(kind.name())) {
                                throw new Problem(DisclosureCode.NOTICE_KIND);
                            }
                        });
    }

    /** Money that is given, and nothing where none is. */
    private @Nullable Long amount(NoticeText said) {
        if (said.amount() == null && !said.kind().paid()) {
            return null;
        }
        if (said.amount() == null || !said.kind().paid()) {
            throw new Problem(DisclosureCode.NOTICE_AMOUNT);
        }
        return switch (values.parse(ItemType.Scalar.MONEY, said.amount())) {
            case ParsedValue.Valid good
                    when (Long) good.value() > 0 && (Long) good.value() <= MOST_FEN ->
                    (Long) good.value();
            default -> throw new Problem(DisclosureCode.NOTICE_FIELDS);
        };
    }

    /** A village of the caller's region, and what it lies in. */
    private List<String> places(Caller caller, String village) {
        if (!regions.exists(village) || village.equals(Regions.township(village))) {
            throw new Problem(DisclosureCode.NOTICE_PERSON);
        }
        List<String> places = Regions.upToCounty(village);
        if (!places.contains(caller.region())) {
            throw new Problem(DisclosureCode.NOTICE_PERSON);
        }
        return places;
    }

    Optional<PublicNotice> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<PublicNotice> listing(
            Caller caller, @Nullable NoticeState state, @Nullable String village) {
        Fragment which =
                village == null
                        ? Fragment.TRUE
                        : Fragment.of("m.village = $village", "village", village);
        return matters.listing(caller, which, state);
    }

    /** Takes down what hangs of a matter; nothing where nothing does. */
    void takeDown(String matter) {
        graph.query(OF_MATTER).bind(matter).to("matter").fetchAs(String.class).all().stream()
                .flatMap(id -> matters.find(id).stream())
                .forEach(one -> matters.advance(NoticeTransition.WITHDRAW, one, same -> same));
    }

    /**
     * {@return the notice, down, with what came of the objection; an application goes back to be
     * looked at anew}
     */
    PublicNotice answer(
            MutationCall call, Reason stated, TransitionInput step, PublicNotice.Finding found) {
        return matters.take(call, stated, NoticeTransition.ANSWER, step, one -> one.with(found));
    }

    /**
     * {@return the notice of a name that hangs in a village, as everybody may read it; none where
     * nothing hangs of it}
     */
    Optional<PublicNotice> named(String village, String name) {
        String letters = PlainText.nameLetters(name);
        return graph
                .query(OF_VILLAGE)
                .bindAll(hangingNow(village))
                .fetchAs(String.class)
                .all()
                .stream()
                .flatMap(id -> matters.find(id).stream())
                .filter(
                        one ->
                                name(one)
                                        .map(PlainText::nameLetters)
                                        .filter(letters::equals)
                                        .isPresent())
                .findFirst();
    }

    private Map<String, Object> hangingNow(String village) {
        return Map.of(
                "village", village,
                "today", LocalDate.now(clock),
                "now", ZonedDateTime.now(clock));
    }

    /** An objection of somebody without a token; one more changes nothing. */
    void object(String id) {
        matters.find(id)
                .ifPresent(one -> matters.advance(NoticeTransition.OBJECT_OPENLY, one, it -> it));
    }

    PublicNotice.Outcome outcome(PublicNotice notice) {
        return notice.outcome(LocalDate.now(clock));
    }

    /** {@return the names, each as long as everybody may read it} */
    Map<PublicNotice, String> names(List<PublicNotice> some) {
        Set<String> read = atNoRisk(some.stream().map(PublicNotice::person).toList());
        Map<PublicNotice, String> names = new HashMap<>();
        some.stream()
                .filter(one -> read.contains(one.person()))
                .forEach(one -> name(one).ifPresent(name -> names.put(one, name)));
        return names;
    }

    /** {@return those of whom no look is hidden, by their tokens} */
    private Set<String> atNoRisk(List<String> persons) {
        return Set.copyOf(
                graph.query(AT_NO_RISK)
                        .bindAll(Map.of("persons", persons, "now", ZonedDateTime.now(clock)))
                        .fetchAs(String.class)
                        .all());
    }

    private Optional<String> name(PublicNotice notice) {
        return !notice.hangs(LocalDate.now(clock))
                ? Optional.empty()
                : Optional.ofNullable(
                        texts.open(PublicNotice.class, notice.id(), NAME, notice.shown().name()));
    }

    /** {@return what hangs in the village now} */
    List<Line> hanging(String village) {
        return graph
                .query(HANGING)
                .bindAll(hangingNow(village))
                .fetchAs(Value.class)
                .mappedBy((_, row) -> row.get("notice"))
                .all()
                .stream()
                .flatMap(row -> line(row).stream())
                .toList();
    }

    /** What isn't paid has had amounts. */
    private static @Nullable Long shown(Value row) {
        return PublicNotice.Kind.valueOf(row.get("kind").asString()).paid()
                ? Long.valueOf(row.get("amount").asLong())
                : null;
    }

    private Optional<Line> line(Value row) {
        return Optional.ofNullable(
                        texts.open(
                                PublicNotice.class,
                                row.get("id").asString(),
                                NAME,
                                row.get("name").asString()))
                .map(
                        name ->
                                new Line(
                                        name,
                                        row.get("members").asInt(),
                                        shown(row),
                                        PublicNotice.Kind.valueOf(row.get("kind").asString()),
                                        row.get("lastDay").asLocalDate()));
    }
}

package org.lianji.conferences;

import org.jspecify.annotations.Nullable;
import org.lianji.access.ReadPurpose;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.items.Values;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Conferences: convened, opened, heard, decided; and the tasks that come of them. */
@Component
final class Conferences {

    /** Until it is decided. */
    static final String DECIDE_CLOCK = "CONFERENCE_DECIDE";

    /** For so many days who is late may still learn for whom a task is. */
    private static final int LATE = 30;

    /** Until a task is done. */
    static final String TASK_CLOCK = "CONFERENCE_TASK";

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._@-]{1,100}");
    private static final int MOST_MEMBERS = 12;
    private static final int MOST_CATEGORIES = 12;
    private static final String DOT = "\\.";
    private static final int MOST_TASKS = 20;
    private static final int LONGEST_DAYS = 14;
    private static final long TOPIC = 0;
    private static final long DECISION = -1;
    private static final long MINUTES = -2;
    private static final long FIRST_OPINION = -10;
    private static final long WHAT = 0;

    private final Procedures<ConferenceState, ConferenceTransition, Conference> matters;
    private final Procedures<ConferenceTask.State, TaskTransition, ConferenceTask> tasks;
    private final ConferenceFlow flow;
    private final BasisRegistry bases;
    private final Catalogue catalogue;
    private final SealedTexts texts;
    private final Values values;
    private final Clock clock;
    private final TransactionTemplate writing;

    Conferences(
            ConferenceFlow flow,
            TaskFlow taskFlow,
            ProcedureKernel kernel,
            BasisRegistry bases,
            Catalogue catalogue,
            SealedTexts texts,
            Values values,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.matters = kernel.of(flow);
        this.tasks = kernel.of(taskFlow);
        this.flow = flow;
        this.bases = bases;
        this.catalogue = catalogue;
        this.texts = texts;
        this.values = values;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    /** Who is to come, or to do something. */
    record Member(String department, String client) {

        String name() {
            return Conference.member(department, client);
        }
    }

    /**
     * What is to be talked about, and by whom.
     *
     * @param lastDay on which data are open
     */
    record Invitation(
            Conference.Origin origin,
            String matter,
            String topic,
            Purpose purpose,
            List<String> categories,
            List<Member> members,
            String lastDay) {}

    Conference convene(MutationCall call, Reason stated, Invitation said) {
        Caller caller = call.caller();
        if (said.purpose() != Purpose.D && said.purpose() != Purpose.E) {
            throw new Problem(ConferenceCode.CONFERENCE_PURPOSE);
        }
        List<String> members = members(caller, said.members());
        List<String> categories = categories(said.categories());
        LocalDate lastDay = lastDay(said.lastDay());
        String topic = Texts.required("topic", said.topic());
        List<String> persons = persons(caller, said);
        return matters.begin(
                call,
                stated,
                ConferenceTransition.CONVENE,
                null,
                begun ->
                        new Conference(
                                begun,
                                new Conference.Agenda(
                                        said.origin(),
                                        said.matter(),
                                        texts.close(Conference.class, begun.id(), TOPIC, topic),
                                        said.purpose(),
                                        categories,
                                        lastDay),
                                members,
                                Conference.Opinions.NONE,
                                Conference.Decision.NONE,
                                persons,
                                List.of(),
                                null));
    }

    /** Whom the convener reads of by the matter that they handle. */
    private List<String> persons(Caller caller, Invitation said) {
        List<String> persons =
                !said.origin().of(said.matter())
                        ? List.of()
                        : bases.inForce(caller, said.matter())
                                .map(
                                        basis ->
                                                bases.concerned(
                                                        caller,
                                                        new ReadPurpose(said.purpose(), basis)))
                                .orElse(List.of());
        if (persons.isEmpty()) {
            throw new Problem(ConferenceCode.CONFERENCE_MATTER);
        }
        return persons;
    }

    private List<String> members(Caller caller, List<Member> named) {
        List<String> members =
                Stream.concat(
                                Stream.of(Conference.member(caller)),
                                named.stream().map(Member::name))
                        .toList();
        boolean fit =
                !named.isEmpty()
                        && named.size() <= MOST_MEMBERS
                        && named.stream().allMatch(this::fits)
                        && named.stream()
                                .anyMatch(one -> !one.department().equals(caller.department()))
                        && new HashSet<>(members).size() == members.size();
        if (!fit) {
            throw new Problem(ConferenceCode.CONFERENCE_MEMBERS);
        }
        return members;
    }

    private boolean fits(Member member) {
        return ACCOUNT.matcher(member.client()).matches()
                && catalogue.departments().stream()
                        .anyMatch(one -> one.code().equals(member.department()));
    }

    /** Whole categories, or some items of them. */
    private List<String> categories(List<String> named) {
        List<String> distinct = named.stream().distinct().toList();
        Map<String, List<String>> byCode =
                distinct.stream().collect(Collectors.groupingBy(one -> one.split(DOT, 2)[0]));
        boolean fit =
                !byCode.isEmpty()
                        && byCode.size() <= MOST_CATEGORIES
                        && byCode.entrySet().stream()
                                .allMatch(one -> known(one.getKey(), one.getValue()));
        if (!fit) {
            throw new Problem(ConferenceCode.CONFERENCE_CATEGORIES);
        }
        return distinct;
    }

    private boolean known(String code, List<String> named) {
        List<String> items =
                catalogue.category(code).stream()
                        .flatMap(it -> it.items().stream())
                        .map(item -> code + "." + item.name())
                        .toList();
        return !items.isEmpty() && (named.equals(List.of(code)) || items.containsAll(named));
    }

    private LocalDate lastDay(String given) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = LocalDate.parse(given);
        if (day.isBefore(today) || day.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Problem(ConferenceCode.CONFERENCE_DAYS);
        }
        return day;
    }

    /** {@return the conference, with the basis that was registered} */
    Conference open(MutationCall call, Reason stated, TransitionInput step) {
        Conference opened =
                matters.take(call, stated, ConferenceTransition.BEGIN, step, one -> one);
        return matters.find(opened.id()).orElse(opened);
    }

    Conference opine(MutationCall call, Reason stated, TransitionInput step) {
        String said = Texts.required("note", step.note());
        return matters.take(
                call,
                stated,
                ConferenceTransition.OPINE,
                new TransitionInput(step.id(), step.version(), null),
                one ->
                        one.with(
                                one.opinions()
                                        .and(
                                                Conference.member(call.caller()),
                                                texts.close(
                                                        Conference.class,
                                                        one.id(),
                                                        FIRST_OPINION
                                                                - one.opinions().opinionBy().size(),
                                                        said))));
    }

    /** What somebody is to do. */
    record TaskInput(String what, Member owner) {}

    /** {@return the conference, over, with its tasks given in the same transaction} */
    Conference decide(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            ConferenceOutcome outcome,
            List<TaskInput> given) {
        String decision = Texts.required("note", step.note());
        String written = Texts.required("minutes", outcome.minutes());
        Long allowed = outcome.allowed(values);
        String rule = outcome.allowedBy();
        if (given.size() > MOST_TASKS) {
            throw new Problem(ConferenceCode.CONFERENCE_TASKS);
        }
        return Objects.requireNonNull(
                writing.execute(
                        _ -> {
                            boolean before =
                                    matters.find(call.caller(), step.id())
                                            .filter(one -> one.state() == ConferenceState.DECIDED)
                                            .isPresent();
                            Conference decided =
                                    matters.take(
                                            call,
                                            stated,
                                            ConferenceTransition.DECIDE,
                                            new TransitionInput(step.id(), step.version(), null),
                                            one ->
                                                    one.with(
                                                            new Conference.Decision(
                                                                    close(one, DECISION, decision),
                                                                    allowed,
                                                                    rule,
                                                                    close(one, MINUTES, written),
                                                                    Digests.hex(written))));
                            if (!before) {
                                given.forEach(task -> give(call.caller(), stated, decided, task));
                            }
                            return decided;
                        }));
    }

    private @Nullable String close(Conference one, long place, String text) {
        return texts.close(Conference.class, one.id(), place, text);
    }

    private void give(Caller caller, Reason stated, Conference decided, TaskInput task) {
        String owner = task.owner().name();
        if (!decided.members().contains(owner)) {
            throw new Problem(ConferenceCode.CONFERENCE_TASKS);
        }
        if (!decided.unrelated().contains(owner)) {
            throw new Problem(ConferenceCode.CONFERENCE_OF_RELATIVE);
        }
        String what = Texts.required("what", task.what());
        ConferenceTask given =
                tasks.begin(
                        MutationCall.unnamed(caller, "decideConference"),
                        stated,
                        TaskTransition.GIVE,
                        null,
                        begun ->
                                new ConferenceTask(
                                        begun,
                                        decided.id(),
                                        decided.members().getFirst(),
                                        owner,
                                        texts.close(ConferenceTask.class, begun.id(), WHAT, what),
                                        null,
                                        List.of()));
        flow.open(
                caller,
                decided,
                given,
                Objects.requireNonNull(given.lastDay(TASK_CLOCK)).plusDays(LATE));
    }

    Optional<Conference> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    Optional<ConferenceTask> findTask(Caller caller, String id) {
        return tasks.find(caller, id);
    }

    ListSource<Conference> listing(Caller caller, @Nullable ConferenceState state) {
        return matters.listing(caller, Fragment.TRUE, state);
    }

    ListSource<ConferenceTask> taskListing(Caller caller, ConferenceTask.@Nullable State state) {
        return tasks.listing(caller, Fragment.TRUE, state);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** {@return a text of the conference, as far as it is open to the caller} */
    @Nullable String topic(Caller caller, Conference one) {
        return opened(caller, one, TOPIC, one.agenda().topic());
    }

    @Nullable String decision(Caller caller, Conference one) {
        return opened(caller, one, DECISION, one.decision().decided());
    }

    @Nullable String minutes(Caller caller, Conference one) {
        return opened(caller, one, MINUTES, one.decision().minutes());
    }

    private @Nullable String opened(
            Caller caller, Conference one, long place, @Nullable String sealed) {
        return one.tells(caller, today())
                ? texts.open(Conference.class, one.id(), place, sealed)
                : null;
    }

    /**
     * @param department whose member said it
     */
    record Opinion(String department, @Nullable String text) {}

    List<Opinion> opinions(Caller caller, Conference one) {
        Conference.Opinions said = one.opinions();
        return one.tells(caller, today())
                ? IntStream.range(0, said.opinionBy().size())
                        .mapToObj(
                                n ->
                                        new Opinion(
                                                said.opinionBy().get(n).split("\\|", 2)[0],
                                                texts.open(
                                                        Conference.class,
                                                        one.id(),
                                                        FIRST_OPINION - n,
                                                        said.opinionTexts().get(n))))
                        .toList()
                : List.of();
    }

    @Nullable String what(ConferenceTask task) {
        return texts.open(ConferenceTask.class, task.id(), WHAT, task.what());
    }
}

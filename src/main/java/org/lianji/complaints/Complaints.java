package org.lianji.complaints;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditEntryView;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entries;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Progress;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Complaints: filed by anybody, answered by the county or above it, shown to who has the receipt.
 */
@Component
final class Complaints {

    /** Until somebody of the county has taken it on. */
    static final String ACCEPT_CLOCK = "COMPLAINT_ACCEPT";

    /** Until there is an answer, whoever gives it. */
    static final String ANSWER_CLOCK = "COMPLAINT_ANSWER";

    /** Until the city has answered. */
    static final String REVIEW_CLOCK = "COMPLAINT_REVIEW";

    private static final Caller NOBODY = new Caller("", "public", Set.of(), "", null);

    private static final char RECEIPT = 'Y';
    private static final long TEXT = 0;
    private static final long CONTACT = -1;
    private static final long COUNTY_ANSWER = -2;
    private static final long CITY_ANSWER = -3;
    private static final long CONTESTED = -4;
    private static final int CONTEST_DAYS = 30;

    private static final String LATE =
            """
            MATCH (d:Deadline)-[:OF]->(m:Complaint)
            WHERE m.level = 'COUNTY' AND m.state IN ['FILED', 'ACCEPTED'] AND d.endedOn IS NULL AND d.due < $today
            RETURN DISTINCT m.id
            """;

    private static final String OF_RECEIPT = "MATCH (m:Complaint {receipt: $receipt}) RETURN m.id";

    private final Procedures<ComplaintState, ComplaintTransition, Complaint> matters;
    private final ComplaintFlow flow;
    private final ComplaintReports reports;
    private final Entries entries;
    private final SealedTexts texts;
    private final AuditLog chain;
    private final Neo4jClient graph;
    private final Clock clock;
    private final String lead;

    Complaints(
            ComplaintFlow flow,
            ProcedureKernel kernel,
            ComplaintReports reports,
            Entries entries,
            SealedTexts texts,
            AuditLog chain,
            Neo4jClient graph,
            Clock clock,
            Catalogue catalogue) {
        this.matters = kernel.of(flow);
        this.flow = flow;
        this.reports = reports;
        this.entries = entries;
        this.texts = texts;
        this.chain = chain;
        this.graph = graph;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /** {@return the complaint of somebody who has a token: their own, or what the hotline heard} */
    Complaint file(MutationCall call, Reason stated, ComplaintReports.Report said) {
        Caller caller = call.caller();
        ComplaintReports.CheckedReport report = reports.checked(caller, said);
        Complaint.Channel channel =
                caller.is(Role.CITIZEN)
                                || caller.roles().stream()
                                        .anyMatch(Role.OF_AN_ORGANISATION::contains)
                        ? Complaint.Channel.TOKEN
                        : Complaint.Channel.HOTLINE;
        return matters.begin(
                call,
                stated,
                ComplaintTransition.FILE,
                null,
                begun -> complaint(begun, report, channel, caller));
    }

    /** {@return the complaint of somebody who has none} */
    Complaint fileOpenly(ComplaintReports.Report said) {
        ComplaintReports.CheckedReport report = reports.checked(NOBODY, said);
        return matters.beginByHub(
                ComplaintTransition.FILE_OPENLY,
                begun -> complaint(begun, report, Complaint.Channel.OPEN, NOBODY));
    }

    private Complaint complaint(
            Progress<ComplaintState> begun,
            ComplaintReports.CheckedReport report,
            Complaint.Channel channel,
            Caller filer) {
        String contact = report.contact();
        return new Complaint(
                begun,
                report.places(),
                report.concern(),
                new Complaint.Statement(
                        channel,
                        filer.client(),
                        filer.department(),
                        Ids.next(RECEIPT),
                        texts.close(Complaint.class, begun.id(), TEXT, report.text()),
                        contact == null
                                ? null
                                : texts.close(Complaint.class, begun.id(), CONTACT, contact),
                        null),
                new Complaint.Treatment(lead, level(report), null, null, null, null),
                List.of(),
                List.of());
    }

    /** The county's office doesn't judge what it did itself. */
    private ComplaintLevel level(ComplaintReports.CheckedReport report) {
        String county = report.places().getLast();
        Complaint.Concern concern = report.concern();
        boolean stated =
                county.equals(concern.office())
                        && (concern.department() == null || lead.equals(concern.department()));
        boolean city = county.equals(Complaint.city(county));
        return city || stated || nobodySaysWho(concern) || acted(concern.matter(), county)
                ? ComplaintLevel.CITY
                : ComplaintLevel.COUNTY;
    }

    /** Who is complained about by name alone may be whoever would answer in the county. */
    private static boolean nobodySaysWho(Complaint.Concern concern) {
        return concern.office() == null
                && (concern.worker() == null
                        ? concern.kind() == Complaint.Kind.WORKER
                        : !ComplaintReports.isAccount(concern.worker()));
    }

    private boolean acted(@Nullable String matter, String county) {
        return matter != null
                && graph.query(
                                "MATCH (e:ProcedureEvent) WHERE e.matter = $matter AND e.version >"
                                        + " 0 AND e.department = $lead AND e.region = $county"
                                        + " RETURN count(e) > 0")
                        .bind(matter)
                        .to("matter")
                        .bind(lead)
                        .to("lead")
                        .bind(county)
                        .to("county")
                        .fetchAs(Boolean.class)
                        .one()
                        .orElse(false);
    }

    Optional<Complaint> find(Caller caller, String id) {
        Fragment that =
                flow.answered(caller).and(Fragment.of("m.id = $complaint", "complaint", id));
        return matters.listing(caller, that, null).read(Stretch.start(1)).stream().findFirst();
    }

    ListSource<Complaint> listing(
            Caller caller, @Nullable ComplaintState state, @Nullable String region) {
        return matters.listing(caller, flow.answered(caller).and(Procedures.within(region)), state);
    }

    Complaint accept(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(
                call,
                stated,
                ComplaintTransition.ACCEPT,
                step,
                one -> one.with(one.treatment().takenOn(call.caller().client())));
    }

    Complaint handUp(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(
                call,
                stated,
                ComplaintTransition.HAND_UP,
                step,
                one -> one.with(one.treatment().raised()));
    }

    /** {@return the complaint, with an answer that whoever has the receipt may read} */
    Complaint answer(
            MutationCall call, Reason stated, TransitionInput step, Complaint.Outcome outcome) {
        String said = Texts.required("note", step.note());
        return matters.take(
                call,
                stated,
                ComplaintTransition.ANSWER,
                step,
                one ->
                        one.with(
                                one.treatment()
                                        .answered(
                                                outcome,
                                                texts.close(
                                                        Complaint.class,
                                                        one.id(),
                                                        place(one),
                                                        said),
                                                ZonedDateTime.now(clock))));
    }

    private static long place(Complaint one) {
        return one.level() == ComplaintLevel.COUNTY ? COUNTY_ANSWER : CITY_ANSWER;
    }

    /** Gives the city what the county was late with; nobody has to ask for it. */
    void escalate(LocalDate today) {
        graph.query(LATE).bind(today).to("today").fetchAs(String.class).all().stream()
                .flatMap(id -> matters.find(id).stream())
                .forEach(
                        late ->
                                matters.advance(
                                        ComplaintTransition.ESCALATE,
                                        late,
                                        one -> one.with(one.treatment().raised())));
    }

    /** {@return the complaint of the receipt} */
    Optional<Complaint> ofReceipt(String receipt) {
        return graph.query(OF_RECEIPT)
                .bind(receipt)
                .to("receipt")
                .fetchAs(String.class)
                .one()
                .flatMap(matters::find);
    }

    /** {@return the complaint, which the city looks at anew} */
    Complaint contest(String receipt, String why) {
        Complaint one =
                ofReceipt(receipt)
                        .orElseThrow(() -> new Problem(ComplaintCode.COMPLAINT_NOT_FOUND));
        String said = Texts.required("note", why);
        LocalDate last = contestBy(one);
        if (last == null || last.isBefore(LocalDate.now(clock))) {
            throw new Problem(ComplaintCode.CONTEST_OVER);
        }
        return matters.advance(
                        ComplaintTransition.CONTEST,
                        one,
                        before ->
                                before.contested(
                                        texts.close(Complaint.class, before.id(), CONTESTED, said)))
                .orElseThrow(() -> new Problem(ComplaintCode.CONTEST_OVER));
    }

    /** {@return what whoever has the receipt is told} */
    ComplaintReceipt receipt(Complaint one) {
        LocalDate review = one.lastDay(REVIEW_CLOCK);
        return new ComplaintReceipt(
                one.id(),
                one.statement().receipt(),
                one.concern().kind(),
                one.places().getFirst(),
                one.createdAt(),
                one.state(),
                one.level(),
                one.overdue(LocalDate.now(clock)),
                one.lastDay(ACCEPT_CLOCK),
                review == null ? one.lastDay(ANSWER_CLOCK) : review,
                one.treatment().outcome(),
                texts.open(Complaint.class, one.id(), place(one), one.treatment().answer()),
                contestBy(one));
    }

    /** {@return the last day on which the county's answer can be contested} */
    private static @Nullable LocalDate contestBy(Complaint one) {
        return one.level() == ComplaintLevel.COUNTY
                        && one.treatment().answeredAt() instanceof ZonedDateTime answered
                ? answered.toLocalDate().plusDays(CONTEST_DAYS)
                : null;
    }

    /** {@return what the citizen complained about themself, as they are told of it} */
    ListSource<ComplaintReceipt> ownListing(Caller citizen) {
        ListSource<Complaint> own = matters.listing(citizen, ComplaintFlow.own(citizen), null);
        return new ListSource<>(
                stretch -> own.read(stretch).stream().map(this::receipt).toList(),
                receipt -> List.of(receipt.filedAt(), receipt.id()));
    }

    /**
     * What somebody said, for who is to answer.
     *
     * @param looks the entries of their access log that they name
     */
    record Content(
            @Nullable String text,
            @Nullable String contact,
            @Nullable String contested,
            List<AuditEntryView> looks) {}

    /** {@return what was said, on the chain before it leaves; the contact for the handler alone} */
    List<Content> contents(Caller caller, List<Complaint> some) {
        chain.append(
                some.stream()
                        .map(
                                one ->
                                        ComplaintFlow.entry(
                                                caller,
                                                Kind.READ,
                                                flow.complainants(one),
                                                one.id() + " content"))
                        .toList());
        List<Content> read = new ArrayList<>();
        some.forEach(one -> read.add(content(caller, one)));
        return read;
    }

    private Content content(Caller caller, Complaint one) {
        Complaint.Statement said = one.statement();
        boolean handler = caller.client().equals(one.treatment().handler());
        return new Content(
                texts.open(Complaint.class, one.id(), TEXT, said.text()),
                handler ? texts.open(Complaint.class, one.id(), CONTACT, said.contact()) : null,
                texts.open(Complaint.class, one.id(), CONTESTED, said.contested()),
                entries.ofHub(one.concern().looks()));
    }
}

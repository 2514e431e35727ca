package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisInput;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.items.ItemType;
import org.lianji.items.ParsedValue;
import org.lianji.items.Values;
import org.lianji.outbox.Outbox;
import org.lianji.outreach.VisitMatters.VisitMatter;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.platform.Reason;
import org.lianji.procedure.Texts;
import org.lianji.texts.PlainText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Visits: recorded by who works on a matter, and read by them. */
@Component
final class Visits {

    private static final char LETTER = 'X';
    private static final int MOST_VISITORS = 6;
    private static final int LONGEST_NAME = 50;

    private final VisitStore store;
    private final VisitMatters matters;
    private final Clues clues;
    private final MutationKeys keys;
    private final Outbox outbox;
    private final AuditLog chain;
    private final Values values;
    private final Clock clock;
    private final TransactionTemplate writing;

    Visits(
            VisitStore store,
            VisitMatters matters,
            Clues clues,
            MutationKeys keys,
            Outbox outbox,
            AuditLog chain,
            Values values,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.matters = matters;
        this.clues = clues;
        this.keys = keys;
        this.outbox = outbox;
        this.chain = chain;
        this.values = values;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * What visitors say.
     *
     * @param warning for which they were there, or
     * @param clue for which they were
     */
    record Report(
            @Nullable String warning,
            @Nullable String clue,
            String day,
            List<String> visitors,
            Visit.Findings findings,
            @Nullable String text) {

        String matter() {
            return VisitMatters.one(warning, clue);
        }
    }

    /** News of a visit; its subject is the matter. */
    record VisitRecorded(String matter, String visit) {}

    /**
     * {@return the visit; of a call that is sent again, the first one}
     *
     * @throws Problem MATTER_NOT_YOURS where the caller doesn't stand in the basis of such a matter
     */
    Visit record(MutationCall call, Reason stated, Report report) {
        Visit visit = checked(report);
        String id =
                Objects.requireNonNull(
                        writing.execute(
                                _ ->
                                        keys.earlier(call, visit.id())
                                                .orElseGet(() -> write(call, stated, visit))));
        return store.find(id).orElseThrow();
    }

    private Visit checked(Report report) {
        return new Visit(
                Ids.next(LETTER),
                report.matter(),
                day(report.day()),
                ZonedDateTime.now(clock),
                visitors(report.visitors()),
                report.findings(),
                Texts.optional("text", report.text()),
                List.of());
    }

    private LocalDate day(String given) {
        LocalDate day =
                switch (values.parse(ItemType.Scalar.DATE, given)) {
                    case ParsedValue.Valid good -> (LocalDate) good.value();
                    case ParsedValue.Invalid bad ->
                            throw new Problem(bad.code(), Map.of("argument", "day"));
                };
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Problem(OutreachCode.VISIT_IN_FUTURE);
        }
        return day;
    }

    /** One person alone is no witness of what was found (社会救助暂行办法: 两人以上). */
    private static List<String> visitors(List<String> given) {
        List<String> names =
                given.stream()
                        .map(name -> BasisInput.text("visitors", name, 1, LONGEST_NAME))
                        .map(name -> Prose.readable("visitors", name))
                        .toList();
        long different = names.stream().map(PlainText::nameLetters).distinct().count();
        if (different < 2 || names.size() > MOST_VISITORS) {
            throw new Problem(OutreachCode.TWO_VISITORS);
        }
        return names;
    }

    private String write(MutationCall call, Reason stated, Visit visit) {
        VisitMatter matter =
                matters.held(call.caller(), visit.matter())
                        .orElseThrow(() -> new Problem(OutreachCode.MATTER_NOT_YOURS));
        if (visit.day().isBefore(matters.since(matter.id()))) {
            throw new Problem(OutreachCode.VISIT_TOO_EARLY);
        }
        store.create(visit);
        if (matter.clue() instanceof Clue clue && clue.state() == ClueState.ACCEPTED) {
            clues.visited(matter.handler(), stated, clue);
        }
        chain.join(matter.entry(call.caller(), Kind.VISIT, visit.id()));
        outbox.post("VisitRecorded", matter.id(), new VisitRecorded(matter.id(), visit.id()));
        return visit.id();
    }

    /** {@return the visit, for who works on its matter; on the chain before it leaves} */
    Optional<Visit> find(Caller caller, String id) {
        return store.find(id)
                .flatMap(
                        visit ->
                                of(caller, List.of(visit.matter()))
                                        .getOrDefault(visit.matter(), List.of())
                                        .stream()
                                        .filter(one -> one.id().equals(id))
                                        .findFirst());
    }

    /**
     * {@return the visits of those matters that the caller works on; on the chain before they
     * leave}
     */
    Map<String, List<Visit>> of(Caller caller, Collection<String> ids) {
        Map<String, VisitMatter> worked =
                matters.worked(caller, ids).stream()
                        .collect(Collectors.toMap(VisitMatter::id, one -> one));
        Map<String, List<Visit>> visits =
                store.of(worked.keySet()).stream().collect(Collectors.groupingBy(Visit::matter));
        chain.append(
                visits.keySet().stream()
                        .map(id -> Objects.requireNonNull(worked.get(id)))
                        .map(matter -> matter.entry(caller, Kind.READ, "visits"))
                        .toList());
        return visits;
    }
}

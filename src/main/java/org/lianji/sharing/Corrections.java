package org.lianji.sharing;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Chain;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Department;
import org.lianji.catalogue.Item;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Ids;
import org.lianji.platform.Listing;
import org.lianji.platform.MutationCall;
import org.lianji.platform.MutationKeys;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Corrections and what becomes of them (政务数据共享条例 §§26, 28; 个人信息保护法 §§45-46): answered within ten
 * working days, disputed step by step; each step is on the chain, where the person sees it.
 */
@Component
final class Corrections {

    /** The clock of the owner's answer (政务数据共享条例 §26). */
    static final String ANSWER = "CORRECT";

    private static final int LONGEST_TEXT = 1_000;

    private final CorrectionGraph graph;
    private final CorrectionTexts texts;
    private final Sighted sighted;
    private final Deadlines deadlines;
    private final Catalogue catalogue;
    private final Chain chain;
    private final MutationKeys keys;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String lead;

    Corrections(
            CorrectionGraph graph,
            CorrectionTexts texts,
            Sighted sighted,
            Deadlines deadlines,
            Catalogue catalogue,
            Chain chain,
            MutationKeys keys,
            PlatformTransactionManager manager,
            Clock clock) {
        this.graph = graph;
        this.texts = texts;
        this.sighted = sighted;
        this.deadlines = deadlines;
        this.catalogue = catalogue;
        this.chain = chain;
        this.keys = keys;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.lead =
                catalogue.departments().stream()
                        .filter(Department::lead)
                        .map(Department::code)
                        .findFirst()
                        .orElse("");
    }

    /**
     * What is said to be wrong.
     *
     * @param record identifier of the record
     * @param category code of its category
     * @param item name of the item
     * @param claim what is wrong
     * @param evidence where the proof is
     */
    record Claim(
            String record, String category, String item, String claim, @Nullable String evidence) {}

    /**
     * {@return a correction of an item that the caller sees, for the stated reason, at this moment}
     *
     * @throws Problem ITEM_NOT_SEEN where they see none, whether or not there is one
     */
    Correction raise(MutationCall call, Reason stated, Claim claim) {
        Caller caller = call.caller();
        String text = required("claim", claim.claim());
        String evidence = optional("evidence", claim.evidence());
        Category category = catalogue.category(claim.category()).orElseThrow();
        Item item = category.item(claim.item()).orElseThrow(() -> unknown(claim));
        Sighted.Seen seen =
                sighted.see(caller, stated, category, item, claim.record())
                        .orElseThrow(() -> new Problem(CorrectionCode.ITEM_NOT_SEEN));
        if (item.source().code().equals(caller.department())) {
            throw new Problem(CorrectionCode.OWN_ITEM);
        }
        String id = Ids.next('K');
        ZonedDateTime now = ZonedDateTime.now(clock);
        String owner = item.source().code();
        Correction raised =
                new Correction(
                        id,
                        1,
                        CorrectionState.RAISED,
                        new Correction.On(
                                claim.record(),
                                category.code(),
                                item.name(),
                                owner,
                                seen.persons()),
                        new Correction.Raiser(
                                caller.department(),
                                caller.client(),
                                caller.person(),
                                Objects.requireNonNull(stated.purpose()),
                                seen.shownFrom()),
                        new Correction.Sealed(
                                texts.close(id, CorrectionTexts.CLAIM, text),
                                evidence == null
                                        ? null
                                        : texts.close(id, CorrectionTexts.EVIDENCE, evidence)),
                        now,
                        now,
                        Deadline.start(
                                ANSWER,
                                owner,
                                now.toLocalDate(),
                                deadlines.due(ANSWER, now.toLocalDate())));
        return create(call, stated, raised);
    }

    private Correction create(MutationCall call, Reason stated, Correction raised) {
        Caller caller = call.caller();
        CorrectionEvent event = event(caller, CorrectionTransition.RAISE, null, raised, null);
        try {
            Optional<String> earlier =
                    Objects.requireNonNull(
                            transactions.execute(_ -> write(call, stated, raised, event)));
            return earlier.isEmpty() ? raised : find(caller, earlier.get()).orElseThrow();
        } catch (DataIntegrityViolationException e) {
            throw new Problem(CorrectionCode.ALREADY_RAISED);
        }
    }

    private Optional<String> write(
            MutationCall call, Reason stated, Correction raised, CorrectionEvent event) {
        Optional<String> earlier = keys.earlier(call, raised.id());
        if (earlier.isEmpty()) {
            if (!graph.create(raised, event)) {
                throw new Problem(CorrectionCode.ITEM_NOT_SEEN);
            }
            chain.join(entry(call.caller(), stated, raised));
        }
        return earlier;
    }

    private static Problem unknown(Claim claim) {
        return new Problem(
                CorrectionCode.UNKNOWN_ITEM, Map.of("item", claim.category() + "." + claim.item()));
    }

    /** {@return the correction after the step; of a call sent again, as it is now} */
    Correction take(MutationCall call, CorrectionTransition transition, Step step) {
        return Objects.requireNonNull(
                transactions.execute(
                        _ ->
                                keys.earlier(call, step.id()).isPresent()
                                        ? known(call.caller(), step)
                                        : move(call.caller(), transition, step)));
    }

    private Correction known(Caller caller, Step step) {
        return find(caller, step.id())
                .orElseThrow(() -> new Problem(CorrectionCode.CORRECTION_NOT_FOUND));
    }

    private Correction move(Caller caller, CorrectionTransition transition, Step step) {
        Correction before = known(caller, step);
        if (before.version() != step.version()) {
            throw new Problem(CorrectionCode.VERSION_CONFLICT, Map.of("version", before.version()));
        }
        transition
                .refusal(before, caller, lead)
                .ifPresent(code -> refuse(code, transition, before, caller));
        String note =
                transition.written()
                        ? required("note", step.note())
                        : optional("note", step.note());
        Correction after = after(before, transition);
        write(caller, after, event(caller, transition, before.state(), after, note));
        return after;
    }

    private void write(Caller caller, Correction after, CorrectionEvent event) {
        if (!graph.replace(after, event)) {
            throw new Problem(
                    CorrectionCode.VERSION_CONFLICT,
                    Map.of("version", graph.find(after.id()).orElseThrow().version()));
        }
        if (event.transition() == CorrectionTransition.CORRECT && !graph.replaced(after.id())) {
            throw new Problem(CorrectionCode.NOT_CORRECTED_YET);
        }
        chain.join(entry(caller, Reason.NONE, after));
    }

    /**
     * What is withdrawn counts neither as answered in time nor, unless it was so before, as late.
     */
    private Correction after(Correction before, CorrectionTransition transition) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        Deadline deadline =
                switch (transition) {
                    case CORRECT, UPHOLD -> before.deadline().end(today);
                    case WITHDRAW ->
                            before.pending() ? before.deadline().pause(today) : before.deadline();
                    case RAISE, DISPUTE, NEGOTIATE, REFER, DECIDE, APPEAL -> before.deadline();
                };
        return new Correction(
                before.id(),
                before.version() + 1,
                transition.to(),
                before.on(),
                before.raiser(),
                before.sealed(),
                before.createdAt(),
                now,
                deadline);
    }

    /** {@return the correction, if the caller may know of it} */
    Optional<Correction> find(Caller caller, String id) {
        return graph.find(id).filter(found -> CorrectionSide.sees(caller, found, lead));
    }

    /** {@return the caller's corrections, the newest first} */
    Listing<Correction> listing(
            Caller caller, @Nullable CorrectionSide side, @Nullable CorrectionState state) {
        boolean unit = caller.is(Role.SHARING_UNIT, Role.SHARING_HEAD);
        return graph.listing(
                new CorrectionGraph.Which(
                        caller.department(),
                        caller.client(),
                        caller.person(),
                        unit,
                        unit && caller.department().equals(lead),
                        side,
                        state));
    }

    /** {@return what the caller may do with the correction now} */
    List<CorrectionTransition> open(Caller caller, Correction correction) {
        return CorrectionTransition.open(correction, caller, lead);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private void refuse(
            CorrectionCode code,
            CorrectionTransition transition,
            Correction before,
            Caller caller) {
        throw switch (code) {
            case NOT_YOUR_TURN ->
                    new Problem(
                            code,
                            Map.of(
                                    "side",
                                    transition.side().name(),
                                    "roles",
                                    transition.roles().stream().map(Role::name).sorted().toList()));
            case TRANSITION_NOT_ALLOWED ->
                    new Problem(
                            code,
                            Map.of(
                                    "state",
                                    before.state().name(),
                                    "allowed",
                                    open(caller, before).stream().map(Enum::name).toList()));
            default -> new Problem(code);
        };
    }

    private static String required(String field, @Nullable String text) {
        String given = optional(field, text);
        if (given == null) {
            throw missing(field);
        }
        return given;
    }

    private static @Nullable String optional(String field, @Nullable String text) {
        String given = text == null ? "" : text.strip();
        if (given.length() > LONGEST_TEXT) {
            throw missing(field);
        }
        return given.isEmpty() ? null : given;
    }

    private static Problem missing(String field) {
        return new Problem(
                CorrectionCode.TEXT_MISSING, Map.of("field", field, "max", LONGEST_TEXT));
    }

    private CorrectionEvent event(
            Caller caller,
            CorrectionTransition transition,
            @Nullable CorrectionState from,
            Correction after,
            @Nullable String note) {
        return new CorrectionEvent(
                after.id(),
                after.version(),
                transition,
                from,
                after.state(),
                caller.department(),
                caller.client(),
                after.changedAt(),
                note == null ? null : texts.close(after.id(), after.version(), note));
    }

    /** The item and the correction's identifier, never what was written. */
    private static Entry entry(Caller caller, Reason stated, Correction after) {
        ZonedDateTime shownFrom = after.raiser().shownFrom();
        return new Entry(
                Kind.WRITE,
                caller.department(),
                caller.client(),
                stated.purpose(),
                stated.basis(),
                List.of(),
                List.of(after.on().category() + "." + after.on().item()),
                after.on().persons(),
                Digests.hex(after.id() + " " + after.version()),
                shownFrom == null ? null : shownFrom.toInstant());
    }
}

package org.lianji.corrections;

import org.jspecify.annotations.Nullable;
import org.lianji.access.ItemAccessCheck;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.database.MutationCall;
import org.lianji.items.Item;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Progress;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Corrections and what becomes of them (政务数据共享条例 §§26, 28; 个人信息保护法 §§45-46): answered within ten
 * working days, disputed step by step; each step is on the chain, where the person sees it.
 */
@Component
public final class Corrections {

    /** The clock of the owner's answer (政务数据共享条例 §26). */
    static final String ANSWER = "CORRECT";

    /** Places of the texts that came with the claim. */
    private static final long CLAIM = 0;

    private static final long EVIDENCE = -1;

    private final CorrectionFlow flow;
    private final Procedures<CorrectionState, CorrectionTransition, Correction> matters;
    private final ProcedureKernel kernel;
    private final SealedTexts texts;
    private final ItemAccessCheck sighted;
    private final Catalogue catalogue;

    Corrections(
            CorrectionFlow flow,
            ProcedureKernel kernel,
            SealedTexts texts,
            ItemAccessCheck sighted,
            Catalogue catalogue) {
        this.flow = flow;
        this.matters = kernel.of(flow);
        this.kernel = kernel;
        this.texts = texts;
        this.sighted = sighted;
        this.catalogue = catalogue;
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
    public record Claim(
            String record, String category, String item, String claim, @Nullable String evidence) {}

    /**
     * {@return identifier of a correction that is raised within the step of another flow, in its
     * transaction}
     *
     * @throws Problem as when it is raised by itself
     */
    public String raise(Caller caller, Reason stated, Claim claim) {
        return raise(MutationCall.unnamed(caller, "raiseCorrection"), stated, claim).id();
    }

    /**
     * {@return a correction of an item that the caller sees, for the stated reason, at this moment}
     *
     * @throws Problem ITEM_NOT_SEEN where they see none, whether or not there is one
     */
    Correction raise(MutationCall call, Reason stated, Claim claim) {
        Caller caller = call.caller();
        String text = Texts.required("claim", claim.claim());
        String evidence = Texts.optional("evidence", claim.evidence());
        Category category = catalogue.category(claim.category()).orElseThrow();
        Item item = category.item(claim.item()).orElseThrow(() -> unknown(claim));
        ItemAccessCheck.VisibleItem seen =
                sighted.see(caller, stated, category, item, claim.record())
                        .orElseThrow(() -> new Problem(CorrectionCode.ITEM_NOT_SEEN));
        String owner = item.source().code();
        if (owner.equals(caller.department())) {
            throw new Problem(CorrectionCode.OWN_ITEM);
        }
        Correction.On on =
                new Correction.On(
                        claim.record(), category.code(), item.name(), owner, seen.persons());
        Correction.Raiser raiser =
                new Correction.Raiser(
                        caller.department(),
                        caller.client(),
                        caller.person(),
                        Objects.requireNonNull(stated.purpose()),
                        stated.basis(),
                        seen.shownFrom());
        try {
            return matters.begin(
                    call,
                    stated,
                    CorrectionTransition.RAISE,
                    null,
                    begun ->
                            new Correction(
                                    begun,
                                    on,
                                    raiser,
                                    sealed(begun, CLAIM, text),
                                    evidence == null ? null : sealed(begun, EVIDENCE, evidence)));
        } catch (DataIntegrityViolationException e) {
            throw new Problem(CorrectionCode.ALREADY_RAISED);
        }
    }

    private String sealed(Progress<?> progress, long place, String text) {
        return texts.close(Correction.class, progress.id(), place, text);
    }

    private static Problem unknown(Claim claim) {
        return new Problem(
                CorrectionCode.UNKNOWN_ITEM, Map.of("item", claim.category() + "." + claim.item()));
    }

    Optional<Correction> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /** {@return the caller's corrections, the newest first} */
    ListSource<Correction> listing(
            Caller caller, @Nullable CorrectionSide side, @Nullable CorrectionState state) {
        return matters.listing(caller, flow.on(kernel.actor(caller), side), state);
    }

    /** {@return what is wrong; null for the lead, whom it does not concern} */
    @Nullable String claim(Caller caller, Correction correction) {
        return open(caller, correction, CLAIM, correction.claim());
    }

    /** {@return where the proof is; null for the lead, whom it does not concern} */
    @Nullable String evidence(Caller caller, Correction correction) {
        return open(caller, correction, EVIDENCE, correction.evidence());
    }

    private @Nullable String open(
            Caller caller, Correction correction, long place, @Nullable String sealed) {
        return CorrectionSide.PARTY.has(kernel.actor(caller), correction)
                ? texts.open(Correction.class, correction.id(), place, sealed)
                : null;
    }
}

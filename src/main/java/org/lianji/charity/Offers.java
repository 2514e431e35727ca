package org.lianji.charity;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.LastDay;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Texts;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Offers: made and taken back by approved organisations. */
@Component
public final class Offers {

    private static final int MOST = 1_000_000;
    private static final int MOST_REGIONS = 20;

    private final Procedures<OfferState, OfferTransition, HelpOffer> matters;
    private final Regions regions;
    private final Clock clock;

    Offers(OfferFlow flow, ProcedureKernel kernel, Regions regions, Clock clock) {
        this.matters = kernel.of(flow);
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What somebody offers.
     *
     * @param sites where it is given, as a directory of services writes it
     */
    public record Proposal(
            String project,
            HelpKind kind,
            int capacity,
            String until,
            List<String> regions,
            @Nullable List<AgeBand> ages,
            @Nullable List<Hardship> hardships,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sites) {}

    /** {@return the offer, open} */
    public HelpOffer offer(MutationCall call, Reason stated, Proposal said) {
        if (said.capacity() < 1 || said.capacity() > MOST) {
            throw new Problem(CharityCode.OFFER_CAPACITY);
        }
        HelpOffer.What what =
                new HelpOffer.What(
                        Texts.required("project", said.project()),
                        said.kind(),
                        said.capacity(),
                        LastDay.of(said.until(), LocalDate.now(clock), CharityCode.OFFER_DAY));
        HelpOffer.Whom whom =
                new HelpOffer.Whom(area(said.regions()), all(said.ages()), all(said.hardships()));
        return matters.begin(
                call,
                stated,
                OfferTransition.OFFER,
                null,
                begun ->
                        new HelpOffer(begun, call.caller().department(), what, whom, said.sites()));
    }

    private static <E> List<E> all(@Nullable List<E> some) {
        return some == null ? List.of() : some;
    }

    /** Whoever asks for a village asks who lives there. */
    private List<String> area(List<String> given) {
        boolean coarse =
                given.stream().allMatch(one -> one.endsWith("000000") && regions.exists(one));
        if (given.isEmpty() || given.size() > MOST_REGIONS || !coarse) {
            throw new Problem(CharityCode.OFFER_REGION);
        }
        return given.stream().distinct().toList();
    }

    Optional<HelpOffer> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    public ListSource<HelpOffer> listing(
            Caller caller, @Nullable HelpKind kind, @Nullable OfferState state) {
        Fragment which =
                kind == null ? Fragment.TRUE : Fragment.of("m.kind = $kind", "kind", kind.name());
        return matters.listing(caller, which, state);
    }
}

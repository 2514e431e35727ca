package org.lianji.charity;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.List;

/**
 * What a charity offers: so much of one kind of help, to whom it is meant for.
 *
 * @param progress how far it has come
 * @param organisation unified code of who offers it
 * @param what is offered
 * @param whom it is meant for
 * @param sites where it is given, as a directory of services writes it; null where that is not said
 */
public record HelpOffer(
        Progress<OfferState> progress,
        String organisation,
        What what,
        Whom whom,
        @Nullable String sites)
        implements Procedure<OfferState>, CharityMatter {

    /**
     * @param project under which
     * @param kind of help
     * @param capacity how much in all, in the kind's unit
     * @param until last day on which it is given
     */
    public record What(String project, HelpKind kind, int capacity, LocalDate until) {}

    /**
     * @param regions codes of the city, or of counties
     * @param ages none for all
     * @param hardships none for all
     */
    public record Whom(List<String> regions, List<AgeBand> ages, List<Hardship> hardships) {

        public Whom {
            regions = List.copyOf(regions);
            ages = List.copyOf(ages);
            hardships = List.copyOf(hardships);
        }
    }

    @Override
    public HelpOffer progressed(Progress<OfferState> further) {
        return new HelpOffer(further, organisation, what, whom, sites);
    }
}

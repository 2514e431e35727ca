package org.lianji.services;

import org.lianji.charity.HelpKind;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.List;

/**
 * Services that a county buys (政府购买服务).
 *
 * @param progress how far it has come
 * @param organisation unified code of who provides them
 * @param region code of the county
 * @param terms what is bought
 * @param drafter client of the officer who drew it up
 */
record ServiceContract(
        Progress<ContractState> progress,
        String organisation,
        String region,
        Terms terms,
        String drafter)
        implements Procedure<ContractState>, ServiceSide.ServiceMatter {

    /**
     * @param kind of service
     * @param unitPrice of one of the kind's units, in fen
     * @param units how many at most
     * @param budget what may be spent at most, in fen
     * @param startsOn first day
     * @param endsOn last day
     */
    record Terms(
            HelpKind kind,
            long unitPrice,
            int units,
            long budget,
            LocalDate startsOn,
            LocalDate endsOn) {

        private static final int MOST = 100_000;
        private static final int MOST_YEARS = 3;

        boolean valid(LocalDate today) {
            return units >= 1
                    && units <= MOST
                    && unitPrice > 0
                    && unitPrice <= budget / units
                    && !endsOn.isBefore(startsOn)
                    && !endsOn.isBefore(today)
                    && !endsOn.isAfter(today.plusYears(MOST_YEARS));
        }
    }

    @Override
    public ServiceContract progressed(Progress<ContractState> further) {
        return new ServiceContract(further, organisation, region, terms, drafter);
    }

    @Override
    public String person() {
        return "";
    }

    @Override
    public List<String> places() {
        return List.of(region);
    }
}

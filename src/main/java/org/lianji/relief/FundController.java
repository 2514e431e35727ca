package org.lianji.relief;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;

/** Petty funds: opened, topped up, counted, reconciled and asked about. */
@Controller
final class FundController {

    private final PettyFunds funds;

    FundController(PettyFunds funds) {
        this.funds = funds;
    }

    @QueryMapping
    @Nullable PettyFund pettyFund(@AuthenticationPrincipal Caller caller, @Argument String region) {
        return funds.find(caller, region).orElse(null);
    }

    /** Whose fund, and how much. */
    record AmountInput(String region, String amount, @Nullable String note) {}

    @MutationMapping
    PettyFund openPettyFund(
            @AuthenticationPrincipal Caller caller,
            @Argument AmountInput input,
            DataFetchingEnvironment environment) {
        return funds.open(
                MutationCall.of(caller, environment), input.region(), input.amount(), input.note());
    }

    @MutationMapping
    PettyFund topUpPettyFund(
            @AuthenticationPrincipal Caller caller,
            @Argument AmountInput input,
            DataFetchingEnvironment environment) {
        return funds.topUp(
                MutationCall.of(caller, environment), input.region(), input.amount(), input.note());
    }

    /** Whose fund, and how much cash is there. */
    record CountInput(String region, String cash, @Nullable String note) {}

    @MutationMapping
    PettyFund countPettyFund(
            @AuthenticationPrincipal Caller caller,
            @Argument CountInput input,
            DataFetchingEnvironment environment) {
        return funds.count(
                MutationCall.of(caller, environment), input.region(), input.cash(), input.note());
    }

    /** Whose fund, and why. */
    record AdjustmentInput(String region, String note) {}

    @MutationMapping
    PettyFund adjustPettyFund(
            @AuthenticationPrincipal Caller caller,
            @Argument AdjustmentInput input,
            DataFetchingEnvironment environment) {
        return funds.adjust(MutationCall.of(caller, environment), input.region(), input.note());
    }

    /** Whose fund, and which month. */
    record MonthInput(String region, String month, @Nullable String note) {}

    @MutationMapping
    PettyFund reconcilePettyFund(
            @AuthenticationPrincipal Caller caller,
            @Argument MonthInput input,
            DataFetchingEnvironment environment) {
        return funds.reconcile(
                MutationCall.of(caller, environment), input.region(), input.month(), input.note());
    }

    @SchemaMapping
    List<FundMovement> movements(PettyFund fund, @Argument int first) {
        return funds.movements(fund, first);
    }

    @SchemaMapping
    List<FundMonth> months(PettyFund fund) {
        return funds.months(fund);
    }

    @SchemaMapping
    @Nullable Long difference(FundMovement movement) {
        return movement.cash() == null ? null : movement.cash() - movement.balance();
    }
}

package org.lianji.informing;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;

/** Policies and for whom they are, who was told, and how content people are. */
@Controller
final class InformingController {

    private final Policies policies;
    private final PolicyNotices notices;
    private final UntoldFamilies untold;
    private final VillagePolicies village;
    private final HelpRatings ratings;

    InformingController(
            Policies policies,
            PolicyNotices notices,
            UntoldFamilies untold,
            VillagePolicies village,
            HelpRatings ratings) {
        this.village = village;
        this.policies = policies;
        this.notices = notices;
        this.untold = untold;
        this.ratings = ratings;
    }

    @QueryMapping
    List<Policies.Advice> policies(
            @AuthenticationPrincipal Caller caller,
            @Argument String region,
            @Argument @Nullable String person,
            DataFetchingEnvironment environment) {
        return policies.of(caller, stated(environment), region, person);
    }

    @QueryMapping
    List<PolicyNotices.PolicyNotice> policyNotices(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String person,
            DataFetchingEnvironment environment) {
        return notices.of(caller, stated(environment), person);
    }

    @QueryMapping
    List<PolicyNotices.Coverage> policyCoverage(
            @AuthenticationPrincipal Caller caller,
            @Argument String region,
            @Argument @Nullable Boolean untold) {
        return notices.coverage(caller, region, Boolean.TRUE.equals(untold));
    }

    @QueryMapping
    List<UntoldFamilies.NextToBeTold> nextToBeTold(
            @AuthenticationPrincipal Caller caller,
            @Argument String region,
            @Argument int first,
            DataFetchingEnvironment environment) {
        return untold.next(caller, stated(environment), region, first);
    }

    @QueryMapping
    List<VillagePolicies.VillagePolicy> villagePolicies(@AuthenticationPrincipal Caller caller) {
        return village.of(caller);
    }

    @QueryMapping
    List<HelpRatings.Figure> satisfactionFigures(@Argument @Nullable Integer year) {
        return ratings.figures(year);
    }

    @QueryMapping
    List<HelpRatings.UnratedHelp> unratedHelp(@AuthenticationPrincipal Caller caller) {
        return ratings.unrated(caller);
    }

    @MutationMapping
    PolicyNotices.PolicyNotice tellPolicies(
            @AuthenticationPrincipal Caller caller,
            @Argument PolicyNotices.TellInput input,
            DataFetchingEnvironment environment) {
        return notices.tell(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    HelpRatings.HelpRating rateHelp(
            @AuthenticationPrincipal Caller caller,
            @Argument HelpRatings.Verdict input,
            DataFetchingEnvironment environment) {
        return ratings.rate(MutationCall.of(caller, environment), input);
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }
}

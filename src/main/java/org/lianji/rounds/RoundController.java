package org.lianji.rounds;

import org.lianji.platform.Caller;
import org.lianji.referral.Matches;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Locale;

/** What the last rounds found. */
@Controller
final class RoundController {

    private static final int MOST = 100;

    private final MatchingRounds rounds;

    RoundController(MatchingRounds rounds) {
        this.rounds = rounds;
    }

    @QueryMapping
    List<MatchingRound> matchingRounds(
            @AuthenticationPrincipal Caller caller, @Argument int first) {
        return rounds.of(caller, Math.clamp(first, 1, MOST));
    }

    @SchemaMapping
    int needs(MatchingRound round) {
        return round.needs();
    }

    @SchemaMapping
    int served(MatchingRound round) {
        return round.served();
    }

    @SchemaMapping
    double leastShare(MatchingRound round) {
        return round.leastShare();
    }

    @SchemaMapping
    double meanShare(MatchingRound round) {
        return round.meanShare();
    }

    @SchemaMapping(typeName = "RoundCounty")
    double share(MatchingRound.RoundCounty county) {
        return county.share();
    }

    @SchemaMapping(typeName = "UnservedCause")
    String reason(MatchingRound.UnservedCause cause, Locale locale) {
        return Matches.sentence(cause.why(), locale);
    }
}

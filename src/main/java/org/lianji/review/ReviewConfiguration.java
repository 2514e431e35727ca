package org.lianji.review;

import org.lianji.paging.Nodes;
import org.lianji.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Optional;

@Configuration
class ReviewConfiguration {

    /** The family sees theirs by {@code myReviews}. */
    @Bean
    Nodes awardReviewNodes(Reviews reviews) {
        return new Nodes(
                "AwardReview",
                "V",
                (caller, id) ->
                        caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                                ? reviews.find(caller, id)
                                : Optional.empty());
    }
}

package org.lianji.identity;

import org.lianji.access.Anchors;
import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
class IdentityConfiguration {

    @Bean
    Nodes identityReviewNodes(IdentityReviews reviews) {
        return new Nodes("IdentityReview", "I", reviews::find);
    }

    @Bean
    Anchors<IdentityReview> candidates() {
        return new Anchors<>(
                "IdentityReview",
                IdentityReview.class,
                Set.of("candidate"),
                (caller, review) -> review.anchor(caller));
    }
}

package org.lianji.special;

import org.lianji.access.Anchors;
import org.lianji.assistance.CaseState;
import org.lianji.outbox.NewsListener;
import org.lianji.paging.Nodes;
import org.lianji.platform.Role;
import org.lianji.procedure.Procedure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Optional;
import java.util.Set;

@Configuration
class SpecialAidConfiguration {

    /** Who applied sees theirs by {@code mySpecialAids}. */
    @Bean
    Nodes specialAidNodes(SpecialAids aids) {
        return new Nodes(
                "SpecialAid",
                "S",
                (caller, id) ->
                        caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                                ? aids.find(caller, id)
                                : Optional.empty());
    }

    @Bean
    Anchors<SpecialAid> specialAidFamilies() {
        return new Anchors<>(
                "SpecialAid",
                SpecialAid.class,
                Set.of("applicant", "household"),
                (caller, one) -> one.anchor(caller));
    }

    /**
     * Who takes an application back, or lets nobody look into it, asks for none of its parts: no
     * other department goes on to decide on them and to see the family. What is refused at the door
     * may be granted by another department still.
     */
    @Bean
    NewsListener partsOfEndedCases(SpecialAids aids) {
        return new Procedure.StateListener(
                "special-aid", "Case", Set.copyOf(CaseState.ENDED), aids::end);
    }
}

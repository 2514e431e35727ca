package org.lianji.relief;

import org.lianji.access.Anchors;
import org.lianji.outbox.NewsListener;
import org.lianji.paging.Nodes;
import org.lianji.procedure.Procedure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
class ReliefConfiguration {

    @Bean
    Nodes reliefNodes(Reliefs reliefs) {
        return new Nodes("ReliefCase", "J", reliefs::find);
    }

    /** Who was referred to lasting help, and has applied for it, is waited for no more. */
    @Bean
    NewsListener reliefsAppliedFor(ReliefReferrals referrals) {
        return new Procedure.StateListener(
                "relief-referrals", "Case", Set.of("SUBMITTED"), referrals::applied);
    }

    @Bean
    Anchors<ReliefCase> helpedPeople() {
        return new Anchors<>(
                "ReliefCase",
                ReliefCase.class,
                Set.of("person"),
                (caller, relief) -> relief.anchor(caller));
    }
}

package org.lianji.applications;

import org.lianji.catalogue.Catalogue;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.procedure.Procedure;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
@EnableConfigurationProperties(DraftSettings.class)
class ApplicationConfiguration {

    @Bean
    PaperList papersOfApplications(Catalogue catalogue) {
        return PaperList.ofHub(catalogue);
    }

    /** What an application was written from ends with it. */
    @Bean
    NewsListener draftsOfSubmittedCases(CaseDrafts drafts) {
        return new NewsListener() {

            @Override
            public String name() {
                return "case-drafts";
            }

            @Override
            public Set<String> kinds() {
                return Set.of("Case" + Procedure.CHANGED);
            }

            @Override
            public void on(News news) {
                if (news.as(Procedure.StepNews.class).step().equals("SUBMIT")) {
                    drafts.submitted(news.subject());
                }
            }
        };
    }
}

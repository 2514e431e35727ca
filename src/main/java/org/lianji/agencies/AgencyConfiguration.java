package org.lianji.agencies;

import org.lianji.paging.Nodes;
import org.lianji.platform.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Optional;

@Configuration
@EnableConfigurationProperties(AgencySettings.class)
class AgencyConfiguration {

    /** The two themselves see it by {@code myAgencies}. */
    @Bean
    Nodes agencyNodes(Agencies agencies) {
        return new Nodes(
                "Agency",
                "W",
                (caller, id) ->
                        caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                                ? agencies.find(caller, id)
                                : Optional.empty());
    }
}

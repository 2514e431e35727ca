package org.lianji.review;

import org.jspecify.annotations.Nullable;
import org.lianji.demo.DemoClients;
import org.lianji.platform.Role;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Officers of the leading department beside the demo's. */
@TestConfiguration
public class ReviewOffices {

    public static final String OTHER_COUNTY = "MZ-OTHER-COUNTY";

    public static final String NEXT_TOWN = "MZ-NEXT-TOWN";

    /** Of the town and of the county. */
    static final String BOTH = "MZ-BOTH";

    /** An officer of the town and the county who is the one that applied. */
    static final String APPLICANT = "CITIZEN-OFFICER";

    @Bean
    @Primary
    DemoClients moreClients(@Qualifier("demoClients") DemoClients some) {
        return new DemoClients(
                Stream.concat(
                                some.clients().stream(),
                                Stream.of(
                                        officer(
                                                OTHER_COUNTY,
                                                "150981000000",
                                                null,
                                                Role.COUNTY_OFFICER),
                                        officer(NEXT_TOWN, "150924107000", null, Role.TOWN_OFFICER),
                                        officer(
                                                BOTH,
                                                "150924000000",
                                                null,
                                                Role.TOWN_OFFICER,
                                                Role.COUNTY_OFFICER),
                                        officer(
                                                APPLICANT,
                                                "150924000000",
                                                ReviewsIT.CITIZEN,
                                                Role.TOWN_OFFICER,
                                                Role.COUNTY_OFFICER)))
                        .toList());
    }

    private static DemoClients.Client officer(
            String client, String region, @Nullable String idNumber, Role... roles) {
        String id = client.toLowerCase(Locale.ROOT);
        return new DemoClients.Client(
                id, id + "-demo", "MZ", id, id, Set.of(roles), region, idNumber);
    }
}

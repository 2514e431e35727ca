package org.lianji.decision;

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

/** Officers of the leading department who look after other places, and one beside the demo's. */
@TestConfiguration
class OtherOffices {

    static final String COLLEAGUE = "MZ-COLLEAGUE";

    /** Of the same county. */
    static final String NEXT_TOWN = "MZ-NEXT-TOWN";

    /** A town officer, whose token names this person. */
    static final String RELATIVE = "MZ-RELATIVE";

    static final String RELATIVE_NUMBER = Hamlet.number("1979-05-06");

    static final String OTHER_TOWN = "MZ-OTHER-TOWN";
    static final String OTHER_COUNTY = "MZ-OTHER-COUNTY";

    @Bean
    @Primary
    DemoClients moreClients(@Qualifier("demoClients") DemoClients some) {
        return new DemoClients(
                Stream.concat(
                                some.clients().stream(),
                                Stream.of(
                                        officer(COLLEAGUE, Role.TOWN_OFFICER, "150924106000"),
                                        relative(),
                                        officer(NEXT_TOWN, Role.TOWN_OFFICER, "150924107000"),
                                        officer(OTHER_TOWN, Role.TOWN_OFFICER, "150981005000"),
                                        officer(OTHER_COUNTY, Role.COUNTY_OFFICER, "150981000000")))
                        .toList());
    }

    private static DemoClients.Client officer(String client, Role role, String region) {
        return officer(client, role, region, null);
    }

    private static DemoClients.Client relative() {
        return officer(RELATIVE, Role.TOWN_OFFICER, "150924106000", RELATIVE_NUMBER);
    }

    private static DemoClients.Client officer(
            String client, Role role, String region, @Nullable String idNumber) {
        String id = client.toLowerCase(Locale.ROOT);
        return new DemoClients.Client(
                id, id + "-demo", "MZ", id, id, Set.of(role), region, idNumber);
    }
}

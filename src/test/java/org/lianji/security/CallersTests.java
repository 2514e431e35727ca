package org.lianji.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.security.oauth2.jwt.Jwt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which claims speak for somebody, and which contradict themselves. */
class CallersTests {

    private static final String UNIFIED = "53150900MJ0000018Q";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // roles                       | for       | department | region       | person
                "SYSTEM                        | yes       | MZ         | 150900000000 | -",
                "SYSTEM,SHARING_UNIT           | yes       | MZ         | 150900000000 | -",
                "SYSTEM,offline_access         | yes       | MZ         | 150900000000 | -",
                "COUNTY_OFFICER                | yes       | MZ         | 150924000000 | -",
                "CHARITY                       | yes       | 53150900MJ0000018Q | -    | -",
                "VOLUNTEER                     | yes       | 53150900MJ0000018Q | -    | -",
                "PROVIDER                      | yes       | 53150900MJ0000018Q | -    | -",
                "SOCIAL_WORKER                 | yes       | MZ         | 150924106000 | P1",
                "SOCIAL_WORKER                 | no region | MZ         | -            | -",
                "PROVIDER                      | an office | MZ         | 150900000000 | -",
                "VOLUNTEER                     | a person  | 53150900MJ0000018Q | -    | P1",
                "CHARITY,PROVIDER              | two       | 53150900MJ0000018Q | -    | -",
                "VOLUNTEER,PROVIDER            | two       | 53150900MJ0000018Q | -    | -",
                "PROVIDER,COUNTY_OFFICER       | two       | MZ         | 150924000000 | -",
                "AUDITOR                       | yes       | -          | -            | -",
                "CITIZEN                       | yes       | -          | -            | P1",
                "SYSTEM                        | no region | MZ         | -            | -",
                "SYSTEM                        | short     | MZ         | 1509         | -",
                "SYSTEM                        | letters   | MZ         | 15090000000x | -",
                "SYSTEM                        | nobody    | -          | 150900000000 | -",
                "SYSTEM                        | blank     | ' '        | 150900000000 | -",
                "SYSTEM                        | a person  | MZ         | 150900000000 | P1",
                "TOWN_OFFICER                  | no region | MZ         | -            | -",
                "CITIZEN                       | an office | MZ         | -            | P1",
                "CITIZEN                       | a region  | -          | 150900000000 | P1",
                "CITIZEN                       | no person | -          | -            | -",
                "AUDITOR                       | a person  | -          | -            | P1",
                "AUDITOR                       | an office | MZ         | -            | -",
                "AUDITOR                       | a region  | -          | 150900000000 | -",
                "CHARITY                       | an office | MZ         | -            | -",
                "CHARITY                       | nobody    | -          | -            | -",
                "CHARITY                       | a region  | 53150900MJ0000018Q | 150900000000 | -",
                "CHARITY                       | a person  | 53150900MJ0000018Q | -    | P1",
                "CITIZEN,SYSTEM                | two       | MZ         | 150900000000 | P1",
                "AUDITOR,SYSTEM                | two       | MZ         | 150900000000 | -",
                "CHARITY,SYSTEM                | two       | MZ         | 150900000000 | -",
                "AUDITOR,CITIZEN               | two       | -          | -            | P1",
                "admin,uma_authorization       | unknown   | MZ         | 150900000000 | -",
                "system                        | unknown   | MZ         | 150900000000 | -",
                "-                             | no roles  | MZ         | 150900000000 | -"
            })
    void speaksForOneOrForNobody(
            String roles, String whom, String department, String region, String person) {
        Jwt.Builder token = token();
        if (roles != null) {
            token.claim("roles", List.of(roles.split(",")));
        }
        claim(token, "department", department);
        claim(token, "region", region);
        claim(token, "person", person);

        Optional<Caller> caller = Callers.read(token.build());

        assertThat(caller.isPresent()).as("speaks for " + whom).isEqualTo(whom.equals("yes"));
        caller.ifPresent(
                who ->
                        assertThat(who.roles())
                                .allMatch(
                                        role ->
                                                Arrays.asList(roles.split(","))
                                                        .contains(role.name())));
    }

    private static void claim(Jwt.Builder token, String name, String value) {
        if (value != null) {
            token.claim(name, value);
        }
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("x").header("alg", "RS256").subject("client");
    }

    @Test
    void readsWhoAsks() {
        assertThat(
                        Callers.read(
                                token().claim("department", UNIFIED)
                                        .claim("roles", List.of("CHARITY", "offline_access"))
                                        .build()))
                .contains(new Caller(UNIFIED, "client", Set.of(Role.CHARITY), "", null));
    }

    /** A further role widens nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"SYSTEM", "COUNTY_OFFICER", "SHARING_HEAD"})
    void letsWhoGoesToTheDoorsBeNothingElse(String besides) {
        assertThat(
                        Callers.read(
                                        token().claim("department", "MZ")
                                                .claim("region", "150924106000")
                                                .claim("roles", List.of("ASSISTANT", besides))
                                                .build())
                                .map(Caller::roles))
                .contains(Set.of(Role.ASSISTANT));
    }

    @Test
    void takesClaimsOfOtherKindsForNone() {
        assertThat(
                        Callers.read(
                                token().claim("department", List.of("MZ"))
                                        .claim("roles", List.of("SYSTEM"))
                                        .claim("region", "150900000000")
                                        .build()))
                .isEmpty();
        assertThat(
                        Callers.read(
                                token().claim("department", "MZ")
                                        .claim("roles", "SYSTEM")
                                        .claim("region", "150900000000")
                                        .build()))
                .isEmpty();
        assertThat(
                        Callers.read(
                                token().claim("department", "MZ")
                                        .claim("roles", List.of("SYSTEM"))
                                        .claim("region", 150900000000L)
                                        .build()))
                .isEmpty();
    }
}

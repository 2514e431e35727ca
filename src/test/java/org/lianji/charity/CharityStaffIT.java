package org.lianji.charity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import graphql.schema.GraphQLFieldDefinition;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.roles.RootRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who of a charity does what: said by the charity, and in force from the next request on. */
@HubTest
class CharityStaffIT {

    private static final String ORGANISATION = "53150900MJ0000026K";
    private static final Caller COLLEAGUE =
            new Caller(ORGANISATION, "field", Set.of(Role.CHARITY), "", null);

    @Autowired Hub hub;

    @Autowired CharityStaff staff;

    @Autowired GraphQlSource source;

    private Charities charities;

    @BeforeEach
    void aCharityIsApproved() {
        charities = new Charities(hub);
        charities.approved("CHARITY-B");
    }

    private JsonNode set(String client, String whom, String duties, boolean suspended) {
        return hub.ask(
                client,
                "mutation ($c: String!, $s: Boolean!) { setCharityStaff(input: {client: $c, duties: [%s], suspended: $s}) { client duties suspended } }"
                        .formatted(duties),
                Map.of("c", whom, "s", suspended));
    }

    private void refused(String what, CharityCode code) {
        assertThatThrownBy(() -> staff.admit(COLLEAGUE, what))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void whoIsNamedDoesWhatIsSaidAndNothingElse() {
        staff.admit(COLLEAGUE, "offerHelp");
        assertThat(staff.readsRecipients(COLLEAGUE)).as("nobody is named yet").isTrue();

        done(set("CHARITY-B", "field", "DELIVERY", false), "setCharityStaff");

        staff.admit(COLLEAGUE, "deliverHelp");
        staff.admit(COLLEAGUE, "pairings");
        refused("offerHelp", CharityCode.STAFF_DUTY);
        refused("discloseProject", CharityCode.STAFF_DUTY);
        refused("setCharityStaff", CharityCode.STAFF_DUTY);
        assertThat(staff.readsRecipients(COLLEAGUE)).isFalse();
        done(set("CHARITY-B", "field", "DELIVERY, RECIPIENTS", false), "setCharityStaff");
        assertThat(staff.readsRecipients(COLLEAGUE)).isTrue();
        charities.offered("CHARITY-B", Map.of());
        assertThat(
                        staff.readsRecipients(
                                new Caller(
                                        ORGANISATION, "unknown", Set.of(Role.CHARITY), "", null)))
                .as("somebody whom nobody named")
                .isFalse();
    }

    @Test
    void whoDeliversNothingSendsNoVolunteer() {
        done(set("CHARITY-B", "field", "PROJECTS, RECIPIENTS", false), "setCharityStaff");
        refused("assignVolunteer", CharityCode.STAFF_DUTY);
        refused("withdrawVolunteer", CharityCode.STAFF_DUTY);

        done(set("CHARITY-B", "field", "DELIVERY", false), "setCharityStaff");

        staff.admit(COLLEAGUE, "assignVolunteer");
        staff.admit(COLLEAGUE, "withdrawVolunteer");
    }

    /** What nobody has named a duty for is anybody's of the organisation: that is said here. */
    @Test
    void everyMutationOfAnOrganisationNeedsADutyOrIsNamedHere() {
        assertThat(
                        source.schema().getMutationType().getFieldDefinitions().stream()
                                .filter(
                                        root ->
                                                RootRoles.row(root).contains(Role.CHARITY)
                                                        || RootRoles.row(root)
                                                                .contains(Role.PROVIDER))
                                .map(GraphQLFieldDefinition::getName)
                                .filter(root -> !CharityStaff.DUTIES.containsKey(root)))
                .containsExactlyInAnyOrder(
                        "registerCharity", "registerProvider", "fileComplaint", "contestComplaint");
    }

    @Test
    void whoIsSuspendedDoesNothingFromTheNextRequestOn() {
        done(set("CHARITY-B", "field", "DELIVERY, RECIPIENTS", true), "setCharityStaff");
        refused("pairings", CharityCode.STAFF_SUSPENDED);
        refused("node", CharityCode.STAFF_SUSPENDED);
        assertThat(staff.readsRecipients(COLLEAGUE)).isFalse();

        assertThat(code(hub.ask("VOLUNTEER-B", "{ projectDisclosures { project } }")))
                .isNotEqualTo("STAFF_SUSPENDED");
        done(set("CHARITY-B", "volunteer-b", "", true), "setCharityStaff");
        assertThat(code(hub.ask("VOLUNTEER-B", "{ projectDisclosures { project } }")))
                .isEqualTo("STAFF_SUSPENDED");
        done(set("CHARITY-B", "volunteer-b", "", false), "setCharityStaff");
        assertThat(code(hub.ask("VOLUNTEER-B", "{ projectDisclosures { project } }")))
                .isNotEqualTo("STAFF_SUSPENDED");
    }

    @Test
    void nobodyLocksThemselfOutOrNamesAnothersStaff() {
        assertThat(code(set("CHARITY-B", "charity-b", "PROJECTS", false))).isEqualTo("STAFF_SELF");
        assertThat(code(set("CHARITY-B", "charity-b", "STAFF", true))).isEqualTo("STAFF_SELF");
        assertThat(code(set("CHARITY-B", "two words", "STAFF", false))).isEqualTo("STAFF_CLIENT");
        assertThat(code(set("MZ", "field", "STAFF", false))).isEqualTo("NOT_ALLOWED");
        done(set("CHARITY-A", "field", "", true), "setCharityStaff");
        staff.admit(COLLEAGUE, "pairings");
        done(set("CHARITY-B", "field", "", false), "setCharityStaff");
        assertThat(
                        hub.ask("CHARITY-B", "{ charityStaff { client duties } }")
                                .at("/data/charityStaff")
                                .valueStream()
                                .map(one -> one.at("/client").asString())
                                .toList())
                .isEqualTo(List.of("charity-b", "field"));
        assertThat(hub.ask("CHARITY-A", "{ charityStaff { client } }").toString())
                .doesNotContain("charity-b");
    }

    private JsonNode restored(String client, String organisation) {
        return hub.ask(
                client,
                "mutation ($o: UnifiedCode!) { restoreCharityStaff(input: {organisation: $o,"
                        + " client: \"field\"}) { client duties suspended } }",
                Map.of("o", organisation));
    }

    @Test
    void theLeadingDepartmentGivesBackWhatNobodyIsLeftToGive() {
        assertThat(code(restored("MZ", ORGANISATION)))
                .as("whoever has its token does all")
                .isEqualTo("ORGANISATION_NOT_FOUND");
        done(set("CHARITY-B", "field", "DELIVERY", true), "setCharityStaff");
        refused("pairings", CharityCode.STAFF_SUSPENDED);
        assertThat(code(restored("YB", ORGANISATION))).isEqualTo("ORGANISATION_NOT_FOUND");
        assertThat(code(restored("CHARITY-B", ORGANISATION))).isEqualTo("NOT_FOR_CHARITIES");

        done(restored("MZ", ORGANISATION), "restoreCharityStaff");

        staff.admit(COLLEAGUE, "setCharityStaff");
        staff.admit(COLLEAGUE, "deliverHelp");
        refused("offerHelp", CharityCode.STAFF_DUTY);
    }
}

package org.lianji.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureWalk;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * No organisation acts for somebody who did not consent, and nobody consents to what they proposed.
 */
class PairingMachineTests {

    private static final String LEAD = "MZ";
    private static final String TOWN = "150924106000";
    private static final String COUNTY = "150924000000";
    private static final String ORGANISATION = "53150900MJ0000018Q";
    private static final String PERSON = "P1";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-02").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static Pairing pairing(Progress<PairingState> progress) {
        return new Pairing(
                progress,
                PERSON,
                List.of("150924106001", TOWN, COUNTY),
                new Pairing.Pair("N1", "O1", ORGANISATION, HelpKind.DAILY_CARE, 4, "town"),
                Pairing.Consent.NONE,
                null,
                null,
                null,
                "C1",
                Spokespeople.NOBODY,
                new Pairing.Around(LEAD, List.of(), false));
    }

    private static HelpNeed need(Progress<NeedState> progress) {
        LocalDate day = progress.createdAt().toLocalDate();
        return new HelpNeed(
                progress,
                PERSON,
                List.of("150924106001", TOWN, COUNTY),
                new HelpNeed.What(HelpKind.DAILY_CARE, 4, HelpNeed.Urgency.SOON, day.plusDays(30)),
                new HelpNeed.Whose(AgeBand.of(70), Hardship.OLD_AGE),
                "C1",
                List.of());
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of(
                        officer(LEAD, "town", Role.TOWN_OFFICER, TOWN),
                        officer(LEAD, "county", Role.COUNTY_OFFICER, COUNTY),
                        officer(LEAD, "next", Role.COUNTY_OFFICER, "150923000000"),
                        officer("YB", "health", Role.COUNTY_OFFICER, COUNTY),
                        new Caller(ORGANISATION, "charity", Set.of(Role.CHARITY), "", null),
                        new Caller("other", "other", Set.of(Role.CHARITY), "", null),
                        new Caller("", "citizen", Set.of(Role.CITIZEN), "", PERSON),
                        new Caller("", "stranger", Set.of(Role.CITIZEN), "", "P2"))
                .map(one -> new Actor(one, LEAD, today))
                .toList();
    }

    private static Caller officer(String department, String client, Role role, String region) {
        return new Caller(department, client, Set.of(role), region, null);
    }

    private static Pairing changed(Pairing before, PairingTransition step, Actor actor) {
        return switch (step) {
            case CONSENT ->
                    before.with(
                            new Pairing.Consent(actor.today().plusDays(20), "sealed", null, null));
            case DELIVER -> before.delivered(actor.today());
            case CONFIRM -> before.confirmed(5, null);
            default -> before;
        };
    }

    private static void holds(Pairing before, PairingTransition step, Actor actor, Pairing after) {
        String who = actor.caller().client();
        assertThat(who).isNotIn("next", "health", "other", "stranger");
        boolean consented = before.consent().consentUntil() != null;
        if (who.equals("charity")) {
            assertThat(consented).as("nobody helps without the person's consent").isTrue();
        }
        if (step == PairingTransition.CONSENT || step == PairingTransition.CONFIRM) {
            assertThat(who).as("who proposed it doesn't speak for the person").isNotEqualTo("town");
        }
        if (step == PairingTransition.END) {
            assertThat(consented).as("what was consented to is the person's own").isFalse();
        }
        if (after.state() == PairingState.CONFIRMED) {
            assertThat(after.deliveredOn()).isNotNull();
        }
    }

    @Test
    void opensNobodyWithoutTheirConsent() {
        assertThat(
                        new ProcedureWalk<>(
                                        PairingTransition.class,
                                        PairingTransition.PROPOSE,
                                        PairingMachineTests::pairing,
                                        PairingMachineTests::everybody)
                                .changing(PairingMachineTests::changed)
                                .byItself(
                                        (_, step) ->
                                                step == PairingTransition.LAPSE
                                                        || step == PairingTransition.END
                                                        || step == PairingTransition.OFFER_END)
                                .invariant(PairingMachineTests::holds)
                                .run(MORNING.minusYears(1)))
                .containsExactlyElementsOf(
                        Stream.of(PairingTransition.values())
                                .map(Enum::name)
                                .filter(name -> !name.equals("PROPOSE"))
                                .sorted()
                                .toList());
    }

    /** What a pairing, a last day and the end of an application do to a need, the hub does. */
    @Test
    void movesItsNeedByTheHubAlone() {
        assertThat(
                        new ProcedureWalk<>(
                                        NeedTransition.class,
                                        NeedTransition.STATE,
                                        PairingMachineTests::need,
                                        PairingMachineTests::everybody)
                                .byItself((_, step) -> step != NeedTransition.WITHDRAW)
                                .invariant(
                                        (before, step, actor, _) -> {
                                            assertThat(actor.caller().client())
                                                    .isIn(
                                                            step == NeedTransition.WITHDRAW
                                                                    ? List.of("town", "county")
                                                                    : List.of("hub"));
                                            if (step == NeedTransition.END) {
                                                assertThat(before.state())
                                                        .isEqualTo(NeedState.OPEN);
                                            }
                                        })
                                .run(MORNING.minusYears(1)))
                .containsExactly("END", "LAPSE", "MEET", "PAIR", "RELEASE", "WITHDRAW");
    }
}

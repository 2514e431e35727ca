package org.lianji.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.charity.HelpKind;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureCode;
import org.lianji.procedure.ProcedureWalk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose word counts for somebody, from the day of their birth to that of their age. */
class PairingSpokespeopleTests {

    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-26").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));
    private static final LocalDate TODAY = MORNING.toLocalDate();

    private static Optional<Code> refusal(String who, LocalDate born, String... duties) {
        Pairing pairing =
                ProcedureWalk.begun(
                        PairingTransition.PROPOSE,
                        begun ->
                                new Pairing(
                                        begun,
                                        "Pchild",
                                        List.of("150924000000"),
                                        new Pairing.Pair("N", "F", "O", HelpKind.FOOD, 1, "one"),
                                        Pairing.Consent.NONE,
                                        null,
                                        null,
                                        null,
                                        null,
                                        new Spokespeople(
                                                born.format(DateTimeFormatter.BASIC_ISO_DATE),
                                                List.of(duties)),
                                        new Pairing.Around("MZ", List.of(), false)),
                        MORNING);
        return PairingTransition.CONSENT.refusal(
                new Actor(new Caller("", "c", Set.of(Role.CITIZEN), "", who), "MZ", TODAY),
                pairing);
    }

    @Test
    void aChildOfFourteenAnswersForThemselfAndAYoungerOneDoesNot() {
        assertThat(refusal("Pchild", TODAY.minusYears(14))).isEmpty();
        assertThat(refusal("Pchild", TODAY.minusYears(14).plusDays(1)))
                .contains(ReferralCode.GUARDIAN_ANSWERS);
    }

    @Test
    void aGuardianAnswersUntilTheChildIsOfAgeAndTheirDutyLasts() {
        assertThat(refusal("Pmother", TODAY.minusYears(18).plusDays(1), "Pmother||")).isEmpty();
        assertThat(refusal("Pmother", TODAY.minusYears(18), "Pmother||"))
                .contains(ProcedureCode.NOT_YOUR_TURN);
        LocalDate born = TODAY.minusYears(9);
        assertThat(refusal("Pmother", born, "Pmother|" + TODAY + "|")).isEmpty();
        assertThat(refusal("Pmother", born, "Pmother|" + TODAY.plusDays(1) + "|"))
                .contains(ProcedureCode.NOT_YOUR_TURN);
        assertThat(refusal("Pmother", born, "Pmother|2020-01-01|" + TODAY.plusDays(1))).isEmpty();
        assertThat(refusal("Pmother", born, "Pmother|2020-01-01|" + TODAY))
                .contains(ProcedureCode.NOT_YOUR_TURN);
        assertThat(refusal("Pneighbour", born, "Pmother||")).contains(ProcedureCode.NOT_YOUR_TURN);
    }
}

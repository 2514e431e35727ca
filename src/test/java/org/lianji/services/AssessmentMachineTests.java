package org.lianji.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

/** Whatever happens to an assessment, nobody finds anything but who is sent by name, in time. */
class AssessmentMachineTests {

    private static final String LEAD = "MZ";
    private static final String COUNTY = "150924000000";
    private static final String TOWN = "150924106000";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-26").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));
    private static final int DAYS = 30;

    private static final Caller OFFICER = caller(LEAD, "one", Role.COUNTY_OFFICER, COUNTY);
    private static final Caller SENT = caller(LEAD, "mz-social", Role.SOCIAL_WORKER, TOWN);
    private static final List<Caller> STRANGERS =
            List.of(
                    caller(LEAD, "mz-social-2", Role.SOCIAL_WORKER, TOWN),
                    caller(LEAD, "mz-social", Role.ASSISTANT, TOWN),
                    caller(LEAD, "mz-social", Role.SOCIAL_WORKER, "150924107000"),
                    caller("YB", "mz-social", Role.SOCIAL_WORKER, TOWN),
                    caller(LEAD, "next", Role.COUNTY_OFFICER, "150923000000"),
                    caller("YB", "health", Role.COUNTY_OFFICER, COUNTY),
                    caller("91150924MA0000015R", "provider-a", Role.PROVIDER, ""),
                    new Caller("", "citizen", Set.of(Role.CITIZEN), "", "Pone"));

    private static Caller caller(String department, String client, Role role, String region) {
        return new Caller(department, client, Set.of(role), region, null);
    }

    private static NeedAssessment sent(Progress<AssessmentState> begun) {
        return new NeedAssessment(
                begun,
                "Pone",
                List.of("150924106001", TOWN, COUNTY),
                null,
                NeedAssessment.Scales.NONE,
                new NeedAssessment.Errand(
                        SENT.client(), begun.createdAt().toLocalDate().plusDays(DAYS)),
                null,
                new ServiceSide.Around(LEAD, List.of()));
    }

    private static NeedAssessment changed(
            NeedAssessment before, AssessmentTransition step, Actor actor) {
        return step == AssessmentTransition.REPORT
                ? before.found("sealed", new NeedAssessment.Scales(60, 1, 1, 1, 1, 1, 1))
                : before;
    }

    @Test
    void isFoundByWhoIsSentAloneAndNeverChangedAfter() {
        List<String> taken =
                new ProcedureWalk<AssessmentState, AssessmentTransition, NeedAssessment>(
                                AssessmentTransition.class,
                                AssessmentTransition.ASSIGN,
                                AssessmentMachineTests::sent,
                                today ->
                                        Stream.concat(Stream.of(OFFICER, SENT), STRANGERS.stream())
                                                .map(one -> new Actor(one, LEAD, today))
                                                .toList())
                        .changing(AssessmentMachineTests::changed)
                        .byItself(
                                (before, step) ->
                                        step == AssessmentTransition.LAPSE
                                                && before.state() == AssessmentState.ASSIGNED)
                        .invariant(
                                (before, step, actor, after) -> {
                                    assertThat(STRANGERS).doesNotContain(actor.caller());
                                    if (step == AssessmentTransition.REPORT) {
                                        assertThat(actor.caller()).isEqualTo(SENT);
                                        assertThat(before.openOn(actor.today())).isTrue();
                                    } else {
                                        assertThat(after.scales()).isEqualTo(before.scales());
                                    }
                                    if (after.state() == AssessmentState.ASSESSED
                                            || after.state() == AssessmentState.SUPERSEDED) {
                                        assertThat(after.assessor()).isNotNull();
                                    } else {
                                        assertThat(after.assessor()).isNull();
                                    }
                                })
                        .run(MORNING.minusYears(1));

        assertThat(taken).contains("REPORT", "WITHDRAW", "SUPERSEDE", "LAPSE");
    }
}

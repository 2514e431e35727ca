package org.lianji.disclosure;

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

/** What hangs in a village is its own office's, for its days, and clean only if nobody objected. */
class NoticeMachineTests {

    private static final String LEAD = "MZ";
    private static final String TOWN = "150924106000";
    private static final String COUNTY = "150924000000";
    private static final int DAYS = 7;
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-02").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static PublicNotice notice(Progress<NoticeState> progress) {
        return new PublicNotice(
                progress,
                List.of("150924106001", TOWN, COUNTY),
                new PublicNotice.Shown("sealed", 1, 61_550L, PublicNotice.Kind.DIBAO),
                progress.createdAt().toLocalDate().plusDays(DAYS),
                "S1",
                PublicNotice.Finding.NONE,
                new PublicNotice.Concern("P1", List.of("P1", "P2"), "town"));
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of(
                        officer(LEAD, "town", Role.TOWN_OFFICER, TOWN),
                        officer(LEAD, "county", Role.COUNTY_OFFICER, COUNTY),
                        new Caller(LEAD, "kin", Set.of(Role.COUNTY_OFFICER), COUNTY, "P2"),
                        officer(LEAD, "next", Role.TOWN_OFFICER, "150924107000"),
                        officer("YB", "health", Role.TOWN_OFFICER, TOWN),
                        new Caller("", "citizen", Set.of(Role.CITIZEN), "", "P1"))
                .map(one -> new Actor(one, LEAD, today))
                .toList();
    }

    private static Caller officer(String department, String client, Role role, String region) {
        return new Caller(department, client, Set.of(role), region, null);
    }

    private static void holds(
            PublicNotice before, NoticeTransition step, Actor actor, PublicNotice after) {
        assertThat(actor.caller().client()).isIn("town", "county", "kin");
        if (step == NoticeTransition.ANSWER) {
            assertThat(actor.caller().client())
                    .as("nobody judges what they did")
                    .isEqualTo("county");
            assertThat(after.lastDay(Notices.OBJECTION_CLOCK)).isNull();
        } else {
            assertThat(before.over(actor.today())).as("nothing happens once it is over").isFalse();
        }
        assertThat(step == NoticeTransition.WITHDRAW && before.state() == NoticeState.OBJECTED)
                .as("an objection goes down with no sheet")
                .isFalse();
        assertThat(after.state() == NoticeState.OBJECTED)
                .isEqualTo(after.lastDay(Notices.OBJECTION_CLOCK) != null);
        assertThat(after.outcome(after.lastDay().plusDays(1)))
                .as("clean is what nobody objected to and nobody took down")
                .isNotEqualTo(PublicNotice.Outcome.CLEAN);
    }

    @Test
    void hangsForItsDaysWhateverIsSaidOfIt() {
        assertThat(
                        new ProcedureWalk<>(
                                        NoticeTransition.class,
                                        NoticeTransition.POST,
                                        NoticeMachineTests::notice,
                                        NoticeMachineTests::everybody)
                                .invariant(NoticeMachineTests::holds)
                                .run(MORNING.minusYears(1)))
                .containsExactly("ANSWER", "OBJECT", "WITHDRAW");
        PublicNotice posted =
                ProcedureWalk.begun(NoticeTransition.POST, NoticeMachineTests::notice, MORNING);
        assertThat(posted.outcome(posted.lastDay())).isEqualTo(PublicNotice.Outcome.PENDING);
        assertThat(posted.outcome(posted.lastDay().plusDays(1)))
                .isEqualTo(PublicNotice.Outcome.CLEAN);
    }
}

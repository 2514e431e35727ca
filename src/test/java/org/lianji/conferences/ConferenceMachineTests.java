package org.lianji.conferences;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianji.catalogue.Purpose;
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

/**
 * Whatever is done with a conference, its content is open to members while it is open, and then
 * not.
 */
class ConferenceMachineTests {

    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-26").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));
    private static final int DAYS = 10;

    private static final Caller CONVENER = caller("MZ", "town", Role.TOWN_OFFICER);
    private static final Caller MEMBER = caller("YB", "doctor", Role.COUNTY_OFFICER);
    private static final Caller NAMESAKE = caller("JY", "doctor", Role.COUNTY_OFFICER);
    private static final Caller COLLEAGUE = caller("YB", "other", Role.COUNTY_OFFICER);

    /** A member who has become known as a near relative of whom it is about. */
    private static final Caller COUSIN = caller("YB", "cousin", Role.COUNTY_OFFICER);

    private static final Caller HEAD = caller("MZ", "head", Role.SHARING_HEAD);
    private static final List<Caller> EVERYBODY =
            List.of(CONVENER, MEMBER, NAMESAKE, COLLEAGUE, COUSIN, HEAD);

    private static Caller caller(String department, String client, Role role) {
        return new Caller(department, client, Set.of(role), "150924106000", null);
    }

    private static Conference conference(Progress<ConferenceState> progress) {
        return new Conference(
                progress,
                new Conference.Agenda(
                        Conference.Origin.RELIEF,
                        "J1",
                        "sealed",
                        Purpose.D,
                        List.of("MZ05"),
                        progress.createdAt().toLocalDate().plusDays(DAYS)),
                List.of("MZ|town", "YB|doctor", "YB|cousin"),
                Conference.Opinions.NONE,
                Conference.Decision.NONE,
                List.of("P1"),
                List.of("P1", "YB|cousin"),
                null);
    }

    private static Conference changed(Conference before, ConferenceTransition step, Actor actor) {
        return step == ConferenceTransition.OPINE
                ? before.with(before.opinions().and(Conference.member(actor.caller()), "sealed"))
                : before;
    }

    @Test
    void isOpenToItsMembersWhileItIsOpenAndToNobodyElseEver() {
        List<String> taken =
                new ProcedureWalk<>(
                                ConferenceTransition.class,
                                ConferenceTransition.CONVENE,
                                ConferenceMachineTests::conference,
                                today ->
                                        EVERYBODY.stream()
                                                .map(one -> new Actor(one, "MZ", today))
                                                .toList())
                        .changing(ConferenceMachineTests::changed)
                        .byItself((_, step) -> step == ConferenceTransition.END)
                        .invariant(
                                (before, step, actor, after) -> {
                                    sees(after, actor.today());
                                    if (step == ConferenceTransition.END) {
                                        assertThat(after.state())
                                                .isEqualTo(ConferenceState.CANCELLED);
                                        return;
                                    }
                                    assertThat(actor.caller())
                                            .isNotIn(NAMESAKE, COLLEAGUE, COUSIN, HEAD);
                                    if (step != ConferenceTransition.OPINE) {
                                        assertThat(actor.caller()).isEqualTo(CONVENER);
                                    }
                                    if (step == ConferenceTransition.DECIDE) {
                                        assertThat(before.opinions().opinionBy())
                                                .as("somebody else was heard")
                                                .contains("YB|doctor");
                                    }
                                })
                        .run(MORNING.minusYears(1));

        assertThat(taken).containsExactly("BEGIN", "CANCEL", "DECIDE", "END", "OPINE");
    }

    private static void sees(Conference after, LocalDate today) {
        boolean open =
                after.state() == ConferenceState.OPEN
                        && !today.isAfter(after.createdAt().toLocalDate().plusDays(DAYS));
        assertThat(after.opens(MEMBER, today)).isEqualTo(open);
        assertThat(after.tells(MEMBER, today)).isEqualTo(open);
        assertThat(after.opens(CONVENER, today)).isEqualTo(open);
        assertThat(after.tells(CONVENER, today)).as("the convener keeps it").isTrue();
        for (Caller other : List.of(NAMESAKE, COLLEAGUE, COUSIN, HEAD)) {
            assertThat(after.opens(other, today) || after.tells(other, today)).isFalse();
        }
    }

    @Test
    void givesEachTaskToItsOwnerUntilItIsDone() {
        List<String> taken =
                new ProcedureWalk<>(
                                TaskTransition.class,
                                TaskTransition.GIVE,
                                begun ->
                                        new ConferenceTask(
                                                begun,
                                                "U1",
                                                "MZ|town",
                                                "YB|doctor",
                                                "sealed",
                                                null,
                                                List.of()),
                                today ->
                                        EVERYBODY.stream()
                                                .map(one -> new Actor(one, "MZ", today))
                                                .toList())
                        .invariant(
                                (_, step, actor, after) -> {
                                    assertThat(actor.caller())
                                            .isEqualTo(
                                                    step == TaskTransition.DROP
                                                            ? CONVENER
                                                            : MEMBER);
                                    assertThat(running(after)).isNull();
                                })
                        .run(MORNING.minusYears(1));

        assertThat(taken).containsExactly("COMPLETE", "DROP");
    }

    private static @Nullable String running(ConferenceTask task) {
        return task.deadlines().stream()
                .filter(one -> one.endedOn() == null)
                .map(one -> one.code())
                .findFirst()
                .orElse(null);
    }
}

package org.lianji.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureWalk;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whoever tries whatever, where a department is told is its sharing unit's to say. */
class WebhookMachineTests {

    private static final ZonedDateTime START = ZonedDateTime.parse("2026-01-05T10:00:00+08:00");

    @Test
    void isItsSharingUnitsAloneAndNeverComesBack() {
        List<String> taken =
                new ProcedureWalk<>(
                                WebhookTransition.class,
                                WebhookTransition.REGISTER,
                                begun ->
                                        new Webhook(
                                                begun,
                                                "YB",
                                                "https://yb.example/",
                                                List.of(),
                                                "…",
                                                null),
                                today ->
                                        Stream.of("MZ", "YB", "")
                                                .flatMap(
                                                        department ->
                                                                Stream.of(Role.values())
                                                                        .map(
                                                                                role ->
                                                                                        new Caller(
                                                                                                department,
                                                                                                "x",
                                                                                                Set
                                                                                                        .of(
                                                                                                                role),
                                                                                                "",
                                                                                                null)))
                                                .map(caller -> new Actor(caller, "MZ", today))
                                                .toList())
                        .invariant(
                                (before, _, actor, _) -> {
                                    assertThat(actor.caller().department()).isEqualTo("YB");
                                    assertThat(actor.caller().is(Role.SHARING_UNIT)).isTrue();
                                    assertThat(before.state()).isNotEqualTo(WebhookState.REMOVED);
                                })
                        .run(START);

        assertThat(taken).containsExactly("PAUSE", "REMOVE", "REPLAY", "RESUME");
    }
}

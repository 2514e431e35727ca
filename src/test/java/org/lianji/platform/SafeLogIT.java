package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianji.Hub;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import tools.jackson.databind.JsonNode;

/** What goes wrong is found in the log, and no person is. */
@DoorTest
@ExtendWith(OutputCaptureExtension.class)
class SafeLogIT {

    @Autowired Hub hub;

    @Test
    void logsAnExceptionOfTheDriverByItsCodeAndItsFrames(CapturedOutput output) {
        JsonNode answer = hub.ask("MZ", "{ fault }");

        String traceId = answer.at("/errors/0/extensions/details/traceId").asString();
        assertThat(traceId).isNotEmpty();
        assertThat(output.getAll())
                .contains(
                        "Fault " + traceId,
                        "java.lang.IllegalStateException\n",
                        "Caused by: org.neo4j.driver.exceptions.ClientException"
                                + " [Neo.ClientError.Statement.TypeError]\n",
                        "Suppressed: java.lang.RuntimeException\n",
                        "at org.lianji.platform.Ticks")
                .doesNotContain(Ticks.CANARY);
        assertThat(answer.toString()).doesNotContain(Ticks.CANARY);
    }

    @Test
    void tellsWhatTheHubItselfSays(CapturedOutput output) {
        LoggerFactory.getLogger(getClass()).error("Seen", new Problem(PlatformCode.SYNTAX));

        assertThat(output.getAll()).contains("org.lianji.platform.Problem: SYNTAX");
    }
}

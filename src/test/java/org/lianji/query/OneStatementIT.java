package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.database.AutoCommit;
import org.lianji.platform.Reason;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

/** However deep and broad the question, the graph is asked once. */
@HubTest
class OneStatementIT {

    @Autowired Hub hub;

    private Reason plan = Reason.NONE;

    private final Logger statements = (Logger) LoggerFactory.getLogger(AutoCommit.class);
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void listen() {
        plan = hub.plan("MZ");
        seen.start();
        statements.addAppender(seen);
        statements.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        statements.setLevel(null);
        statements.detachAppender(seen);
    }

    @Test
    void asksTheGraphOnceForManyFieldsAndLevels() {
        hub.ask(
                "MZ",
                plan,
                """
                query ($number: IdNumber!) {
                  a: person(idNumber: $number) { memberships { household { members { person { records { nodes { id } } } } } } }
                  b: person(idNumber: $number) { id supports { supported { memberships { household { id } } } } }
                  regions { children { children { name } } }
                  records(category: MZ01) { edges { node { person { records { nodes { id } } } } } }
                }
                """,
                Map.of("number", "150902195603121010"));

        assertThat(texts()).hasSize(1);
    }

    @Test
    void asksTheGraphNothingForAQuestionThatIsRefused() {
        hub.ask(
                "MZ",
                plan,
                "{ records(category: NM01, where: {povertyReturnMonitoring: {helper: {eq: \"x\"}}})"
                        + " { nodes { id } } }",
                Map.of());

        assertThat(texts()).isEmpty();
    }

    /** What reads; entries of the chain and their sealing are written apart. */
    private List<String> texts() {
        return seen.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("UNWIND $rows AS row"))
                .toList();
    }
}

package org.lianji;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test against the whole hub on an ephemeral port with a real database, empty but for regions and
 * departments before each test. Years without a notice of holidays have an invented one, so that
 * tests pass on any day.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianji.demo.city=target/none",
            "lianji.demo.agreements=false",
            "lianji.calendar.file=src/test/resources/calendar/later-years.json",
            "lianji.calendar.clocks=src/test/resources/calendar/regional-clocks.csv",
            "spring.neo4j.uri=bolt://given-by-the-test",
            "lianji.emergency.drawn=0",
            "lianji.monitoring.nightly=-",
            "lianji.publication.daily=-",
            "lianji.referral.daily=-",
            "lianji.projects.daily=-",
            "lianji.agencies.daily=-",
            "lianji.rounds.daily=-",
            "lianji.identity.nightly=-",
            "lianji.worklist.watch=-",
            "lianji.services.daily=-",
            "lianji.declared.drawn=0",
            "lianji.limits.time=2m",
            "lianji.database.patience=2m",
            "spring.transaction.default-timeout=2m"
        })
@Import(HubTestConfiguration.class)
@ExtendWith(EmptyDatabase.class)
public @interface HubTest {}

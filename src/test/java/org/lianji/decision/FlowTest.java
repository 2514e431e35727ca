package org.lianji.decision;

import org.lianji.HubTest;
import org.lianji.sharing.MovingClock;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A hub whose clock stands, with more offices, that answers as much as is asked of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HubTest
@Import({MovingClock.class, OtherOffices.class})
@TestPropertySource(
        properties = {
            "lianji.limits.burst=1000000",
            "lianji.limits.address-burst=100000",
            "lianji.limits.cost=100000000",
            "lianji.limits.parts=1000000",
            "lianji.declared.persons-per-client=8"
        })
@interface FlowTest {}

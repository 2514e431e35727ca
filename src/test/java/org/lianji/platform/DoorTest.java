package org.lianji.platform;

import org.lianji.HubTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of what the door refuses and bounds: a clock of its own, small bounds, and {@link Ticks}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HubTest
@Import(Ticks.class)
@TestPropertySource(
        properties = {
            "lianji.limits.burst=1000",
            "lianji.limits.uploads=2",
            "lianji.origins=https://console.example",
            "lianji.streams.connections=4",
            "lianji.streams.waiting-per-address=20",
            "lianji.streams.per-connection=3",
            "lianji.streams.per-client=4"
        })
public @interface DoorTest {}

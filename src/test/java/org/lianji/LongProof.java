package org.lianji;

import org.junit.jupiter.api.Tag;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test that starts hubs and databases of its own, kills or starves them and takes minutes: {@code
 * mvn verify -Pproofs} runs it, the daily build does not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("proof")
public @interface LongProof {}

package org.lianji.platform;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;

import org.neo4j.driver.exceptions.Neo4jException;

import java.util.List;

/**
 * Writes a fault to the log by its class, its code in the database, and its frames. What others say
 * in their exceptions may quote a person's data, and is left out; at the start of the hub there is
 * no such data, and what the container says is wanted.
 */
public final class SafeThrowables extends ThrowableProxyConverter {

    private static final List<String> SAFE =
            List.of(
                    "org.lianji.",
                    "org.springframework.beans.",
                    "org.springframework.boot.",
                    "org.springframework.context.");

    @Override
    protected String throwableProxyToString(IThrowableProxy fault) {
        StringBuilder text = new StringBuilder("\n");
        write(text, "", "", fault);
        return text.toString();
    }

    private static void write(
            StringBuilder text, String indent, String relation, IThrowableProxy fault) {
        text.append(indent).append(relation).append(fault.getClassName()).append(said(fault));
        text.append('\n');
        if (fault.isCyclic()) {
            return;
        }
        StackTraceElementProxy[] frames = fault.getStackTraceElementProxyArray();
        int own = frames.length - fault.getCommonFrames();
        for (int i = 0; i < own; i++) {
            text.append(indent).append('\t').append(frames[i].getSTEAsString()).append('\n');
        }
        if (own < frames.length) {
            text.append(indent).append("\t... ").append(fault.getCommonFrames()).append(" more\n");
        }
        for (IThrowableProxy suppressed : fault.getSuppressed()) {
            write(text, indent + "\t", "Suppressed: ", suppressed);
        }
        if (fault.getCause() != null) {
            write(text, indent, "Caused by: ", fault.getCause());
        }
    }

    private static String said(IThrowableProxy fault) {
        if (fault instanceof ThrowableProxy proxy
                && proxy.getThrowable() instanceof Neo4jException answer) {
            return " [" + answer.code() + "]";
        }
        boolean safe = SAFE.stream().anyMatch(fault.getClassName()::startsWith);
        return safe && fault.getMessage() != null ? ": " + fault.getMessage() : "";
    }
}

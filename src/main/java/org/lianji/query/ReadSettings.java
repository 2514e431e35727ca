package org.lianji.query;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * Reads of the same shape that come while another is under way and leave together.
 *
 * @param together whether they do; each read has a statement of its own where not
 * @param rows requests in one statement at most
 * @param size of what one statement asks and answers at most, by what the shape's answers were like
 *     lately; one request always goes
 * @param lanes statements of one shape under way at a time, at most
 * @param slow how long a read waits before it leaves beside a statement that takes so long
 * @param shapes whose requests are gathered
 * @param deadline of a statement that several share; past it each goes alone
 */
@ConfigurationProperties("lianji.reads")
record ReadSettings(
        @DefaultValue("true") boolean together,
        @DefaultValue("64") int rows,
        @DefaultValue("2MB") DataSize size,
        @DefaultValue("2") int lanes,
        @DefaultValue("50ms") Duration slow,
        @DefaultValue("1000") int shapes,
        @DefaultValue("2s") Duration deadline) {}

package org.lianji.streams;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * WebSocket connections and event streams.
 *
 * @param init how long a connection may take to say who it is
 * @param keepAlive how often a connection is asked for a sign of life, and an event stream shown
 *     one
 * @param connections WebSocket connections of one client
 * @param waiting connections that haven't said yet who they are
 * @param waitingPerAddress of these from one address, which may be a proxy's
 * @param perConnection operations at the same time on one of them
 * @param perClient operations at the same time on all streams of one client
 * @param queue events that wait for a slow reader before its stream ends
 * @param lastNews how long a stream may take to tell what comes before its end
 * @param messageBytes largest message
 */
@ConfigurationProperties("lianji.streams")
record StreamSettings(
        @DefaultValue("10s") Duration init,
        @DefaultValue("20s") Duration keepAlive,
        @DefaultValue("50") int connections,
        @DefaultValue("1000") int waiting,
        @DefaultValue("100") int waitingPerAddress,
        @DefaultValue("20") int perConnection,
        @DefaultValue("100") int perClient,
        @DefaultValue("100") int queue,
        @DefaultValue("10s") Duration lastNews,
        @DefaultValue("262144") int messageBytes) {}

package org.lianji.decision;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;

import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the hub leaves behind beside its answers: its log and its metrics. */
final class Traces extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    /** An amount may well be part of a longer number that is none. */
    private static final Pattern AMOUNT = Pattern.compile("[\\d.]{1,12}");

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final MeterRegistry meters;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    Traces(MeterRegistry meters) {
        this.meters = meters;
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
        for (IThrowableProxy fault = event.getThrowableProxy();
                fault != null;
                fault = fault.getCause()) {
            lines.add(String.valueOf(fault.getMessage()));
        }
    }

    /** {@return values of the world that turn up in them} */
    List<String> of(World world) {
        return of(
                Canaries.of(world).stream()
                        .filter(canary -> !AMOUNT.matcher(canary).matches())
                        .toList());
    }

    /** {@return those that turn up in them} */
    List<String> of(Collection<String> canaries) {
        String all =
                Stream.concat(
                                lines.stream(),
                                meters.getMeters().stream().map(meter -> meter.getId().toString()))
                        .collect(Collectors.joining("\n"));
        lines.clear();
        return Canaries.in(all, canaries);
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}

package org.lianji.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * Ends another process when this one dies, however it does: a shell waits for the end of a pipe
 * that this process alone holds open.
 */
final class Lifeline implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lifeline.class);
    private static final String WAIT = "read -r _; kill -TERM \"$0\" 2> /dev/null";

    private final @Nullable Process shell;

    private Lifeline(@Nullable Process shell) {
        this.shell = shell;
    }

    static Lifeline of(Process ended) {
        try {
            return new Lifeline(
                    new ProcessBuilder("/bin/sh", "-c", WAIT, Long.toString(ended.pid())).start());
        } catch (IOException e) {
            log.warn("The database won't end where the hub is killed: {}", e.getMessage());
            return new Lifeline(null);
        }
    }

    /** The other process has ended, or may live on. */
    @Override
    public void close() {
        if (shell != null) {
            shell.destroyForcibly();
        }
    }
}

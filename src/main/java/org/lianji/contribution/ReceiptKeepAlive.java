package org.lianji.contribution;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.time.Duration;

/**
 * Whoever waits for the receipt of a large file. A blank now and then, which JSON may begin with,
 * keeps the connection open on its way, and tells when nobody is there any more.
 */
final class ReceiptKeepAlive {

    /** Nobody waits any more; what is written of the batch stays, and it can be sent again. */
    static final class ClientGone extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final IOException cause;

        ClientGone(IOException cause) {
            super(cause);
            this.cause = cause;
        }

        IOException connection() {
            return cause;
        }
    }

    private final HttpServletResponse response;
    private final Duration every;
    private long last = System.nanoTime();

    ReceiptKeepAlive(HttpServletResponse response, Duration every) {
        this.response = response;
        this.every = every;
    }

    /**
     * @throws Left where nobody waits any more
     */
    void check() {
        if (System.nanoTime() - last < every.toNanos()) {
            return;
        }
        last = System.nanoTime();
        try {
            if (!response.isCommitted()) {
                response.setStatus(HttpStatus.CREATED.value());
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            }
            response.getOutputStream().write(' ');
            response.flushBuffer();
        } catch (IOException e) {
            throw new ClientGone(e);
        }
    }
}

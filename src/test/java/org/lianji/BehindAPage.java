package org.lianji;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** The hub's own answers, with something happening while they are on their way. */
public final class BehindAPage implements Filter {

    private final AtomicReference<Runnable> next = new AtomicReference<>();

    /** Once, behind the next part of an answer that is handed on. */
    public void then(Runnable event) {
        next.set(event);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                request,
                new HttpServletResponseWrapper((HttpServletResponse) response) {
                    @Override
                    public ServletOutputStream getOutputStream() throws IOException {
                        return new Watched(super.getOutputStream(), next);
                    }
                });
    }

    private static final class Watched extends ServletOutputStream {

        private final ServletOutputStream out;
        private final AtomicReference<Runnable> next;

        Watched(ServletOutputStream out, AtomicReference<Runnable> next) {
            this.out = out;
            this.next = next;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
            Runnable event = next.getAndSet(null);
            if (event != null) {
                event.run();
            }
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}

package org.lianji.platform;

import org.jspecify.annotations.Nullable;

/** The hub can't come up as it is set up; says what to do. */
public final class StartRefused extends IllegalStateException {

    public StartRefused(String message) {
        this(message, null);
    }

    public StartRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

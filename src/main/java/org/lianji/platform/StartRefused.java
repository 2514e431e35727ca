package org.lianji.platform;

import org.jspecify.annotations.Nullable;

/** The hub can't come up as it is set up; says what to do. */
final class StartRefused extends IllegalStateException {

    StartRefused(String message) {
        this(message, null);
    }

    StartRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

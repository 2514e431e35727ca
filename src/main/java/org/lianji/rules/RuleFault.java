package org.lianji.rules;

import java.nio.file.Path;

/** A rule that can't be used: the hub does not start, and says in which file and line. */
public final class RuleFault extends IllegalStateException {

    private static final long serialVersionUID = 1;

    RuleFault(Path file, int line, String message) {
        super(file.toString().replace('\\', '/') + ":" + line + ": " + message);
    }
}

package org.lianji.rules;

/** A rule that can't be used: the hub does not start, and says in which file and line. */
final class RuleFault extends IllegalStateException {

    private static final long serialVersionUID = 1;

    RuleFault(String file, int line, String message) {
        super("schema/rules/" + file + ":" + line + ": " + message);
    }
}

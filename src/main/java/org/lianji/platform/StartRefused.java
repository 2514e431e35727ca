package org.lianji.platform;

import java.util.List;

/** The settings don't allow the hub to be put to real use. */
final class UnsafeSettings extends RuntimeException {

    UnsafeSettings(List<String> findings) {
        super("The hub does not start with these settings:\n- " + String.join("\n- ", findings));
    }
}

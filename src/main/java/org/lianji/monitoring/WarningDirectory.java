package org.lianji.monitoring;

import org.lianji.platform.Caller;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;

/** Warnings as other modules ask about them: by who asks. */
@Component
public final class WarningDirectory {

    private final Warnings warnings;

    WarningDirectory(Warnings warnings) {
        this.warnings = warnings;
    }

    /** {@return of these the open ones that the caller knows of} */
    public List<String> open(Caller caller, Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> warnings.find(caller, id).stream())
                .filter(warning -> warning.state().open())
                .map(Warning::id)
                .toList();
    }
}

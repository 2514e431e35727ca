package org.lianji.monitoring;

import org.lianji.platform.Caller;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;

/** Warnings as other modules ask about them: by who asks. */
@Component
public final class WarningDirectory {

    /** Kind of the news of each step of a warning. */
    public static final String CHANGED = "WarningChanged";

    private final Warnings warnings;

    WarningDirectory(Warnings warnings) {
        this.warnings = warnings;
    }

    /**
     * {@return whether the department answers for the warning, or it was sent there and is open}
     *
     * @param department code
     */
    public boolean concerns(String department, String id) {
        return warnings.ofHub(id)
                .filter(
                        warning ->
                                warning.handler().department().equals(department)
                                        || (warning.state().open()
                                                && department.equals(
                                                        warning.outcome().transferredTo())))
                .isPresent();
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

package org.lianji.procedure;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.time.LocalDate;
import java.util.Set;

/**
 * Who takes a step, and when.
 *
 * @param caller as their token says
 * @param lead code of the department that leads social assistance
 * @param today in China
 */
public record Actor(Caller caller, String lead, LocalDate today) {

    /** {@return whether the department leads} */
    public boolean leads() {
        return caller.department().equals(lead);
    }

    /**
     * {@return who keeps what belongs to a department: the caller where they are of it, else the
     * hub in its name}
     */
    public Caller of(String department) {
        return caller.department().equals(department)
                ? caller
                : new Caller(department, "hub", Set.of(Role.SYSTEM), "", null);
    }
}

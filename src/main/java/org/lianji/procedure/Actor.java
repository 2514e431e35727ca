package org.lianji.procedure;

import org.lianji.platform.Caller;

import java.time.LocalDate;

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
}

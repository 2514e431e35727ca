package org.lianji.agreements;

import org.jspecify.annotations.Nullable;

/**
 * News of a step of an agreement; its subject is the agreement.
 *
 * @param agreement its identifier
 * @param version after the step
 * @param provider code of the department that provides
 * @param consumer code of the department or charity that consumes
 * @param filedWith code of the department that the step is filed with, where it must be
 */
public record ChangedAgreement(
        String agreement,
        long version,
        String provider,
        String consumer,
        @Nullable String filedWith) {

    public static final String KIND = "AgreementChanged";

    static ChangedAgreement of(Agreement agreement, AgreementEvent event) {
        return new ChangedAgreement(
                agreement.id(),
                event.version(),
                agreement.terms().provider(),
                agreement.terms().consumer(),
                event.filedWith());
    }

    /** {@return whether the department may be one that is told} */
    public boolean names(String department) {
        return department.equals(provider)
                || department.equals(consumer)
                || department.equals(filedWith);
    }
}

package org.lianji.api;

import org.lianji.platform.Caller;

import java.util.Optional;
import java.util.Set;

/** The documents that each department has registered, so that a request may name one by its id. */
public interface TrustedDocuments {

    /**
     * {@return the text of the document, if the caller's own department has registered it and not
     * retired it}
     *
     * @param caller who names it
     * @param id as it was sent
     */
    Optional<String> text(Caller caller, String id);

    /**
     * {@return the fields at the root by which the caller keeps the list, none where they may not}
     *
     * @param caller who asks
     */
    Set<String> fields(Caller caller);
}

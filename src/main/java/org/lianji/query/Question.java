package org.lianji.query;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Values;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Caller;

import java.time.LocalDate;

/**
 * All that a statement depends on beside the selection.
 *
 * @param caller who asks
 * @param grants what the caller may see
 * @param catalogue what there is
 * @param values how values are read
 * @param hash how an ID number is looked up
 * @param cursors how places in a list are written
 * @param today the day that dated relations are read on unless another is given
 */
record Question(
        Caller caller,
        Grants grants,
        Catalogue catalogue,
        Values values,
        IdentityHash hash,
        Cursors cursors,
        LocalDate today) {}

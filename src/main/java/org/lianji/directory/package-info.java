/**
 * What charities offer as a directory that other systems read and write: services of organisations
 * in the form of the Human Services Data Specification (HSDS 3, Open Referral). Offers only; no
 * need, pairing or person is in it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "roles",
            "api",
            "procedure",
            "charity"
        })
package org.lianji.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

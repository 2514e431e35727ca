package org.lianji.charity;

/** What belongs to an organisation. */
interface CharityMatter {

    /** {@return unified code of the organisation} */
    String organisation();
}

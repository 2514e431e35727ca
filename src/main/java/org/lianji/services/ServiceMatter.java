package org.lianji.services;

import java.util.List;

/** What is done about one person, or for a county. */
interface ServiceMatter {

    /** {@return token of the person; empty where it is about nobody} */
    String person();

    /** {@return codes of the regions that it lies in, the smallest first} */
    List<String> places();

    /** {@return unified code of who provides the service; empty where it is none} */
    String organisation();
}

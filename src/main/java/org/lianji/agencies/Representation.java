package org.lianji.agencies;

import org.lianji.platform.Caller;

/** What somebody may follow for another. */
public interface Representation {

    /** {@return whether it shows to an agent, who is told how it stands and no more} */
    boolean byAgent(Caller caller);
}

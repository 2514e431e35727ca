package org.lianji.means;

import java.io.IOException;

/** A source outside of the hub. A bean of this type is asked in every check. */
public interface OutsideSource {

    /** {@return who it is} */
    OutsideKind kind();

    /**
     * {@return what it says, perhaps about some of the persons only}
     *
     * @throws IOException where it can't be reached, does not answer in time, or can't be
     *     understood
     */
    OutsideAnswer ask(OutsideInquiry inquiry) throws IOException, InterruptedException;
}

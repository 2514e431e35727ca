package org.lianji.referral;

import org.lianji.people.Spokespeople;

import java.util.List;

/** What is done about one person. */
interface ReferralMatter {

    /** {@return token of the person} */
    String person();

    /** {@return codes of the regions that the person lives in, the smallest first} */
    List<String> places();

    /** {@return unified code of the organisation that helps; empty where it is none yet} */
    String organisation();

    /** {@return who speaks for the person beside themself} */
    default Spokespeople spokespeople() {
        return Spokespeople.NOBODY;
    }
}

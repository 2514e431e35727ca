package org.lianji.consents;

import java.util.List;
import java.util.stream.Stream;

/**
 * Of whom an application leads to, who may be asked about today.
 *
 * @param family tokens of who consented, and of children for whom nobody had to as yet
 * @param supporters the consents of relatives outside the family, by token
 * @param unasked tokens of the family of whom no consent is in force: nothing of them is read
 */
public record ConsentReach(List<String> family, List<Supporter> supporters, List<String> unasked) {

    public ConsentReach {
        family = List.copyOf(family);
        supporters = List.copyOf(supporters);
        unasked = List.copyOf(unasked);
    }

    /**
     * @param person token
     * @param consent identifier of their consent
     */
    public record Supporter(String person, String consent) {}

    /** {@return tokens of all who may be asked about, the family first} */
    public List<String> asked() {
        return Stream.concat(family.stream(), supporters.stream().map(Supporter::person)).toList();
    }

    /** {@return tokens of the family, asked about or not} */
    public List<String> wholeFamily() {
        return Stream.concat(family.stream(), unasked.stream()).toList();
    }
}

package org.lianji.means;

import java.util.List;

/**
 * What came of asking a source outside.
 *
 * @param status how far it has answered
 * @param sums of those about whom it has
 */
public record OutsideReply(OutsideKind kind, MeansAnswer.Status status, List<Sum> sums) {

    public OutsideReply {
        sums = List.copyOf(sums);
    }

    /**
     * @param person token
     * @param asOf day
     */
    public record Sum(String person, long fen, String asOf) {}

    /** {@return the same, of these people alone} */
    OutsideReply about(List<String> persons) {
        return new OutsideReply(
                kind, status, sums.stream().filter(sum -> persons.contains(sum.person())).toList());
    }

    /** {@return what it comes to, in fen} */
    long total() {
        return sums.stream().mapToLong(Sum::fen).sum();
    }

    static OutsideReply without(OutsideKind kind, MeansAnswer.Status status) {
        return new OutsideReply(kind, status, List.of());
    }

    /** {@return whether there is nothing more to ask} */
    boolean whole() {
        return status == MeansAnswer.Status.ANSWERED;
    }
}

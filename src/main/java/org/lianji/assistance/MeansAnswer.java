package org.lianji.assistance;

import java.util.List;

/**
 * What a source of the check said.
 *
 * @param source that was asked
 * @param status whether it could be
 * @param found whether there is something above the limit, or to be looked into
 */
record MeansAnswer(MeansSource source, Status status, boolean found) {

    /** Whether a source could be asked. */
    enum Status {
        ANSWERED,
        /** About some of the family: about the others it may not be asked. */
        PARTLY,
        NOT_ALLOWED,
        NO_AGREEMENT;

        /** {@return whether something was read} */
        boolean read() {
            return this == ANSWERED || this == PARTLY;
        }
    }

    /** What follows from all of them. */
    enum Conclusion {
        WITHIN_LIMITS,
        OVER_LIMITS,
        TO_VERIFY,
        INCOMPLETE
    }

    /** {@return the conclusion; what wasn't answered is no fault of the family's} */
    static Conclusion conclusion(List<MeansAnswer> answers) {
        if (answers.stream().anyMatch(one -> one.found() && one.source().limits())) {
            return Conclusion.OVER_LIMITS;
        }
        if (answers.stream().anyMatch(MeansAnswer::found)) {
            return Conclusion.TO_VERIFY;
        }
        return answers.stream().allMatch(one -> one.status() == Status.ANSWERED)
                ? Conclusion.WITHIN_LIMITS
                : Conclusion.INCOMPLETE;
    }

    /** {@return the items that answers were read from} */
    static List<String> items(List<MeansAnswer> answers) {
        return answers.stream()
                .filter(one -> one.status.read())
                .map(MeansAnswer::source)
                .flatMap(
                        source ->
                                source.items().stream().map(item -> source.category() + "." + item))
                .toList();
    }

    /** {@return it as it is kept} */
    String text() {
        return String.join(" ", source.name(), status.name(), Boolean.toString(found));
    }

    static MeansAnswer of(String text) {
        String[] parts = text.split(" ");
        return new MeansAnswer(
                MeansSource.valueOf(parts[0]),
                Status.valueOf(parts[1]),
                Boolean.parseBoolean(parts[2]));
    }
}

package org.lianji.means;

import java.util.List;

/**
 * What a source of the check said.
 *
 * @param source that was asked
 * @param status whether it could be
 * @param found whether there is something above the limit, or to be looked into
 */
public record MeansAnswer(MeansSource source, Status status, boolean found) {

    /** Whether a source could be asked. */
    public enum Status {
        ANSWERED,
        /** About some of the family: about the others it may not be asked, or has not answered. */
        PARTLY,
        NOT_ALLOWED,
        NO_AGREEMENT,
        /** It is asked again. */
        NOT_ANSWERED,
        /** Nobody has connected it to the hub. */
        NOT_CONNECTED;

        /** {@return whether something was read} */
        public boolean read() {
            return this == ANSWERED || this == PARTLY;
        }

        /** {@return whether asking again may bring more} */
        boolean open() {
            return this == PARTLY || this == NOT_ANSWERED;
        }
    }

    /** What follows from all of them. */
    public enum Conclusion {
        WITHIN_LIMITS,
        OVER_LIMITS,
        TO_VERIFY,
        INCOMPLETE
    }

    /** {@return the conclusion; what wasn't answered is no fault of the family's} */
    public static Conclusion conclusion(List<MeansAnswer> answers) {
        if (answers.stream().anyMatch(one -> one.found() && one.source().limits())) {
            return Conclusion.OVER_LIMITS;
        }
        if (answers.stream().anyMatch(MeansAnswer::found)) {
            return Conclusion.TO_VERIFY;
        }
        return answers.stream().allMatch(MeansAnswer::sufficient)
                ? Conclusion.WITHIN_LIMITS
                : Conclusion.INCOMPLETE;
    }

    /** What can't be asked counts as a gap where the check can't do without it. */
    private boolean sufficient() {
        return status == Status.ANSWERED || !source.needed() && !status.open();
    }

    /** {@return whether some source outside has not answered about all of the family} */
    public static boolean unanswered(List<MeansAnswer> answers) {
        return answers.stream()
                .anyMatch(one -> one.source().outside() != null && one.status().open());
    }

    /** {@return the items that answers were read from} */
    public static List<String> items(List<MeansAnswer> answers) {
        return answers.stream()
                .filter(one -> one.status.read())
                .map(MeansAnswer::source)
                .flatMap(
                        source ->
                                source.items().stream().map(item -> source.category() + "." + item))
                .distinct()
                .toList();
    }

    /** {@return it as it is kept} */
    public String text() {
        return String.join(" ", source.name(), status.name(), Boolean.toString(found));
    }

    public static MeansAnswer of(String text) {
        String[] parts = text.split(" ");
        return new MeansAnswer(
                MeansSource.valueOf(parts[0]),
                Status.valueOf(parts[1]),
                Boolean.parseBoolean(parts[2]));
    }
}

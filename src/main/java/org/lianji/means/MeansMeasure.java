package org.lianji.means;

import java.util.List;

/** When what a source has told of a family is more than it may have. */
enum MeansMeasure {
    /** Any record is. */
    ANY,
    /** A record whose amount is above the limit. */
    EACH,
    /** Two different values. */
    TWO,
    /** Amounts that come to more than the limit. */
    TOTAL;

    private static final int MANY = 2;

    /** {@return the facts that are too much; none where nothing is} */
    List<MeansFact> exceeding(List<MeansFact> facts, long limit) {
        return switch (this) {
            case ANY -> facts;
            case EACH -> facts.stream().filter(fact -> fact.fen() > limit).toList();
            case TWO ->
                    facts.stream().map(MeansFact::value).distinct().count() < MANY
                            ? List.of()
                            : facts;
            case TOTAL ->
                    facts.stream().mapToLong(MeansFact::fen).sum() <= limit ? List.of() : facts;
        };
    }
}

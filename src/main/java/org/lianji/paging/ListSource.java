package org.lianji.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * A list that can be read from anywhere, either way.
 *
 * @param read answers the rows of a stretch, in the order in which it goes
 * @param place what a row lies in the list by
 * @param count how many rows there are, up to a number
 * @param <T> the rows
 */
public record ListSource<T>(
        Function<Stretch, List<T>> read, Function<T, List<?>> place, IntUnaryOperator count) {

    /** Counts by reading. */
    public ListSource(Function<Stretch, List<T>> read, Function<T, List<?>> place) {
        this(read, place, most -> read.apply(Stretch.start(most)).size());
    }

    /** {@return the rows of a stretch, in the order in which it goes} */
    public List<T> read(Stretch stretch) {
        return read.apply(stretch);
    }

    /**
     * {@return the same list, each row as somebody else sees it}
     *
     * @param shown how they see a row
     * @param row of which it is how they see it
     */
    public <S> ListSource<S> as(Function<T, S> shown, Function<S, T> row) {
        return new ListSource<>(
                stretch -> read(stretch).stream().map(shown).toList(),
                place.compose(row)::apply,
                count);
    }
}

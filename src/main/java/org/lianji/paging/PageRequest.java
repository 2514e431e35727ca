package org.lianji.paging;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which part of a list was asked for.
 *
 * @param size how many rows
 * @param forward from the start, or from the end
 * @param cursor where the part begins, if not there
 * @param list what tells this list from any other: its place, its caller, its conditions and its
 *     order
 */
public record PageRequest(int size, boolean forward, @Nullable String cursor, String list) {

    /** Rows of the largest page. */
    public static final int LARGEST = 200;

    private static final String FIRST = "first";
    private static final String AFTER = "after";
    private static final String LAST = "last";
    private static final String BEFORE = "before";

    /**
     * What a field of the schema was given.
     *
     * @param values of its arguments, those that the schema supplies included
     * @param usual rows where none are asked for
     * @param largest rows at most
     * @param supplied whether it is the schema that says {@code first}
     */
    public record Given(Map<String, Object> values, int usual, int largest, boolean supplied) {}

    /**
     * {@return the part that the arguments ask for}
     *
     * @param place of the list, with its caller
     * @throws Problem where there are too many, or they ask for both ends
     */
    public static PageRequest of(String place, Given given) {
        Integer first = given.supplied() ? null : (Integer) given.values().get(FIRST);
        Integer last = (Integer) given.values().get(LAST);
        String after = (String) given.values().get(AFTER);
        String before = (String) given.values().get(BEFORE);
        if ((first != null || after != null) && (last != null || before != null)) {
            throw new Problem(
                    PlatformCode.PAGE_DIRECTION,
                    Map.of(Faults.ARGUMENT, last == null ? BEFORE : LAST));
        }
        boolean forward = last == null && before == null;
        int size = Objects.requireNonNullElse(forward ? first : last, given.usual());
        if (size < 1 || size > given.largest()) {
            throw new Problem(
                    PlatformCode.PAGE_SIZE,
                    Map.of(Faults.ARGUMENT, forward ? FIRST : LAST, "max", given.largest()));
        }
        Map<String, Object> others = new TreeMap<>(given.values());
        others.keySet().removeAll(List.of(FIRST, AFTER, LAST, BEFORE));
        others.values().removeIf(Objects::isNull);
        return new PageRequest(size, forward, forward ? after : before, place + " " + others);
    }

    /**
     * {@return where the cursor lies, which must be there}
     *
     * @throws Problem CURSOR where it was not given out for this list
     */
    public List<@Nullable Object> position(Cursors cursors) {
        return cursors.read(list, Objects.requireNonNull(cursor))
                .orElseThrow(
                        () ->
                                new Problem(
                                        PlatformCode.CURSOR,
                                        Map.of(Faults.ARGUMENT, forward ? AFTER : BEFORE)));
    }

    /**
     * {@return how many rows to read: one more than asked for tells whether there is a next page}
     */
    public int limit() {
        return size + 1;
    }

    /** {@return what tells the caller's lists from those of others} */
    public static String of(Caller caller) {
        return caller.client() + " " + caller.department() + " " + caller.person();
    }
}

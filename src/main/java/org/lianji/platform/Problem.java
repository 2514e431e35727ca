package org.lianji.platform;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fault that the caller is told about, by its code; the details never hold a value of a person.
 */
public final class Problem extends RuntimeException {

    private final transient Code code;
    private final transient Map<String, Object> details;

    /**
     * @param code what went wrong
     * @param details for machines: names, counts, limits, positions
     */
    public Problem(Code code, Map<String, Object> details) {
        super(code.name());
        assert Sentence.whole(code, details) : code.name() + " leaves a hole, given " + details;
        this.code = code;
        this.details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /**
     * @param code what went wrong
     */
    public Problem(Code code) {
        this(code, Map.of());
    }

    /** {@return what went wrong} */
    public Code code() {
        return code;
    }

    /** {@return names, counts, limits and positions, for machines} */
    public Map<String, Object> details() {
        return details;
    }
}

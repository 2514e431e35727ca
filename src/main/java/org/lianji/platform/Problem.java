package org.lianji.platform;

import graphql.language.SourceLocation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fault that the caller is told about, by its code; the details never hold a value of a person.
 */
public class Problem extends RuntimeException {

    private final transient Code code;
    private final transient Map<String, Object> details;
    private final transient List<SourceLocation> locations;

    /**
     * @param code what went wrong
     * @param details for machines: names, counts, limits, positions
     */
    public Problem(Code code, Map<String, Object> details) {
        this(code, details, List.of());
    }

    /**
     * @param code what went wrong
     * @param details for machines: names, counts, limits, positions
     * @param locations where in the document, if it is about a place there
     */
    public Problem(Code code, Map<String, Object> details, List<SourceLocation> locations) {
        super(code.name());
        assert Sentence.whole(code, details) : code.name() + " leaves a hole, given " + details;
        this.code = code;
        this.details = Collections.unmodifiableMap(new TreeMap<>(details));
        this.locations = List.copyOf(locations);
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

    /** {@return places in the document that it is about; none where that is the whole field} */
    public List<SourceLocation> locations() {
        return locations;
    }
}

package org.lianji.selection;

import graphql.normalized.ExecutableNormalizedField;

import org.lianji.platform.Code;
import org.lianji.platform.Problem;

import java.util.Map;

/** A problem with what one field of the question, at the root or below, is given. */
public final class FieldProblem extends Problem {

    private final transient ExecutableNormalizedField field;

    FieldProblem(Code code, Map<String, Object> details, ExecutableNormalizedField field) {
        super(code, details);
        this.field = field;
    }

    public ExecutableNormalizedField field() {
        return field;
    }
}

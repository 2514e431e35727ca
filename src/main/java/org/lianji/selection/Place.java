package org.lianji.selection;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Problem;

import java.util.HashMap;
import java.util.Map;

/**
 * A place in an argument, to say where something is wrong.
 *
 * @param selection whose argument it is, where the graph answers it
 * @param argument path to the place, such as {@code where.motorVehicle.or[1].state.eq}
 */
public record Place(@Nullable Selection selection, String argument) {

    public Place field(String name) {
        return new Place(selection, argument + "." + name);
    }

    /** Statistics sort their lists: there it is the list. */
    public Place index(int index) {
        return selection == null ? this : new Place(selection, argument + "[" + index + "]");
    }

    public Problem refused(Code code) {
        return refused(code, Map.of());
    }

    /** {@return the problem, which says where it is} */
    public Problem refused(Code code, Map<String, ?> details) {
        Map<String, Object> all = new HashMap<>(details);
        all.put("argument", argument);
        if (selection == null) {
            return new Problem(code, all);
        }
        if (selection.path().size() > 1) {
            all.put("field", selection.path());
        }
        return new FieldProblem(code, all, selection.field());
    }
}

package org.lianji.limits;

import graphql.introspection.Introspection;
import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what a document asks for before anything is validated, since rules of validation are
 * themselves quadratic. A fragment is counted once and its count used wherever it is spread, so
 * that fragments which spread one another cost as little to count as to write.
 */
public final class DocumentSize {

    /** Counts with all fragments below expanded; they stop at the largest number. */
    record Size(long fields, long aliases, long directives, int depth) {

        static final Size NONE = new Size(0, 0, 0, 0);

        Size and(Size other) {
            return new Size(
                    sum(fields, other.fields),
                    sum(aliases, other.aliases),
                    sum(directives, other.directives),
                    Math.max(depth, other.depth));
        }

        private static long sum(long one, long other) {
            long sum = one + other;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }
    }

    private final LimitSettings limits;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> sizes = new HashMap<>();

    private DocumentSize(LimitSettings limits) {
        this.limits = limits;
    }

    /**
     * @throws Problem where it asks for too much
     */
    public static void check(Document document, LimitSettings limits) {
        new DocumentSize(limits).check(document);
    }

    private void check(Document document) {
        List<FragmentDefinition> defined = document.getDefinitionsOfType(FragmentDefinition.class);
        refuseOver(limits.fragments(), defined.size(), PlatformCode.TOO_MANY_FRAGMENTS);
        defined.forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
        Size operations = Size.NONE;
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                operations = operations.and(of(operation));
                refuse(operations);
            } else if (definition instanceof FragmentDefinition fragment) {
                refuse(of(fragment));
            }
        }
    }

    private void refuse(Size size) {
        refuseOver(limits.depth(), size.depth(), PlatformCode.TOO_DEEP);
        refuseOver(limits.aliases(), size.aliases(), PlatformCode.TOO_MANY_ALIASES);
        refuseOver(limits.directives(), size.directives(), PlatformCode.TOO_MANY_DIRECTIVES);
        refuseOver(limits.fields(), size.fields(), PlatformCode.TOO_MANY_FIELDS);
    }

    private static void refuseOver(long limit, long number, PlatformCode code) {
        if (number > limit) {
            throw new Problem(code, Map.of("limit", limit));
        }
    }

    private Size of(OperationDefinition operation) {
        long directives = directives(operation);
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            directives += directives(variable);
        }
        return new Size(0, 0, directives, 0).and(ofAll(operation.getSelectionSet()));
    }

    private Size of(FragmentDefinition fragment) {
        Size known = sizes.get(fragment.getName());
        if (known != null) {
            return known;
        }
        // one that spreads itself is refused by validation
        sizes.put(fragment.getName(), Size.NONE);
        Size below = ofAll(fragment.getSelectionSet());
        Size size =
                new Size(
                        below.fields(),
                        below.aliases(),
                        Size.sum(below.directives(), directives(fragment)),
                        isAboutTheSchema(fragment) ? 1 : below.depth());
        sizes.put(fragment.getName(), size);
        return size;
    }

    private Size ofAll(@Nullable SelectionSet set) {
        if (set == null) {
            return Size.NONE;
        }
        Map<String, Integer> named = new HashMap<>();
        Size size = Size.NONE;
        for (Selection<?> selection : set.getSelections()) {
            size = size.and(of(selection));
            if (selection instanceof Field field) {
                refuseOver(
                        limits.repeats(),
                        named.merge(field.getResultKey(), 1, Integer::sum),
                        PlatformCode.TOO_MANY_REPEATS);
            }
        }
        return size;
    }

    private Size of(Selection<?> selection) {
        return switch (selection) {
            case Field field -> ofField(field);
            case InlineFragment inline ->
                    new Size(1, 0, directives(inline), 0).and(ofAll(inline.getSelectionSet()));
            case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                Size size = new Size(1, 0, directives(spread), 0);
                yield fragment == null ? size : size.and(of(fragment));
            }
            default -> throw new IllegalArgumentException(selection.getClass().getName());
        };
    }

    private Size ofField(Field field) {
        Size below = ofAll(field.getSelectionSet());
        return new Size(1, field.getAlias() == null ? 0 : 1, directives(field), 0)
                .and(
                        new Size(
                                below.fields(),
                                below.aliases(),
                                below.directives(),
                                isAboutTheSchema(field) ? 1 : below.depth() + 1));
    }

    private static boolean isAboutTheSchema(FragmentDefinition fragment) {
        return fragment.getTypeCondition().getName().startsWith("__");
    }

    /** Its depth is that of introspection as tools write it, and bounded by graphql-java. */
    private static boolean isAboutTheSchema(Field field) {
        return field.getName().equals(Introspection.SchemaMetaFieldDef.getName())
                || field.getName().equals(Introspection.TypeMetaFieldDef.getName());
    }

    private static long directives(DirectivesContainer<?> container) {
        return container.getDirectives().size();
    }
}

package org.lianji.eligibility;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;

import org.lianji.catalogue.Catalogue;
import org.lianji.items.ItemType;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an expression of a rule may name: the family's situation, the standard, and the steps before
 * it, each with its type. Two decimals are never compared with a float, nor a kind of income with a
 * kind of disability.
 */
final class Vocabulary {

    /** What an expression about each member calls the member. */
    static final String MEMBER = "m";

    static final String MEMBERS = "members";
    static final String STANDARD = "standard";
    static final String PROPERTY = "property";
    static final String EXPENDITURE = "expenditure";

    private static final StandardFunction[] FUNCTIONS = {
        StandardFunction.IN,
        StandardFunction.NOT_STRICTLY_FALSE,
        StandardFunction.CONDITIONAL,
        StandardFunction.LOGICAL_NOT,
        StandardFunction.LOGICAL_AND,
        StandardFunction.LOGICAL_OR,
        StandardFunction.ADD,
        StandardFunction.SUBTRACT,
        StandardFunction.MULTIPLY,
        StandardFunction.SIZE,
        StandardFunction.LESS,
        StandardFunction.LESS_EQUALS,
        StandardFunction.GREATER,
        StandardFunction.GREATER_EQUALS
    };

    private final Decimals decimals = new Decimals();
    private final Map<String, Map<String, CelType>> structs = new LinkedHashMap<>();
    private final Map<String, CelType> constants = new LinkedHashMap<>();
    private final Map<String, CelType> steps = new LinkedHashMap<>();

    Vocabulary(Catalogue catalogue) {
        CelType income = constants("IncomeKind", names(IncomeKind.class));
        CelType standing = constants("MemberStanding", names(MemberStanding.class));
        CelType type = constants("DisabilityType", names(catalogue, "type"));
        CelType grade = constants("DisabilityGrade", names(catalogue, "grade"));
        CelType money = Decimals.TYPE;
        struct("Income").putAll(Map.of("kind", income, "yearly", money));
        struct("Member")
                .putAll(
                        Map.of(
                                "standing", standing,
                                "age", INT,
                                "disabilityType", type,
                                "disabilityGrade", grade,
                                "seriouslyIll", BOOL,
                                "fullTimeStudent", BOOL,
                                "refusedOffers", INT,
                                "incomes", ListType.create(struct("Income", Map.of()))));
        struct("Property").putAll(Map.of("deposits", money, "vehicles", INT, "homes", INT));
        struct("Expenditure")
                .putAll(
                        Map.of(
                                "medical", money,
                                "education", money,
                                "rehabilitation", money,
                                "other", money));
        for (String field :
                "monthly wageDeduction oldUplift minorUplift severelyDisabledUplift seriouslyIllUplift disposableIncome rigidShare"
                        .split(" ")) {
            struct("Standard").put(field, money);
        }
        for (String field :
                "depositMonths vehicles homes oldAge reviewMonths workingReviewMonths".split(" ")) {
            struct("Standard").put(field, INT);
        }
    }

    private static Stream<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name);
    }

    /** Kinds that the library has are named as there. */
    private static Stream<String> names(Catalogue catalogue, String item) {
        return catalogue.category("CL01").orElseThrow().item(item).orElseThrow().type()
                        instanceof ItemType.Choice choice
                ? choice.labels().keySet().stream()
                : Stream.empty();
    }

    private CelType constants(String type, Stream<String> names) {
        CelType opaque = OpaqueType.create(type);
        names.forEach(
                name -> {
                    if (constants.put(name, opaque) != null) {
                        throw new IllegalStateException("two kinds have a value " + name);
                    }
                });
        return opaque;
    }

    private Map<String, CelType> struct(String name) {
        return structs.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    /** {@return the type of that name, with what it has by now} */
    private static StructType struct(String name, Map<String, CelType> fields) {
        Map<String, CelType> known = Map.copyOf(fields);
        return StructType.create(
                name,
                ImmutableSet.copyOf(known.keySet()),
                field -> Optional.ofNullable(known.get(field)));
    }

    /** {@return whether something has that name} */
    boolean knows(String name) {
        return steps.containsKey(name)
                || constants.containsKey(name)
                || struct("Member").containsKey(name)
                || roots(true).containsKey(name)
                || roots(false).containsKey(name);
    }

    /** {@return whether a step has that name} */
    boolean isStep(String name) {
        return steps.containsKey(name);
    }

    /**
     * {@return whether it is a field of the situation or of the standard, as {@code Member.age}}
     */
    boolean isField(String owner, String field) {
        return structs.getOrDefault(owner, Map.of()).containsKey(field);
    }

    /** From now on the step can be named; one about each member as {@code m.name}. */
    void add(String step, boolean each, CelType type) {
        if (each) {
            struct("Member").put(step, type);
        } else {
            steps.put(step, type);
        }
    }

    /** {@return values of the constants, as they are in a situation} */
    Map<String, String> constants() {
        Map<String, String> values = new LinkedHashMap<>();
        constants.keySet().forEach(name -> values.put(name, name));
        return values;
    }

    Decimals decimals() {
        return decimals;
    }

    /**
     * {@return the expression, checked}
     *
     * @param each whether it is asked of each member
     */
    CelValidationResult check(String expression, boolean each) {
        CelCompilerBuilder compiler =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setStandardEnvironmentEnabled(false)
                        .setStandardDeclarations(
                                CelStandardDeclarations.newBuilder()
                                        .includeFunctions(FUNCTIONS)
                                        .build())
                        .setTypeProvider(new Structs(types()))
                        .addFunctionDeclarations(decimals.declarations());
        constants.forEach(compiler::addVar);
        steps.forEach(compiler::addVar);
        roots(each).forEach(compiler::addVar);
        return compiler.build().compile(expression);
    }

    private Map<String, CelType> roots(boolean each) {
        Map<String, CelType> types = types();
        CelType member = types.get("Member");
        return each
                ? Map.of(MEMBER, member, STANDARD, types.get("Standard"))
                : Map.of(
                        MEMBERS, ListType.create(member),
                        STANDARD, types.get("Standard"),
                        PROPERTY, types.get("Property"),
                        EXPENDITURE, types.get("Expenditure"));
    }

    private Map<String, CelType> types() {
        Map<String, CelType> types = new LinkedHashMap<>();
        structs.forEach((name, fields) -> types.put(name, struct(name, fields)));
        return types;
    }

    private record Structs(Map<String, CelType> byName) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf((Collection<CelType>) byName.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }
}

package org.lianji.eligibility;

import com.google.common.collect.ImmutableList;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;

import org.apache.commons.numbers.fraction.BigFraction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/**
 * Exact numbers for expressions: a twelfth of a year's income stays a twelfth, and nothing is
 * rounded but where a rule says so. They don't mix with floating point.
 */
final class Decimals {

    static final OpaqueType TYPE = OpaqueType.create("decimal");

    private static final CelType NUMBERS = ListType.create(TYPE);
    private static final BigFraction FEN = BigFraction.of(100);
    private static final int PLACES_SHOWN = 4;

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    Decimals() {
        arithmetic("_+_", "decimal_plus", BigFraction::add);
        arithmetic("_-_", "decimal_minus", BigFraction::subtract);
        arithmetic("_*_", "decimal_times", BigFraction::multiply);
        arithmetic("_/_", "decimal_over", BigFraction::divide);
        arithmetic("min", "decimal_min", (one, other) -> least(List.of(one, other)));
        arithmetic("max", "decimal_max", (one, other) -> greatest(List.of(one, other)));
        scaled("_*_", "decimal_times_int", BigFraction::multiply);
        scaled("_/_", "decimal_over_int", BigFraction::divide);
        comparison("_<_", "decimal_less", sign -> sign < 0);
        comparison("_<=_", "decimal_at_most", sign -> sign <= 0);
        comparison("_>_", "decimal_more", sign -> sign > 0);
        comparison("_>=_", "decimal_at_least", sign -> sign >= 0);
        equality("_==_", "same", true);
        equality("_!=_", "other", false);
        function("ceil", "decimal_ceil", TYPE, TYPE, BigFraction.class, Decimals::ceiling);
        function("decimal", "decimal_int", TYPE, SimpleType.INT, Long.class, BigFraction::of);
        function(
                "decimal",
                "decimal_text",
                TYPE,
                SimpleType.STRING,
                String.class,
                text -> of(new BigDecimal(text)));
        function("sum", "decimal_sum", TYPE, NUMBERS, List.class, Decimals::sum);
        function("max", "decimals_max", TYPE, NUMBERS, List.class, Decimals::greatest);
    }

    /** {@return the functions, for who compiles} */
    List<CelFunctionDecl> declarations() {
        return overloads.entrySet().stream()
                .map(one -> CelFunctionDecl.newFunctionDeclaration(one.getKey(), one.getValue()))
                .toList();
    }

    /** {@return the functions, for who runs what was compiled} */
    List<CelFunctionBinding> bindings() {
        return List.copyOf(bindings);
    }

    static BigFraction of(BigDecimal number) {
        return number.scale() > 0
                ? BigFraction.of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : BigFraction.of(number.toBigIntegerExact());
    }

    /** {@return the value of a step that is a number} */
    static BigFraction of(Object number) {
        return number instanceof Long whole ? BigFraction.of(whole) : (BigFraction) number;
    }

    static BigFraction ofFen(long fen) {
        return BigFraction.of(fen, 100);
    }

    /** {@return an amount in fen; what is less than one counts as one} */
    static long toFen(BigFraction yuan) {
        return ceiling(yuan.multiply(FEN)).getNumerator().longValueExact();
    }

    /** {@return the number as people write it; with … where its decimals go on without end} */
    static String text(BigFraction number) {
        BigDecimal shown =
                new BigDecimal(number.getNumerator())
                        .divide(
                                new BigDecimal(number.getDenominator()),
                                PLACES_SHOWN,
                                RoundingMode.DOWN);
        return of(shown).equals(number) ? plain(shown) : shown.toPlainString() + "…";
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() > 0 ? number.setScale(Math.max(2, bare.scale())) : bare)
                .toPlainString();
    }

    private static BigFraction ceiling(BigFraction number) {
        BigInteger[] parts = number.getNumerator().divideAndRemainder(number.getDenominator());
        return BigFraction.of(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]);
    }

    private static BigFraction sum(List<?> numbers) {
        return numbers.stream()
                .map(BigFraction.class::cast)
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static BigFraction greatest(List<?> numbers) {
        return numbers.stream()
                .map(BigFraction.class::cast)
                .max(BigFraction::compareTo)
                .orElse(BigFraction.ZERO);
    }

    private static BigFraction least(List<BigFraction> numbers) {
        return numbers.stream().min(BigFraction::compareTo).orElseThrow();
    }

    private void arithmetic(String name, String overload, BinaryOperator<BigFraction> of) {
        declare(name, CelOverloadDecl.newGlobalOverload(overload, TYPE, TYPE, TYPE));
        bindings.add(
                CelFunctionBinding.from(overload, BigFraction.class, BigFraction.class, of::apply));
    }

    private void scaled(
            String name, String overload, CelFunctionOverload.Binary<BigFraction, Long> of) {
        declare(name, CelOverloadDecl.newGlobalOverload(overload, TYPE, TYPE, SimpleType.INT));
        bindings.add(CelFunctionBinding.from(overload, BigFraction.class, Long.class, of));
    }

    private void comparison(String name, String overload, IntPredicate holds) {
        declare(name, CelOverloadDecl.newGlobalOverload(overload, SimpleType.BOOL, TYPE, TYPE));
        bindings.add(
                CelFunctionBinding.from(
                        overload,
                        BigFraction.class,
                        BigFraction.class,
                        (one, other) -> holds.test(one.compareTo(other))));
    }

    /** The language's own knows nothing of our types, and would tell them apart by identity. */
    private void equality(String name, String overload, boolean same) {
        TypeParamType any = TypeParamType.create("A");
        declare(name, CelOverloadDecl.newGlobalOverload(overload, SimpleType.BOOL, any, any));
        bindings.add(
                CelFunctionBinding.from(
                        overload,
                        Object.class,
                        Object.class,
                        (one, other) -> Objects.equals(one, other) == same));
    }

    private <T> void function(
            String name,
            String overload,
            CelType result,
            CelType argument,
            Class<T> type,
            CelFunctionOverload.Unary<T> of) {
        declare(name, CelOverloadDecl.newGlobalOverload(overload, result, argument));
        bindings.add(
                CelFunctionBinding.from(
                        overload,
                        ImmutableList.of(type),
                        arguments -> of.apply(type.cast(arguments[0]))));
    }

    private void declare(String name, CelOverloadDecl overload) {
        overloads.computeIfAbsent(name, _ -> new ArrayList<>()).add(overload);
    }
}

package org.lianji.eligibility;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import org.lianji.rules.RuleFault;
import org.lianji.rules.RuleFile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An expression of a rule, compiled against what may be named where it stands.
 *
 * @param text as written
 * @param type of its value: yes or no, a whole number, or a decimal
 * @param reads what it names
 */
record Expression(String text, CelType type, List<Reference> reads, CelRuntime.Program program) {

    private static final Set<CelType> TYPES =
            Set.of(SimpleType.BOOL, SimpleType.INT, Decimals.TYPE);

    /**
     * A value that an expression reads.
     *
     * @param owner type that has it, such as {@code Member}; empty for an earlier step
     * @param field its name there
     */
    record Reference(String owner, String field) {

        /** {@return how the file describes it} */
        String name() {
            return owner.isEmpty() ? field : owner + "." + field;
        }
    }

    /**
     * {@return the expression of that name}
     *
     * @param each whether it is asked of each member
     * @throws RuleFault with file and line, where it can't be used
     */
    static Expression of(RuleFile file, String key, Vocabulary vocabulary, boolean each) {
        String text = file.text(key).strip();
        CelValidationResult checked = vocabulary.check(text, each);
        if (checked.hasError()) {
            CelIssue issue = checked.getErrors().getFirst();
            throw fault(file, key, issue.getSourceLocation().getLine(), issue.getMessage());
        }
        CelAbstractSyntaxTree tree = tree(checked);
        if (!TYPES.contains(tree.getResultType())) {
            throw file.fault(
                    key,
                    "a step is a bool, an int or a decimal, not " + tree.getResultType().name());
        }
        List<CelNavigableExpr> nodes = CelNavigableAst.fromAst(tree).getRoot().allNodes().toList();
        for (CelNavigableExpr node : nodes) {
            String wrong = wrong(tree, node.expr());
            if (!wrong.isEmpty()) {
                throw fault(file, key, line(text, tree, node.expr()), wrong);
            }
        }
        return new Expression(
                text,
                tree.getResultType(),
                nodes.stream()
                        .map(CelNavigableExpr::expr)
                        .map(node -> reference(tree, node, vocabulary))
                        .filter(one -> !one.field().isEmpty())
                        .distinct()
                        .toList(),
                program(tree, vocabulary));
    }

    private static RuleFault fault(RuleFile file, String key, int line, String message) {
        int offset =
                file.text(key)
                        .lines()
                        .limit(Math.max(0, line - 1))
                        .mapToInt(one -> one.length() + 1)
                        .sum();
        return file.fault(
                key,
                Math.min(offset + 1, file.text(key).length()),
                message.lines().collect(Collectors.joining(" ")));
    }

    private static int line(String text, CelAbstractSyntaxTree tree, CelExpr node) {
        Integer offset = tree.getSource().getPositionsMap().get(node.id());
        return offset == null
                ? 1
                : (int) text.substring(0, Math.min(offset + 1, text.length())).lines().count();
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult checked) {
        try {
            return checked.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What types alone don't hold: no floating point, and a number's text is a number. */
    private static String wrong(CelAbstractSyntaxTree tree, CelExpr node) {
        if (tree.getType(node.id()).filter(SimpleType.DOUBLE::equals).isPresent()) {
            return "there is no floating point here; write decimal('0.5')";
        }
        if (node.getKind() == Kind.CALL
                && node.call().function().equals("decimal")
                && tree.getType(node.call().args().getFirst().id())
                        .filter(SimpleType.STRING::equals)
                        .isPresent()
                && !isNumber(node.call().args().getFirst())) {
            return "decimal('…') takes a number, such as '0.5'";
        }
        return "";
    }

    private static boolean isNumber(CelExpr node) {
        return node.getKind() == Kind.CONSTANT
                && node.constant().getKind() == CelConstant.Kind.STRING_VALUE
                && node.constant().stringValue().matches("-?\\d{1,15}(\\.\\d{1,6})?");
    }

    private static Reference reference(
            CelAbstractSyntaxTree tree, CelExpr node, Vocabulary vocabulary) {
        return switch (node.getKind()) {
            case SELECT -> {
                String owner =
                        tree.getType(node.select().operand().id()).map(CelType::name).orElse("");
                yield new Reference(owner, node.select().field());
            }
            case IDENT ->
                    new Reference(
                            "", vocabulary.isStep(node.ident().name()) ? node.ident().name() : "");
            default -> new Reference("", "");
        };
    }

    private static CelRuntime.Program program(CelAbstractSyntaxTree tree, Vocabulary vocabulary) {
        try {
            return CelRuntimeFactory.standardCelRuntimeBuilder()
                    .addFunctionBindings(vocabulary.decimals().bindings())
                    .build()
                    .createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return its value} */
    Object value(Map<String, ?> names) {
        try {
            return program.eval(name -> Optional.ofNullable(names.get(name)));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("no value of " + text, e);
        }
    }
}

package org.lianji.rules;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A mapping of a YAML file whose values know their lines. */
final class RuleFile {

    private final String name;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private RuleFile(String name, Node node) {
        this.name = name;
        this.line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, "names with values are expected here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (values.put(scalar(tuple.getKeyNode()), tuple.getValueNode()) != null) {
                throw fault(tuple.getKeyNode(), "the name stands here twice");
            }
        }
    }

    /**
     * @param name of the file, for faults
     * @param text its content
     */
    static RuleFile of(String name, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                throw new RuleFault(name, 1, "the file is empty");
            }
            return new RuleFile(name, node);
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new RuleFault(name, at, String.valueOf(e.getProblem()));
        }
    }

    String name() {
        return name;
    }

    Stream<String> names() {
        return values.keySet().stream();
    }

    /** {@return the text of that name} */
    String text(String key) {
        return scalar(node(key));
    }

    /** {@return the text of that name; null where there is none} */
    @Nullable String optional(String key) {
        return values.containsKey(key) ? text(key) : null;
    }

    /** {@return the mapping of that name} */
    RuleFile mapping(String key) {
        return new RuleFile(name, node(key));
    }

    /** {@return the mapping of that name; null where there is none} */
    @Nullable RuleFile optionalMapping(String key) {
        return values.containsKey(key) ? mapping(key) : null;
    }

    long number(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw fault(node(key), "a whole number is expected for " + key);
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        try {
            return Enum.valueOf(type, text(key));
        } catch (IllegalArgumentException e) {
            throw fault(
                    node(key),
                    "%s is none of %s"
                            .formatted(
                                    text(key),
                                    Stream.of(type.getEnumConstants()).map(Enum::name).toList()));
        }
    }

    /** {@return a fault where the value of that name begins} */
    RuleFault fault(String key, String message) {
        return fault(node(key), message);
    }

    /**
     * {@return a fault in the block of text of that name}
     *
     * @param offset characters before the place of the fault
     */
    RuleFault fault(String key, int offset, String message) {
        long lines = text(key).substring(0, offset).lines().count();
        boolean block = line(node(key)) > 0 && text(key).contains("\n");
        return new RuleFault(
                name, line(node(key)) + (int) Math.max(lines, 1) - (block ? 0 : 1), message);
    }

    private RuleFault fault(Node node, String message) {
        return new RuleFault(name, line(node), message);
    }

    private Node node(String key) {
        if (values.get(key) instanceof Node node) {
            return node;
        }
        throw new RuleFault(name, line, "there is no " + key);
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode text) {
            return text.getValue();
        }
        throw fault(node, "a text is expected here");
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}

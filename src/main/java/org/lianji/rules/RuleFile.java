package org.lianji.rules;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A mapping of a YAML file whose values know their lines. */
public final class RuleFile {

    private static final String ROOT = "classpath*:graphql/";

    private final Path path;
    private final String whole;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private RuleFile(Path path, String whole, Node node) {
        this.path = path;
        this.whole = whole;
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
     * {@return all files of that pattern on the class path}
     *
     * @param pattern such as {@code rules/R*.yaml}, under {@code schema}
     */
    public static List<RuleFile> matching(String pattern) {
        Path folder = Path.of("schema", pattern.substring(0, pattern.lastIndexOf('/')));
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(ROOT + pattern))
                    .map(resource -> of(folder, resource))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleFile of(Path folder, Resource resource) {
        try {
            return of(
                    folder.resolve(Objects.requireNonNull(resource.getFilename())),
                    resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return what the file says}
     *
     * @param path of the file, for faults
     * @param text its content
     */
    public static RuleFile of(Path path, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                throw new RuleFault(path, 1, "the file is empty");
            }
            return new RuleFile(path, text, node);
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new RuleFault(path, at, String.valueOf(e.getProblem()));
        }
    }

    /** {@return the file's name, without its folder} */
    public String name() {
        return Objects.requireNonNull(path.getFileName()).toString();
    }

    /** {@return the text of the whole file} */
    public String whole() {
        return whole;
    }

    /** {@return the names that stand here, in their order} */
    public Stream<String> names() {
        return values.keySet().stream();
    }

    /** {@return the text of that name} */
    public String text(String key) {
        return scalar(node(key));
    }

    /** {@return the text of that name; null where there is none} */
    public @Nullable String optional(String key) {
        return values.containsKey(key) ? text(key) : null;
    }

    /** {@return the mapping of that name} */
    public RuleFile mapping(String key) {
        return new RuleFile(path, whole, node(key));
    }

    /** {@return the mapping of that name; null where there is none} */
    public @Nullable RuleFile optionalMapping(String key) {
        return values.containsKey(key) ? mapping(key) : null;
    }

    /** {@return the mappings that the list of that name has} */
    public List<RuleFile> list(String key) {
        if (node(key) instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(one -> new RuleFile(path, whole, one)).toList();
        }
        throw fault(key, "a list is expected here");
    }

    public long number(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw fault(node(key), "a whole number is expected for " + key);
        }
    }

    /** {@return which value of the type is named there} */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
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
    public RuleFault fault(String key, String message) {
        return fault(node(key), message);
    }

    /**
     * {@return a fault in the block of text of that name}
     *
     * @param offset characters before the place of the fault
     */
    public RuleFault fault(String key, int offset, String message) {
        long lines = text(key).substring(0, offset).lines().count();
        boolean block = line(node(key)) > 0 && text(key).contains("\n");
        return new RuleFault(
                path, line(node(key)) + (int) Math.max(lines, 1) - (block ? 0 : 1), message);
    }

    private RuleFault fault(Node node, String message) {
        return new RuleFault(path, line(node), message);
    }

    private Node node(String key) {
        if (values.get(key) instanceof Node node) {
            return node;
        }
        throw new RuleFault(path, line, "there is no " + key);
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

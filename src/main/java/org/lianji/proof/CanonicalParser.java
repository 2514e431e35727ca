package org.lianji.proof;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the chain's own texts back, and takes none that it would not have written to the byte. */
public final class CanonicalParser {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private CanonicalParser() {}

    public static Optional<Block> block(String text) {
        return read(
                text,
                Block::text,
                node ->
                        new Block(
                                number(node, "block"),
                                LocalDate.parse(text(node, "date")),
                                hash(node, "previous"),
                                hash(node, "dayBefore"),
                                hash(node, "root"),
                                Math.toIntExact(number(node, "count")),
                                Instant.parse(text(node, "firstAt")),
                                Instant.parse(text(node, "sealedAt")),
                                Period.parse(text(node, "retention"))));
    }

    public static Optional<Day> day(String text) {
        return read(
                text,
                Day::text,
                node ->
                        new Day(
                                LocalDate.parse(text(node, "day")),
                                node.path("closed").asBoolean(false),
                                hash(node, "previous"),
                                hash(node, "root"),
                                number(node, "first"),
                                number(node, "blocks"),
                                number(node, "entries"),
                                Period.parse(text(node, "retention"))));
    }

    static Optional<Line> line(String text) {
        return read(text, Line::text, CanonicalParser::line);
    }

    private static Line line(JsonNode node) {
        if (node.has("block")) {
            return new Line.OfBlock(
                    block(text(node, "block")).orElseThrow(Unreadable::new),
                    hash(node, "hash"),
                    hashes(node, "entries"));
        }
        return node.has("day")
                ? new Line.OfDay(
                        day(text(node, "day")).orElseThrow(Unreadable::new), hash(node, "hash"))
                : new Line.OfEntry(text(node, "entry"));
    }

    /** What a file that should be a proof turned out to be. */
    sealed interface ToldProof {

        record Whole(Proof proof) implements ToldProof {}

        /** All is there, but not as the hub writes it. */
        record ChangedProof(String what) implements ToldProof {}

        /** Something is not there, so that nothing can be said. */
        record IncompleteProof(String what) implements ToldProof {}
    }

    private static final List<String> PROOF_FIELDS =
            List.of("entry", "position", "path", "block", "dayPath", "day");

    /** The answer to {@code inclusionProof}, or the whole answer of GraphQL with it inside. */
    static ToldProof proof(String text) {
        JsonNode whole;
        try {
            whole = JSON.readTree(text);
        } catch (JacksonException e) {
            return new ToldProof.IncompleteProof("it is not JSON");
        }
        JsonNode inside = whole.at("/data/inclusionProof");
        JsonNode node = inside.isObject() ? inside : whole;
        List<String> lacking =
                PROOF_FIELDS.stream()
                        .filter(
                                field ->
                                        node.path(field).isMissingNode()
                                                || node.path(field).isNull())
                        .toList();
        return lacking.isEmpty()
                ? proof(node)
                : new ToldProof.IncompleteProof(
                        "ask inclusionProof for " + String.join(", ", lacking));
    }

    private static ToldProof proof(JsonNode node) {
        try {
            return new ToldProof.Whole(
                    new Proof(
                            text(node, "entry"),
                            Math.toIntExact(number(node, "position")),
                            hashes(node, "path"),
                            block(text(node, "block")).orElseThrow(Unreadable::new),
                            hashes(node, "dayPath"),
                            day(text(node, "day")).orElseThrow(Unreadable::new)));
        } catch (Unreadable | ArithmeticException e) {
            return new ToldProof.ChangedProof("it is not as the hub writes it");
        }
    }

    private static <T> Optional<T> read(
            String text, Function<T, String> writer, Function<JsonNode, T> reader) {
        try {
            T value = reader.apply(JSON.readTree(text));
            return Optional.of(value).filter(read -> writer.apply(read).equals(text));
        } catch (JacksonException | Unreadable | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new Unreadable();
        }
        return value.asString();
    }

    private static String hash(JsonNode node, String field) {
        return hash(text(node, field));
    }

    private static String hash(String text) {
        if (!SHA_256.matcher(text).matches()) {
            throw new Unreadable();
        }
        return text;
    }

    private static List<String> hashes(JsonNode node, String field) {
        List<String> hashes = new ArrayList<>();
        for (JsonNode value : node.path(field)) {
            hashes.add(hash(value.asString("")));
        }
        return hashes;
    }

    private static long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Unreadable();
        }
        return value.asLong();
    }

    private static final class Unreadable extends RuntimeException {}
}

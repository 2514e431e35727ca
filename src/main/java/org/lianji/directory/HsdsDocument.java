package org.lianji.directory;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.lianji.api.InputTexts;
import org.lianji.platform.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Services that somebody sends: judged by the schema before any of them is looked at. */
final class HsdsDocument {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Schema SCHEMA = schema();

    private HsdsDocument() {}

    private static Schema schema() {
        try (InputStream file =
                Objects.requireNonNull(
                        HsdsDocument.class.getResourceAsStream("/hsds/services.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the services of a list, or of a page as the HSDS API answers it}
     *
     * @throws Problem HSDS_NOT_VALID with the first place that is not as it should be;
     *     ID_NUMBER_IN_TEXT
     */
    static List<DirectoryEntry> read(byte[] body, LocalDate today) {
        JsonNode services = services(body);
        InputTexts.checkBody(JSON.treeToValue(services, Object.class), today);
        judge(services)
                .ifPresent(
                        error -> {
                            throw problem(place(error), error.getKeyword());
                        });
        return Arrays.asList(JSON.treeToValue(services, DirectoryEntry[].class));
    }

    /** What the hub doesn't know is told by its name, and not by where it stands alone. */
    private static String place(Error error) {
        String place = error.getInstanceLocation().toString();
        return error.getKeyword().equals("additionalProperties") && error.getProperty() != null
                ? place + "/" + error.getProperty()
                : place;
    }

    /** {@return what is wrong at the first place, if anything is} */
    static Optional<Error> judge(JsonNode services) {
        return SCHEMA
                .validate(
                        services,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .min(Comparator.comparing(error -> error.getInstanceLocation().toString()));
    }

    private static JsonNode services(byte[] body) {
        try {
            JsonNode whole = JSON.readTree(body);
            return whole.isObject() && whole.has("contents") ? whole.get("contents") : whole;
        } catch (JacksonException e) {
            throw problem("/", "json");
        }
    }

    static Problem problem(String place, String rule) {
        return new Problem(
                DirectoryCode.HSDS_NOT_VALID,
                Map.of("place", place.isEmpty() ? "/" : place, "rule", rule));
    }
}

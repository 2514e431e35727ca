package org.lianji.sharing;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.ItemType;
import org.lianji.catalogue.Parsed;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Values;
import org.lianji.platform.Caller;
import org.lianji.platform.Connections;
import org.lianji.platform.ListConnection;
import org.lianji.platform.MutationCall;
import org.lianji.platform.Problem;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Registers, closes and judges the reasons that reads are bound to. */
@Controller
final class BasisController {

    private final Bases bases;
    private final Values values;
    private final Connections connections;

    BasisController(Bases bases, Values values, Connections connections) {
        this.bases = bases;
        this.values = values;
        this.connections = connections;
    }

    @MutationMapping
    Basis openBasis(@AuthenticationPrincipal Caller caller, DataFetchingEnvironment environment) {
        return bases.open(
                MutationCall.of(caller, environment), opening(environment.getArgument("input")));
    }

    @MutationMapping
    @Nullable Basis closeBasis(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return bases.close(caller, id).orElse(null);
    }

    @MutationMapping
    Basis breakGlass(
            @AuthenticationPrincipal Caller caller,
            @Argument String idNumber,
            @Argument String reason,
            DataFetchingEnvironment environment) {
        return bases.breakGlass(
                MutationCall.of(caller, environment),
                (String) value(ItemType.Scalar.ID_NUMBER, idNumber, "idNumber"),
                text("reason", reason, 10, 500));
    }

    @MutationMapping
    @Nullable Basis reviewEmergency(
            @AuthenticationPrincipal Caller caller,
            @Argument String id,
            @Argument String verdict,
            @Argument String note) {
        return bases.review(caller, id, verdict, text("note", note, 1, 500)).orElse(null);
    }

    @QueryMapping
    @Nullable Basis basis(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return bases.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Basis> bases(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable Boolean awaitingReview,
            DataFetchingEnvironment field) {
        return connections.page(field, bases.listing(caller, Boolean.TRUE.equals(awaitingReview)));
    }

    @SuppressWarnings("unchecked")
    private Basis.Opening opening(@Nullable Map<String, Object> input) {
        Map<String, Object> given = Objects.requireNonNull(input);
        List<Map<String, Object>> persons = (List<Map<String, Object>>) listed(given, "persons");
        List<String> regions = (List<String>) listed(given, "regions");
        String until = (String) given.get("until");
        return new Basis.Opening(
                BasisKind.valueOf(String.valueOf(given.get("kind"))),
                Purpose.valueOf(String.valueOf(given.get("purpose"))),
                text("reference", String.valueOf(given.get("reference")), 1, 100),
                persons.stream().map(this::concerned).toList(),
                Boolean.TRUE.equals(given.get("withFamily")),
                regions.stream()
                        .map(code -> (String) value(ItemType.Scalar.REGION_CODE, code, "regions"))
                        .toList(),
                until == null ? null : (LocalDate) value(ItemType.Scalar.DATE, until, "until"),
                Boolean.TRUE.equals(given.get("safeguarding")));
    }

    private static List<?> listed(Map<String, Object> given, String name) {
        return given.get(name) instanceof List<?> list ? list : List.of();
    }

    private Basis.Concerned concerned(Map<String, Object> person) {
        return new Basis.Concerned(
                (String)
                        value(
                                ItemType.Scalar.ID_NUMBER,
                                Objects.requireNonNull(person.get("idNumber")),
                                "idNumber"),
                (String) person.get("consentNo"));
    }

    private Object value(ItemType type, Object raw, String argument) {
        return switch (values.parse(type, raw)) {
            case Parsed.Good good -> good.value();
            case Parsed.Bad bad -> throw new Problem(bad.code(), Map.of("argument", argument));
        };
    }

    /** {@return the text without blanks around it, of so many characters} */
    static String text(String field, String text, int least, int most) {
        String stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < least || length > most) {
            throw new Problem(
                    BasisCode.BASIS_TEXT, Map.of("field", field, "min", least, "max", most));
        }
        return stripped;
    }
}

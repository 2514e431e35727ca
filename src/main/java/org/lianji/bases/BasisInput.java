package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Purpose;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.texts.PlainText;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what is said of a basis, and refuses what does not fit its schema's descriptions. */
@Component
public final class BasisInput {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final Values values;
    private final Safeguards safeguards;

    BasisInput(Values values, Safeguards safeguards) {
        this.values = values;
        this.safeguards = safeguards;
    }

    @SuppressWarnings("unchecked")
    Basis.OpeningRequest opening(@Nullable Map<String, Object> input) {
        Map<String, Object> given = Objects.requireNonNull(input);
        List<Map<String, Object>> persons = (List<Map<String, Object>>) listed(given, "persons");
        List<String> regions = (List<String>) listed(given, "regions");
        return new Basis.OpeningRequest(
                BasisKind.valueOf(String.valueOf(given.get("kind"))),
                Purpose.valueOf(String.valueOf(given.get("purpose"))),
                Prose.readable(
                        "reference",
                        text("reference", String.valueOf(given.get("reference")), 1, 100)),
                persons.stream().map(this::concerned).toList(),
                Boolean.TRUE.equals(given.get("withFamily")),
                regions.stream()
                        .map(code -> (String) value(ItemType.Scalar.REGION_CODE, code, "regions"))
                        .toList(),
                date((String) given.get("until"), "until"),
                safeguarding((Map<String, Object>) given.get("safeguarding")));
    }

    private static List<?> listed(Map<String, Object> given, String name) {
        return given.get(name) instanceof List<?> list ? list : List.of();
    }

    private Basis.ConcernedPerson concerned(Map<String, Object> person) {
        return new Basis.ConcernedPerson(
                idNumber(String.valueOf(person.get("idNumber"))), (String) person.get("consentNo"));
    }

    String idNumber(String given) {
        return (String) value(ItemType.Scalar.ID_NUMBER, given, "idNumber");
    }

    /** {@return why looks are to be hidden, where that is asked} */
    Safeguarding.@Nullable HidingRequest safeguarding(@Nullable Map<String, Object> given) {
        return given == null
                ? null
                : safeguards.admitted(
                        new Safeguarding.HidingRequest(
                                SafeguardingGround.valueOf(String.valueOf(given.get("ground"))),
                                reason("safeguarding.reason", String.valueOf(given.get("reason"))),
                                Objects.requireNonNull(
                                        date((String) given.get("until"), "safeguarding.until"))));
    }

    String reason(String field, String given) {
        return Prose.said(
                field, text(field, given, SHORTEST_REASON, LONGEST_REASON), SHORTEST_REASON);
    }

    String note(String given) {
        return Prose.said("note", text("note", given, 1, LONGEST_REASON), 1);
    }

    @Nullable LocalDate date(@Nullable String given, String argument) {
        return given == null ? null : (LocalDate) value(ItemType.Scalar.DATE, given, argument);
    }

    Object value(ItemType type, Object raw, String argument) {
        return values.required(type, raw, argument);
    }

    /** {@return the text without blanks around it, of so many characters} */
    public static String text(String field, String text, int least, int most) {
        String stripped = PlainText.stripped(text);
        int length = PlainText.length(stripped);
        if (length < least || length > most) {
            throw new Problem(
                    BasisCode.BASIS_TEXT, Map.of("field", field, "min", least, "max", most));
        }
        return stripped;
    }
}

package org.lianji.compiler;

import org.lianji.access.BasisParty;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.items.ItemType;
import org.lianji.items.ParsedValue;
import org.lianji.items.Values;
import org.lianji.paging.Cursors;
import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.selection.Place;
import org.lianji.selection.QueryCode;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * All that a statement depends on beside the selection.
 *
 * @param caller who asks
 * @param reason why
 * @param grants what the caller may see
 * @param everywhere whether the caller looks after the whole city
 * @param catalogue what there is
 * @param values how values are read
 * @param hashes how an ID number is looked up
 * @param cursors how places in a list are written
 * @param now when
 * @param largest rows of a page at most
 */
public record QueryContext(
        Caller caller,
        ReadPurpose reason,
        Grants grants,
        boolean everywhere,
        Catalogue catalogue,
        Values values,
        IdentityHash hashes,
        Cursors cursors,
        ZonedDateTime now,
        int largest) {

    /** The slot of the time of the question: all else in a row says what is asked. */
    public static final String NOW = "now";

    private static final int CHILD = 14;
    private static final int OF_AGE = 18;

    /** {@return the same question where that may be seen} */
    public QueryContext with(Grants others) {
        return new QueryContext(
                caller,
                reason,
                others,
                everywhere,
                catalogue,
                values,
                hashes,
                cursors,
                now,
                largest);
    }

    /**
     * {@return the value as the graph holds it}
     *
     * @throws Problem VALUE where it is not one
     */
    public Object value(ItemType type, Object raw, Place where) {
        return switch (values.parse(type, raw)) {
            case ParsedValue.Valid good -> good.value();
            case ParsedValue.Invalid bad ->
                    throw where.refused(QueryCode.VALUE, Map.of("reason", bad.code()));
        };
    }

    /**
     * {@return what the person of that ID number is looked up by}
     *
     * @throws Problem VALUE where it is none
     */
    String hash(Object idNumber, Place where) {
        return hashes.of((String) value(ItemType.Scalar.ID_NUMBER, idNumber, where));
    }

    /**
     * {@return whether who has that ID number is younger than 14 today}
     *
     * @throws Problem VALUE where it is none
     */
    boolean child(Object idNumber, Place where) {
        String number = (String) value(ItemType.Scalar.ID_NUMBER, idNumber, where);
        return number.substring(6, 14).compareTo(birthDate(CHILD)) > 0;
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    /** {@return what guards compare with; born after {@code child}, one is younger than 14} */
    Map<String, Object> ground() {
        Map<String, Object> ground = new HashMap<>(BasisParty.parameters(caller, now));
        ground.put("region", caller.region());
        ground.put("whole", Regions.WHOLE);
        ground.put("self", caller.person());
        ground.put("purpose", reason.purpose() == null ? null : reason.purpose().name());
        ground.put("basis", reason.basis());
        ground.put("today", today());
        ground.put("child", birthDate(CHILD));
        ground.put("minor", birthDate(OF_AGE));
        return ground;
    }

    private String birthDate(int years) {
        return today().minusYears(years).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}

package org.lianji.query;

import graphql.normalized.ExecutableNormalizedField;

import org.jspecify.annotations.Nullable;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Subject;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.selection.QueryCode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges a request by what it says of itself: whoever reads about people states for what and on
 * which basis (社会救助法 §70; 政务数据共享条例 §25), and has a duty to.
 */
public final class Admission {

    private Admission() {}

    /** {@return whether the fields lead to people} */
    static boolean readsPeople(List<ExecutableNormalizedField> fields, Catalogue catalogue) {
        return fields.stream().anyMatch(field -> readsPeople(field, catalogue));
    }

    private static boolean readsPeople(ExecutableNormalizedField field, Catalogue catalogue) {
        return switch (field.getFieldName()) {
            case "person", "household" -> true;
            case "records" ->
                    catalogue
                            .category(String.valueOf(argument(field, "category")))
                            .filter(category -> category.subject() == Subject.NONE)
                            .isEmpty();
            case "node" -> !String.valueOf(argument(field, "id")).startsWith("G");
            default -> false;
        };
    }

    private static @Nullable Object argument(ExecutableNormalizedField field, String name) {
        return field.getResolvedArguments().get(name);
    }

    /**
     * {@return the reason, as far as it goes without people}
     *
     * @param stated beside the request
     */
    public static ReadPurpose reason(Reason stated) {
        return new ReadPurpose(purpose(stated).orElse(null), basis(stated));
    }

    /**
     * Refuses a read about people that has no sufficient reason.
     *
     * @throws Problem saying what to state
     */
    public static void admit(Caller caller, ReadPurpose reason) {
        boolean citizen = caller.is(Role.CITIZEN);
        boolean reads =
                citizen
                        || caller.is(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                        || caller.atTheDoor();
        if (!reads && caller.is(Role.CHARITY)) {
            throw new Problem(PlatformCode.NOT_FOR_CHARITIES);
        }
        Purpose purpose = reason.purpose();
        if (purpose == null) {
            throw new Problem(QueryCode.PURPOSE_REQUIRED);
        }
        if (!reads) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
        if (citizen != (purpose == Purpose.H)) {
            throw new Problem(QueryCode.PURPOSE_NOT_YOURS);
        }
        if (purpose == Purpose.F || purpose == Purpose.G) {
            throw new Problem(QueryCode.PURPOSE_READS_NO_PERSON);
        }
        if (!citizen && reason.basis() == null) {
            throw new Problem(
                    caller.atTheDoor()
                            ? QueryCode.ERRAND_BASIS_REQUIRED
                            : QueryCode.BASIS_REQUIRED);
        }
    }

    /**
     * Volunteers and providers know of no records, not even of those about nobody.
     *
     * @param root name of the field of Query
     * @throws Problem NOT_ALLOWED
     */
    static void admitRecords(Caller caller, String root) {
        if (root.equals("records") && caller.is(Role.VOLUNTEER, Role.PROVIDER)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
    }

    private static Optional<Purpose> purpose(Reason stated) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(stated.purpose()))
                .findFirst();
    }

    private static @Nullable String basis(Reason stated) {
        return stated.basis() == null || stated.basis().isBlank() ? null : stated.basis().strip();
    }
}

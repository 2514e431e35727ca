package org.lianji.decision;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is so, as plain lists.
 *
 * @param now the moment at which questions are asked
 * @param humans people
 * @param homes households
 * @param facts records of every state
 * @param ties dated relations
 * @param bases reasons to read
 */
record World(
        OffsetDateTime now,
        List<Human> humans,
        List<Home> homes,
        List<Fact> facts,
        List<Tie> ties,
        List<Basis> bases) {

    /** The only person whose demo client can sign in. */
    static final String CITIZEN = "Pcitizen00000000000000A";

    static final String CITIZEN_NUMBER = "152627195801035714";

    record Human(String id, String idNumber) {

        LocalDate born() {
            return LocalDate.parse(idNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        }

        boolean demo() {
            return born().getDayOfMonth() % 2 == 0;
        }
    }

    record Home(String id, String kind, String owner, String number) {}

    /**
     * A record.
     *
     * @param label Record, or Superseded or Withdrawn, which nobody may see
     * @param person whom it is about, or the applicant
     * @param home which household it is about
     * @param fields the common ones
     * @param values the items'
     */
    record Fact(
            String label,
            String id,
            String category,
            String recordNo,
            OffsetDateTime observedAt,
            @Nullable String person,
            @Nullable String home,
            Map<String, Object> fields,
            Map<String, Object> values) {

        String key() {
            return category + "|" + recordNo;
        }
    }

    /**
     * A dated relation.
     *
     * @param type MEMBER_OF, SUPPORTS, SUPPORT_ENDED, REGISTERED_IN, RESIDES_IN or LIVES_IN
     * @param start a person, or the household that lives in
     * @param end a household, person or region code
     * @param detail how a member belongs, or which duty
     */
    record Tie(
            String type,
            String start,
            String end,
            @Nullable String detail,
            String category,
            String record,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
        }
    }

    /**
     * @param client of the department who alone reads on the basis, or null
     * @param role which clients must have, or null
     * @param until whose reading ends before the basis does, or null
     */
    record Party(
            String department,
            @Nullable String client,
            @Nullable String role,
            @Nullable OffsetDateTime until) {

        boolean is(Asker asker, OffsetDateTime now) {
            return department.equals(asker.department())
                    && (client == null && !asker.atTheDoor() || asker.client().equals(client))
                    && (role == null || role.equals(asker.role()))
                    && (until == null || until.isAfter(now));
        }
    }

    record Basis(
            String id,
            String kind,
            List<String> purposes,
            String department,
            String region,
            OffsetDateTime opened,
            OffsetDateTime until,
            @Nullable OffsetDateTime closed,
            Set<String> concerns,
            Set<String> homes,
            Set<String> covers,
            List<Party> parties) {

        String purpose() {
            return purposes.getFirst();
        }

        /** {@return the same, about others} */
        Basis about(Set<String> persons, Set<String> households, Set<String> regions) {
            return new Basis(
                    id,
                    kind,
                    purposes,
                    department,
                    region,
                    opened,
                    until,
                    closed,
                    persons,
                    households,
                    regions,
                    parties);
        }

        /** {@return the same, closed then} */
        Basis closed(@Nullable OffsetDateTime at) {
            return new Basis(
                    id,
                    kind,
                    purposes,
                    department,
                    region,
                    opened,
                    until,
                    at,
                    concerns,
                    homes,
                    covers,
                    parties);
        }

        /**
         * {@return since when it leads to somebody no longer, as their consent is over; a day may
         * be to come. It goes by who both are, so that it stays so in every world}
         */
        Optional<OffsetDateTime> sparesFrom(String human, OffsetDateTime now) {
            return !kind.equals("CASE")
                    ? Optional.empty()
                    : switch (Math.floorMod((id + human).hashCode(), 8)) {
                        case 0 -> Optional.of(now.minusDays(1));
                        case 1 -> Optional.of(now);
                        case 2 -> Optional.of(now.plusDays(1));
                        default -> Optional.empty();
                    };
        }

        /** {@return who opened it: one of the department's clients, as the id has it} */
        String client() {
            List<String> clients = List.of("", "-county", "-town");
            return department.toLowerCase(Locale.ROOT)
                    + clients.get(Math.floorMod(id.hashCode(), clients.size()));
        }
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    Optional<Human> human(@Nullable String id) {
        return humans.stream().filter(human -> human.id().equals(id)).findFirst();
    }

    Optional<Human> numbered(String idNumber) {
        return humans.stream().filter(human -> human.idNumber().equals(idNumber)).findFirst();
    }

    Optional<Home> home(@Nullable String id) {
        return homes.stream().filter(home -> home.id().equals(id)).findFirst();
    }

    List<Fact> records() {
        return facts.stream().filter(fact -> fact.label().equals("Record")).toList();
    }

    /** {@return older versions of a record, the newest first} */
    List<Fact> before(Fact fact) {
        return facts.stream()
                .filter(one -> one.label().equals("Superseded") && one.key().equals(fact.key()))
                .filter(one -> one.observedAt().isBefore(fact.observedAt()))
                .sorted(Comparator.comparing(Fact::observedAt).reversed())
                .toList();
    }

    List<Tie> ties(String type) {
        return ties.stream().filter(tie -> tie.type().equals(type)).toList();
    }
}

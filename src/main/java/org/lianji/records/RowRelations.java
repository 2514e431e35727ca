package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.PlaceKind;
import org.lianji.people.HouseholdKey;
import org.lianji.people.Identity;
import org.lianji.people.Regions;
import org.lianji.people.Relation;
import org.lianji.people.Relation.Kind;
import org.lianji.people.Relations;
import org.lianji.records.History.Version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The relations that rows of a category make, by the roles of its items. */
public final class RowRelations {

    /** What ends with a life, and what says that one has ended. */
    private static final Set<Kind> LIVES = Set.of(Kind.MEMBER_OF, Kind.SUPPORTS, Kind.ENDED);

    private final Category category;

    public RowRelations(Category category) {
        this.category = category;
    }

    /** {@return every kind that a row can make} */
    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Item item : category.items()) {
            switch (item.role()) {
                case Item.HouseholdNumber _ ->
                        kinds.addAll(
                                places()
                                        ? Set.of(Kind.MEMBER_OF, Kind.LIVES_IN)
                                        : Set.of(Kind.MEMBER_OF));
                case Item.Place place -> kinds.add(kind(place));
                case Item.SupportDuty duty ->
                        kinds.addAll(
                                duty.ending() instanceof Item.ByValue
                                        ? Set.of(Kind.SUPPORTS, Kind.SUPPORT_ENDED)
                                        : Set.of(Kind.SUPPORTS));
                case Item.Members _ -> kinds.add(Kind.MEMBER_OF);
                case Item.Ends _ -> kinds.add(Kind.ENDED);
                case null -> {}
            }
        }
        return kinds;
    }

    /**
     * {@return the category whose relations records of this one end, or have ended by those of
     * another}
     */
    private Optional<String> ended() {
        return category.items().stream()
                .flatMap(
                        item ->
                                item.role() instanceof Item.Ends ends
                                        ? Stream.ofNullable(ends.category())
                                        : item.ending().stream()
                                                .filter(Item.ByCategory.class::isInstance)
                                                .map(_ -> category.code()))
                .findFirst();
    }

    /**
     * Ends relations by what other records say.
     *
     * @param records whose relations are new or newly dated
     */
    public void settle(Relations relations, Collection<String> records) {
        if (kinds().contains(Kind.SUPPORT_ENDED)) {
            relations.settleDuties(records);
        }
        ended().ifPresent(category -> relations.settleEnded(records, category));
        if (!Collections.disjoint(kinds(), LIVES)) {
            relations.settleDeaths(records);
        }
    }

    /** {@return the household that a row numbers} */
    Optional<HouseholdKey> household(Row row) {
        for (Item item : category.items()) {
            if (item.role() instanceof Item.HouseholdNumber role
                    && row.items().get(item.name()) instanceof String number) {
                return Optional.of(new HouseholdKey(role.kind(), category.owner().code(), number));
            }
        }
        return Optional.empty();
    }

    /** {@return the relations of one version of a fact; none while its subject is unknown} */
    List<Relation> of(Version version, @Nullable LocalDate end, boolean current) {
        Row row = version.row();
        Identity subject = row == null ? null : row.subject();
        if (row == null || subject == null) {
            return List.of();
        }
        Maker maker =
                new Maker(
                        category.code(),
                        version.id(),
                        version.from(),
                        end,
                        current,
                        new ArrayList<>());
        for (Item item : category.items()) {
            switch (item.role()) {
                case Item.HouseholdNumber role -> members(maker, row, subject, role);
                case Item.Place place -> place(maker, row, subject, item, place);
                case Item.SupportDuty duty -> duty(maker, row, subject, item, duty);
                case Item.Ends ends -> ends(maker, row, subject, item, ends);
                case Item.Members _ -> {}
                case null -> {}
            }
        }
        return maker.made();
    }

    private void members(Maker maker, Row row, Identity subject, Item.HouseholdNumber role) {
        Optional<HouseholdKey> household = household(row);
        if (household.isEmpty()) {
            return;
        }
        String key = household.get().key();
        String relation = role.relation();
        Object belongs = relation == null ? null : row.items().get(relation);
        LocalDate latest = latest(row, role.ending());
        maker.make(
                Kind.MEMBER_OF,
                subject.hash(),
                key,
                belongs instanceof String text ? text : null,
                latest);
        category.items().stream()
                .filter(item -> item.role() instanceof Item.Members)
                .map(item -> row.people(item.name()))
                .flatMap(Collection::stream)
                .map(Identity::hash)
                .distinct()
                .filter(member -> !member.equals(subject.hash()))
                .forEach(member -> maker.make(Kind.MEMBER_OF, member, key, null, latest));
    }

    private void place(Maker maker, Row row, Identity subject, Item item, Item.Place place) {
        if (row.items().get(item.name()) instanceof String code) {
            String region = Regions.nearest(code);
            LocalDate latest = latest(row, place.ending());
            maker.make(kind(place), subject.hash(), region, null, latest);
            household(row)
                    .ifPresent(
                            household ->
                                    maker.make(
                                            Kind.LIVES_IN, household.key(), region, null, latest));
        }
    }

    /** A row that says that it has ended ends what other rows say of the same two people, too. */
    private static void duty(
            Maker maker, Row row, Identity subject, Item item, Item.SupportDuty duty) {
        Kind kind = over(row, duty.ending()) ? Kind.SUPPORT_ENDED : Kind.SUPPORTS;
        LocalDate latest = kind == Kind.SUPPORTS ? latest(row, duty.ending()) : null;
        row.people(item.name())
                .forEach(
                        person ->
                                maker.make(
                                        kind,
                                        person.hash(),
                                        subject.hash(),
                                        duty.kind().name(),
                                        latest));
    }

    private static void ends(Maker maker, Row row, Identity subject, Item item, Item.Ends ends) {
        if (!(row.items().get(item.name()) instanceof LocalDate day)) {
            return;
        }
        if (ends.category() != null && !says(row, ends.unlessItem(), ends.unlessValues())) {
            maker.end(subject, ends.category(), day);
        }
        Item.Death death = ends.death();
        if (death != null && (death.item() == null || says(row, death.item(), death.values()))) {
            maker.end(subject, Relations.LIFE, day);
        }
    }

    /** {@return the day on which the relation ends by what the row itself says, if it does} */
    private static @Nullable LocalDate latest(Row row, Item.EndCondition ending) {
        return switch (ending) {
            case Item.ByValue by -> over(row, ending) ? row.from() : after(row, by.lastDay());
            case Item.ByDay day -> after(row, day.item());
            case Item.WithRecord _, Item.ByCategory _ -> null;
        };
    }

    private static @Nullable LocalDate after(Row row, @Nullable String item) {
        if (item == null || !(row.items().get(item) instanceof LocalDate last)) {
            return null;
        }
        LocalDate after = last.plusDays(1);
        return after.isBefore(row.from()) ? row.from() : after;
    }

    private static boolean over(Row row, Item.EndCondition ending) {
        return ending instanceof Item.ByValue by && says(row, by.item(), by.values());
    }

    private static boolean says(Row row, @Nullable String item, Set<String> values) {
        return item != null
                && row.items().get(item) instanceof String value
                && values.contains(value);
    }

    private boolean places() {
        return category.items().stream().anyMatch(item -> item.role() instanceof Item.Place);
    }

    private static Kind kind(Item.Place place) {
        return place.kind() == PlaceKind.REGISTRATION ? Kind.REGISTERED_IN : Kind.RESIDES_IN;
    }

    private record Maker(
            String category,
            String record,
            LocalDate from,
            @Nullable LocalDate to,
            boolean current,
            List<Relation> made) {

        void make(
                Kind kind,
                String start,
                String end,
                @Nullable String detail,
                @Nullable LocalDate latest) {
            made.add(
                    new Relation(
                            kind, start, end, detail, category, record, from, to, latest, current));
        }

        /**
         * @param what a category, or the life
         */
        void end(Identity subject, String what, LocalDate day) {
            made.add(
                    new Relation(
                            Kind.ENDED,
                            subject.hash(),
                            subject.hash(),
                            what,
                            category,
                            record,
                            day,
                            null,
                            null,
                            current));
        }
    }
}

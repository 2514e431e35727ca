package org.lianji.contribution;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.PlaceKind;
import org.lianji.people.HouseholdKey;
import org.lianji.people.Identity;
import org.lianji.people.Relation;
import org.lianji.people.Relation.Kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relations that rows of a category make, by the roles of its items. */
final class RowRelations {

    private final Category category;

    RowRelations(Category category) {
        this.category = category;
    }

    /** {@return every kind that a row can make} */
    Set<Kind> kinds() {
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
                                duty.endItem() == null
                                        ? Set.of(Kind.SUPPORTS)
                                        : Set.of(Kind.SUPPORTS, Kind.SUPPORT_ENDED));
                case Item.Members _ -> kinds.add(Kind.MEMBER_OF);
                case null -> {}
            }
        }
        return kinds;
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
        maker.make(
                Kind.MEMBER_OF, subject.hash(), key, belongs instanceof String text ? text : null);
        category.items().stream()
                .filter(item -> item.role() instanceof Item.Members)
                .map(item -> row.people(item.name()))
                .flatMap(Collection::stream)
                .map(Identity::hash)
                .distinct()
                .filter(member -> !member.equals(subject.hash()))
                .forEach(member -> maker.make(Kind.MEMBER_OF, member, key, null));
    }

    private void place(Maker maker, Row row, Identity subject, Item item, Item.Place place) {
        if (row.items().get(item.name()) instanceof String region) {
            maker.make(kind(place), subject.hash(), region, null);
            household(row)
                    .ifPresent(
                            household -> maker.make(Kind.LIVES_IN, household.key(), region, null));
        }
    }

    private static void duty(
            Maker maker, Row row, Identity subject, Item item, Item.SupportDuty duty) {
        String endItem = duty.endItem();
        Object state = endItem == null ? null : row.items().get(endItem);
        Kind kind =
                state instanceof String value && duty.endValues().contains(value)
                        ? Kind.SUPPORT_ENDED
                        : Kind.SUPPORTS;
        row.people(item.name())
                .forEach(
                        person ->
                                maker.make(
                                        kind, person.hash(), subject.hash(), duty.kind().name()));
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

        void make(Kind kind, String start, String end, @Nullable String detail) {
            made.add(new Relation(kind, start, end, detail, category, record, from, to, current));
        }
    }
}

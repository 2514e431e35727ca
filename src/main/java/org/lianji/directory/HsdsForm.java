package org.lianji.directory;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;
import org.lianji.charity.HelpOffer;
import org.lianji.charity.OfferState;
import org.lianji.charity.Offers;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** An offer in the form of HSDS, and back, without a loss. */
final class HsdsForm {

    private static final int OLDEST = 150;

    /** What the graph knows beside the offer. */
    record Surroundings(String organisation, List<String> regionNames, long available) {}

    private HsdsForm() {}

    /** {@return the identifier that HSDS wants, always the same for the same thing} */
    static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static DirectoryEntry service(HelpOffer offer, Surroundings around) {
        String id = uuid(offer.id());
        List<AgeBand> ages = offer.whom().ages();
        return new DirectoryEntry(
                id,
                offer.what().project(),
                offer.state() == OfferState.OPEN ? "active" : "inactive",
                together(ages)
                        ? ages.stream()
                                .map(HsdsForm::from)
                                .min(Comparator.naturalOrder())
                                .orElse(null)
                        : null,
                together(ages)
                        ? ages.stream()
                                .map(HsdsForm::to)
                                .max(Comparator.naturalOrder())
                                .orElse(null)
                        : null,
                organization(offer.organisation(), around.organisation()),
                List.of(new DirectoryEntry.Schedule(uuid(id + " schedule"), offer.what().until())),
                areas(id, offer.whom().regions(), around.regionNames()),
                List.of(capacity(id, offer, around.available())),
                attributes(id, offer));
    }

    private static DirectoryEntry.Organization organization(String code, String name) {
        return new DirectoryEntry.Organization(
                uuid(code),
                name,
                name,
                List.of(
                        new DirectoryEntry.OrganizationIdentifier(
                                uuid(code + " identifier"), "CN-USCC", "统一社会信用代码", code)));
    }

    private static List<DirectoryEntry.ServiceArea> areas(
            String id, List<String> regions, List<String> names) {
        return Stream.iterate(0, i -> i < regions.size(), i -> i + 1)
                .map(
                        i ->
                                new DirectoryEntry.ServiceArea(
                                        uuid(id + " " + regions.get(i)),
                                        names.get(i),
                                        regions.get(i),
                                        "text"))
                .toList();
    }

    private static DirectoryEntry.ServiceCapacity capacity(
            String id, HelpOffer offer, long available) {
        String unit = offer.what().kind().unit().name().toLowerCase(Locale.ROOT);
        return new DirectoryEntry.ServiceCapacity(
                uuid(id + " capacity"),
                new DirectoryEntry.Unit(uuid("unit " + unit), unit),
                available,
                offer.what().capacity(),
                offer.changedAt().toOffsetDateTime().withOffsetSameInstant(ZoneOffset.ofHours(8)));
    }

    private static List<DirectoryEntry.Attribute> attributes(String id, HelpOffer offer) {
        return Stream.of(
                        Stream.of(offer.what().kind()),
                        offer.whom().ages().stream(),
                        offer.whom().hardships().stream())
                .flatMap(values -> values)
                .map(value -> (Enum<?>) value)
                .map(
                        value ->
                                new DirectoryEntry.Attribute(
                                        uuid(id + " " + value),
                                        value.getDeclaringClass().getSimpleName(),
                                        "service",
                                        value.name(),
                                        value.name()))
                .toList();
    }

    /** Bands that lie side by side are one span of years. */
    private static boolean together(List<AgeBand> ages) {
        return !ages.isEmpty()
                && (ages.contains(AgeBand.FROM_18_TO_59) || ages.stream().distinct().count() == 1);
    }

    private static int from(AgeBand band) {
        return switch (band) {
            case UNDER_18 -> 0;
            case FROM_18_TO_59 -> 18;
            case FROM_60 -> 60;
        };
    }

    private static int to(AgeBand band) {
        return switch (band) {
            case UNDER_18 -> 17;
            case FROM_18_TO_59 -> 59;
            case FROM_60 -> OLDEST;
        };
    }

    /** {@return what the service offers; the schema has judged that it says so} */
    static Offers.Proposal proposal(DirectoryEntry service) {
        return new Offers.Proposal(
                service.name(),
                values(service, HelpKind.class).getFirst(),
                (int) service.serviceCapacities().getFirst().maximum(),
                service.schedules().getFirst().validTo().toString(),
                service.serviceAreas().stream().map(DirectoryEntry.ServiceArea::extent).toList(),
                values(service, AgeBand.class),
                values(service, Hardship.class));
    }

    private static <E extends Enum<E>> List<E> values(DirectoryEntry service, Class<E> type) {
        return service.attributes().stream()
                .filter(one -> one.linkType().equals(type.getSimpleName()))
                .map(one -> Enum.valueOf(type, one.value()))
                .toList();
    }

    /** {@return the unified code of who is said to offer it} */
    static @Nullable String organisation(DirectoryEntry service) {
        return service.organization() == null
                ? null
                : service.organization().organizationIdentifiers().stream()
                        .filter(one -> one.identifierScheme().equals("CN-USCC"))
                        .map(DirectoryEntry.OrganizationIdentifier::identifier)
                        .findFirst()
                        .orElse(null);
    }
}

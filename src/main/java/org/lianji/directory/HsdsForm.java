package org.lianji.directory;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;
import org.lianji.charity.HelpOffer;
import org.lianji.charity.OfferState;
import org.lianji.charity.Offers;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An offer in the form of HSDS, and back, without a loss. */
final class HsdsForm {

    private static final int OLDEST = 150;

    /**
     * What the graph knows beside the offer.
     *
     * @param approved whether the organisation may help now
     */
    record Surroundings(
            String organisation, boolean approved, List<String> regionNames, long available) {}

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
                offer.state() == OfferState.OPEN && around.approved() ? "active" : "inactive",
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
                attributes(id, offer),
                offer.sites() == null ? null : JsonMapper.shared().readTree(offer.sites()));
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
                values(service, Hardship.class),
                service.serviceAtLocations() == null
                        ? null
                        : service.serviceAtLocations().toString());
    }

    /**
     * {@return where a service that was sent says what the hub does not keep of it; empty where all
     * is kept, but for identifiers and for how much is left}
     */
    static Optional<String> lost(DirectoryEntry sent, DirectoryEntry kept) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("name", sent.name().equals(kept.name()));
        same.put("status", sent.status().equals(kept.status()));
        same.put("minimum_age", told(sent.minimumAge(), kept.minimumAge()));
        same.put("maximum_age", told(sent.maximumAge(), kept.maximumAge()));
        same.put("organization", organization(sent.organization(), kept.organization()));
        same.put(
                "schedules",
                sent.schedules()
                        .getFirst()
                        .validTo()
                        .equals(kept.schedules().getFirst().validTo()));
        same.put("service_areas", areas(sent).equals(areas(kept)));
        same.put("service_capacities", capacities(sent).equals(capacities(kept)));
        same.put("attributes", attributes(sent).equals(attributes(kept)));
        same.put(
                "service_at_locations",
                Objects.equals(sent.serviceAtLocations(), kept.serviceAtLocations()));
        return same.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean told(@Nullable Object sent, @Nullable Object kept) {
        return sent == null || sent.equals(kept);
    }

    private static boolean organization(
            DirectoryEntry.@Nullable Organization sent,
            DirectoryEntry.@Nullable Organization kept) {
        return sent == null
                || kept != null
                        && sent.name().equals(kept.name())
                        && sent.description().equals(kept.description())
                        && identifiers(sent).equals(identifiers(kept));
    }

    private static Set<List<String>> identifiers(DirectoryEntry.Organization organization) {
        return organization.organizationIdentifiers().stream()
                .map(one -> List.of(one.identifierScheme(), one.identifierType(), one.identifier()))
                .collect(Collectors.toSet());
    }

    private static Set<List<String>> areas(DirectoryEntry service) {
        return service.serviceAreas().stream()
                .map(one -> List.of(one.name(), one.extent()))
                .collect(Collectors.toSet());
    }

    private static List<List<Object>> capacities(DirectoryEntry service) {
        return service.serviceCapacities().stream()
                .map(one -> List.<Object>of(one.unit().name(), one.maximum()))
                .toList();
    }

    private static Set<List<String>> attributes(DirectoryEntry service) {
        return service.attributes().stream()
                .map(one -> List.of(one.linkType(), one.value(), one.label()))
                .collect(Collectors.toSet());
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

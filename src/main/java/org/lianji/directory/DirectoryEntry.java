package org.lianji.directory;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A service as HSDS 3 writes it, with those of its objects that an offer fills. Component names are
 * the specification's, in the manner of Java.
 *
 * @param id a UUID
 * @param name the offer's project
 * @param status {@code active}, or {@code inactive} once it was taken back
 * @param minimumAge years, where all ages that it is meant for lie together
 * @param maximumAge years
 * @param organization who offers it
 * @param schedules one, whose last day is the offer's
 * @param serviceAreas the counties, or the city
 * @param serviceCapacities one, in the unit of the kind of help
 * @param attributes kind of help, ages and hardships, by the names of the schema of GraphQL
 * @param serviceAtLocations where it is given, as it was sent; null where that was not said
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record DirectoryEntry(
        String id,
        String name,
        String status,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        @Nullable Organization organization,
        List<Schedule> schedules,
        List<ServiceArea> serviceAreas,
        List<ServiceCapacity> serviceCapacities,
        List<Attribute> attributes,
        @Nullable JsonNode serviceAtLocations) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Organization(
            String id,
            String name,
            String description,
            List<OrganizationIdentifier> organizationIdentifiers) {}

    /** The unified code (GB 32100). */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OrganizationIdentifier(
            String id, String identifierScheme, String identifierType, String identifier) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Schedule(String id, LocalDate validTo) {}

    /**
     * @param extent code of the region (GB/T 2260 and below)
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ServiceArea(String id, String name, String extent, String extentType) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ServiceCapacity(
            String id, Unit unit, long available, long maximum, OffsetDateTime updated) {}

    record Unit(String id, String name) {}

    /**
     * @param linkType of what it is a value: {@code HelpKind}, {@code AgeBand} or {@code Hardship}
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Attribute(String id, String linkType, String linkEntity, String value, String label) {}
}

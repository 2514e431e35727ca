package org.lianji.terms;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.items.Department;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether what a consumer asks for can be in an agreement, and which items it comes to. */
@Component
public final class RequestChecks {

    private static final int LONGEST_MONTHS = 36;
    private static final int LONGEST_TEXT = 2_000;

    private final Catalogue catalogue;
    private final Regions regions;

    RequestChecks(Catalogue catalogue, Regions regions) {
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /**
     * {@return the terms of the request}
     *
     * @throws Problem naming what can't be asked for
     */
    public Terms terms(Caller caller, AgreementRequest request) {
        SortedMap<String, Category> categories = categories(request);
        Department provider = provider(caller, categories);
        RequestedItems.closed(categories.values());
        purposes(request.purposes(), categories);
        text("basis", request.basis());
        text("scenario", request.scenario());
        if (request.months() < 1 || request.months() > LONGEST_MONTHS) {
            throw new Problem(AgreementCode.DURATION, Map.of("max", LONGEST_MONTHS));
        }
        RequestedItems items = new RequestedItems(request, categories);
        return new Terms(
                provider.code(),
                caller.department(),
                request.purposes(),
                items.clear(),
                items.masked(),
                regions(request),
                request.level(),
                request.mode(),
                request.months(),
                request.basis().strip(),
                request.scenario().strip());
    }

    private SortedMap<String, Category> categories(AgreementRequest request) {
        SortedMap<String, Category> categories = new TreeMap<>();
        for (AgreementRequest.Part part : request.scope()) {
            categories.put(
                    part.category(),
                    catalogue
                            .category(part.category())
                            .orElseThrow(() -> RequestedItems.unknown(part.category())));
        }
        if (categories.isEmpty() || request.purposes().isEmpty()) {
            throw new Problem(AgreementCode.SCOPE_MISSING);
        }
        return categories;
    }

    private static Department provider(Caller caller, SortedMap<String, Category> categories) {
        SortedSet<String> owners = new TreeSet<>();
        categories.values().forEach(category -> owners.add(category.owner().code()));
        if (owners.size() > 1) {
            throw new Problem(
                    AgreementCode.SEVERAL_PROVIDERS, Map.of("departments", List.copyOf(owners)));
        }
        if (owners.contains(caller.department())) {
            throw new Problem(AgreementCode.OWN_CATEGORY);
        }
        return categories.sequencedValues().getFirst().owner();
    }

    private static void purposes(Set<Purpose> purposes, SortedMap<String, Category> categories) {
        for (Category category : categories.values()) {
            if (!category.purposes().containsAll(purposes)) {
                throw new Problem(
                        AgreementCode.PURPOSE_NOT_ALLOWED,
                        Map.of(
                                "category",
                                category.code(),
                                "allowed",
                                category.purposes().stream().map(Purpose::name).sorted().toList()));
            }
        }
    }

    private SortedSet<String> regions(AgreementRequest request) {
        SortedSet<String> asked =
                request.regions() == null ? new TreeSet<>() : new TreeSet<>(request.regions());
        List<String> unknown = asked.stream().filter(code -> !regions.exists(code)).toList();
        if (!unknown.isEmpty()) {
            throw new Problem(AgreementCode.UNKNOWN_REGION_CODE, Map.of("regions", unknown.size()));
        }
        return asked;
    }

    private static void text(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Problem(
                    AgreementCode.TEXT_MISSING, Map.of("field", field, "max", LONGEST_TEXT));
        }
        Prose.said(field, text, 1);
    }
}

package org.lianji.sharing;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Department;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Share;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what a consumer asks for can be in an agreement, and which items it comes to. */
@Component
final class RequestChecks {

    private static final int LONGEST_MONTHS = 36;
    private static final int LONGEST_TEXT = 2_000;

    /** What is not a name is not repeated: it may be anything. */
    private static final Predicate<String> NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9]{0,60}").asMatchPredicate();

    private record Asked(Category category, Item item) {
        String name() {
            return category.code() + "." + item.name();
        }
    }

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
    Terms terms(Caller caller, AgreementRequest request) {
        SortedMap<String, Category> categories = categories(request);
        Department provider = provider(caller, categories);
        List<Category> closed =
                categories.values().stream()
                        .filter(category -> category.share() == Share.NOT_SHARED)
                        .toList();
        refuse(
                AgreementCode.NOT_SHARED,
                closed.stream().map(Category::code),
                "legalBasis",
                () -> bases(closed.stream().map(Category::legalBasis)));
        purposes(request.purposes(), categories);
        text("basis", request.basis());
        text("scenario", request.scenario());
        if (request.months() < 1 || request.months() > LONGEST_MONTHS) {
            throw new Problem(AgreementCode.DURATION, Map.of("max", LONGEST_MONTHS));
        }
        return new Terms(
                provider.code(),
                caller.department(),
                request.purposes(),
                items(request, categories),
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
                            .orElseThrow(() -> unknown(part.category())));
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

    private static SortedMap<String, SortedSet<String>> items(
            AgreementRequest request, SortedMap<String, Category> categories) {
        List<Asked> asked =
                request.scope().stream().flatMap(part -> asked(part, categories, request)).toList();
        List<Asked> closed = having(asked, item -> item.share() == Share.NOT_SHARED);
        refuse(
                AgreementCode.NOT_SHARED,
                closed.stream().map(Asked::name),
                "legalBasis",
                () -> bases(closed.stream().map(one -> one.item().legalBasis())));
        refuse(
                AgreementCode.UNCONDITIONAL,
                having(asked, item -> item.share() == Share.UNCONDITIONAL).stream()
                        .map(Asked::name),
                "basis",
                () -> "政务数据共享条例第十四条");
        refuse(
                AgreementCode.ITEM_ABOVE_LEVEL,
                having(asked, item -> item.level().compareTo(request.level()) > 0).stream()
                        .map(Asked::name),
                "level",
                request.level()::name);
        return Terms.items(asked.stream().map(Asked::name).toList());
    }

    private static List<Asked> having(List<Asked> asked, Predicate<Item> what) {
        return asked.stream().filter(one -> what.test(one.item())).toList();
    }

    private static List<String> bases(Stream<? extends @Nullable String> stated) {
        return stated.flatMap(Stream::ofNullable).distinct().toList();
    }

    private static Stream<Asked> asked(
            AgreementRequest.Part part,
            SortedMap<String, Category> categories,
            AgreementRequest request) {
        Category category = Objects.requireNonNull(categories.get(part.category()));
        return part.items() == null
                ? all(category, request)
                : part.items().stream().sorted().map(name -> named(category, name));
    }

    private static Asked named(Category category, String name) {
        return category.item(name)
                .map(item -> new Asked(category, item))
                .orElseThrow(() -> unknown(category.code() + (NAME.test(name) ? "." + name : "")));
    }

    private static Problem unknown(String name) {
        return new Problem(AgreementCode.UNKNOWN_ITEM, Map.of("items", List.of(name)));
    }

    /**
     * All that an agreement of the level can open; where there is nothing, all of the category, so
     * that the refusal says why.
     */
    private static Stream<Asked> all(Category category, AgreementRequest request) {
        List<Asked> conditional =
                category.items().stream()
                        .filter(item -> item.share() == Share.CONDITIONAL)
                        .map(item -> new Asked(category, item))
                        .toList();
        if (conditional.isEmpty()) {
            return category.items().stream().map(item -> new Asked(category, item));
        }
        List<Asked> within =
                conditional.stream()
                        .filter(one -> one.item().level().compareTo(request.level()) <= 0)
                        .toList();
        return (within.isEmpty() ? conditional : within).stream();
    }

    private static void refuse(
            AgreementCode code, Stream<String> names, String also, Supplier<Object> value) {
        List<String> items = names.toList();
        if (!items.isEmpty()) {
            throw new Problem(code, Map.of("items", items, also, value.get()));
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
    }
}

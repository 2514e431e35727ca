package org.lianji.catalogue;

import graphql.schema.idl.TypeDefinitionRegistry;

import org.lianji.items.Check;
import org.lianji.items.Department;
import org.lianji.items.Item;
import org.lianji.items.ItemType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The departments and categories of the library, as the SDL declares them. */
public final class Catalogue {

    private final Map<String, Department> departments;
    private final Map<String, Category> byCode;
    private final Map<String, Category> byType;

    private final Map<String, Source> sources;
    private final Map<String, String> purposes;

    private Catalogue(
            List<Department> departments,
            List<Category> categories,
            Map<String, Source> sources,
            Map<String, String> purposes) {
        this.sources = sources;
        this.purposes = purposes;
        this.departments = index(departments, Department::code);
        this.byCode = index(categories, Category::code);
        this.byType = index(categories, Category::type);
    }

    /**
     * Where a field of a linked subject comes from.
     *
     * @param category of whose records
     * @param item which item
     */
    public record Source(Category category, Item item) {}

    /**
     * {@return the catalogue that the SDL declares}
     *
     * @param registry the SDL, parsed with the names of its files
     * @throws IllegalStateException naming every fault with file and line
     */
    public static Catalogue of(TypeDefinitionRegistry registry) {
        CatalogueReader reader = new CatalogueReader(registry);
        return new Catalogue(
                reader.departments(), reader.categories(), reader.sources(), purposes(reader));
    }

    private static Map<String, String> purposes(CatalogueReader reader) {
        return reader.named(Purpose.class.getSimpleName()) instanceof ItemType.Choice purposes
                ? purposes.labels()
                : Map.of();
    }

    /** {@return all departments, by code} */
    public List<Department> departments() {
        return List.copyOf(departments.values());
    }

    /** {@return code of the department that leads social assistance; empty where none does} */
    public String lead() {
        return departments.values().stream()
                .filter(Department::lead)
                .map(Department::code)
                .findFirst()
                .orElse("");
    }

    /** {@return all categories, by code} */
    public List<Category> categories() {
        return List.copyOf(byCode.values());
    }

    /**
     * {@return the department}
     *
     * @param code such as {@code MZ}
     */
    public Optional<Department> department(String code) {
        return Optional.ofNullable(departments.get(code));
    }

    /**
     * {@return the category}
     *
     * @param code such as {@code MZ01}
     */
    public Optional<Category> category(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * {@return the category whose records have that GraphQL type}
     *
     * @param type such as {@code MinimumLivingAllowance}
     */
    public Optional<Category> categoryOfType(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /**
     * {@return what some category checks under that code}
     *
     * @param code stable, and the same wherever it is used
     */
    public Optional<Check> check(String code) {
        return byCode.values().stream()
                .flatMap(category -> category.checks().stream())
                .filter(check -> check.name().equals(code))
                .findFirst();
    }

    /**
     * {@return the one source of a field of a linked subject (一数一源)}
     *
     * @param field such as {@code Person.name}
     */
    public Optional<Source> source(String field) {
        return Optional.ofNullable(sources.get(field));
    }

    /**
     * {@return the sources of a linked subject's fields, by field}
     *
     * @param type such as {@code Person}
     */
    public SortedMap<String, Source> sources(String type) {
        SortedMap<String, Source> found = new TreeMap<>();
        sources.forEach(
                (field, source) -> {
                    if (field.startsWith(type + ".")) {
                        found.put(field.substring(type.length() + 1), source);
                    }
                });
        return found;
    }

    /**
     * {@return what the purpose is called in Chinese}
     *
     * @param letter such as {@code A}
     */
    Optional<String> purposeName(String letter) {
        return Optional.ofNullable(purposes.get(letter));
    }

    private static <T> Map<String, T> index(List<T> values, Function<T, String> key) {
        return values.stream()
                .collect(Collectors.toMap(key, Function.identity(), (a, b) -> a, TreeMap::new));
    }
}

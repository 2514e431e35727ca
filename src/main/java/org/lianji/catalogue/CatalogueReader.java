package org.lianji.catalogue;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Department;
import org.lianji.items.HouseholdKind;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.items.Level;
import org.lianji.items.Mask;
import org.lianji.items.ParsedValue;
import org.lianji.items.PlaceKind;
import org.lianji.items.Share;
import org.lianji.items.SupportDutyKind;
import org.lianji.items.TextKind;
import org.lianji.items.Values;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the catalogue out of parsed SDL and collects every fault before it complains. */
final class CatalogueReader {

    private static final String DEPARTMENTS = "DepartmentCode";
    private static final Map<String, ItemType> SCALARS =
            Stream.of(ItemType.Scalar.values())
                    .collect(Collectors.toMap(ItemType::sdlName, Function.identity()));

    /** For what the SDL writes, where the day of reading doesn't matter. */
    private static final Values VALUES = new Values(Clock.systemUTC());

    private final TypeDefinitionRegistry registry;
    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, Catalogue.Source> sources = new HashMap<>();
    private final SdlFaults faults = new SdlFaults();
    private final CheckDirectives checks = new CheckDirectives(faults);
    private final Set<String> commonFields;

    CatalogueReader(TypeDefinitionRegistry registry) {
        this.registry = registry;
        this.commonFields = commonFields(registry);
        departmentValues().forEach(this::readDepartment);
        registry.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.hasDirective("category"))
                .forEach(this::readCategory);
        registry.getTypes(ObjectTypeDefinition.class)
                .forEach(
                        type ->
                                type.getFieldDefinitions()
                                        .forEach(field -> readSource(type, field)));
        registry.getTypes(ObjectTypeDefinition.class).forEach(this::checkEndings);
        faults.complain();
    }

    List<Department> departments() {
        return List.copyOf(departments.values());
    }

    List<Category> categories() {
        return List.copyOf(categories.values());
    }

    Map<String, Catalogue.Source> sources() {
        return Map.copyOf(sources);
    }

    private Stream<EnumValueDefinition> departmentValues() {
        Stream<EnumTypeDefinition> base =
                registry.getTypeOrNull(DEPARTMENTS, EnumTypeDefinition.class)
                                instanceof EnumTypeDefinition type
                        ? Stream.of(type)
                        : Stream.empty();
        var extensions = registry.enumTypeExtensions().getOrDefault(DEPARTMENTS, List.of());
        return Stream.concat(base, extensions.stream())
                .flatMap(type -> type.getEnumValueDefinitions().stream());
    }

    private void readDepartment(EnumValueDefinition value) {
        String code = value.getName();
        DirectiveArguments department = DirectiveArguments.of(value, "department");
        if (department == null) {
            faults.add(value, "department " + code + " has no @department");
            return;
        }
        String[] names = faults.names(value, value.getDescription());
        Department read =
                new Department(
                        code,
                        names[0],
                        names[1],
                        department.text("unifiedCode").orElse(""),
                        department.text("duties").orElse(""),
                        department.flag("lead"));
        if (departments.put(code, read) != null) {
            faults.add(value, "department " + code + " is declared twice");
        }
    }

    private void readCategory(ObjectTypeDefinition type) {
        DirectiveArguments arguments = DirectiveArguments.of(type, "category");
        if (arguments == null) {
            return;
        }
        Optional<String> code = arguments.text("code");
        Optional<Department> owner =
                arguments.text("owner").flatMap(name -> Optional.ofNullable(departments.get(name)));
        Optional<Share> share = arguments.text("share").map(Share::valueOf);
        Optional<Level> level = arguments.text("level").map(Level::valueOf);
        Optional<Cadence> cadence = arguments.text("cadence").map(Cadence::valueOf);
        Optional<String> basis = arguments.text("legalBasis");
        require(type, code.isPresent(), "has no code");
        require(type, owner.isPresent(), "has no owner among the departments");
        require(type, share.isPresent(), "has no share attribute");
        require(type, level.isPresent(), "has no level");
        require(type, cadence.isPresent(), "has no cadence");
        require(
                type,
                !share.equals(Optional.of(Share.NOT_SHARED)) || basis.isPresent(),
                "is NOT_SHARED without a legalBasis");
        String[] names = faults.names(type, type.getDescription());
        if (code.isEmpty()
                || owner.isEmpty()
                || share.isEmpty()
                || level.isEmpty()
                || cadence.isEmpty()) {
            return;
        }
        List<Item> items =
                type.getFieldDefinitions().stream()
                        .flatMap(
                                field ->
                                        readItem(
                                                type,
                                                field,
                                                owner.get(),
                                                share.get(),
                                                basis.orElse(null))
                                                .stream())
                        .toList();
        Subject subject = arguments.text("subject").map(Subject::valueOf).orElse(Subject.PERSON);
        Category category =
                new Category(
                        code.get(),
                        type.getName(),
                        names[0],
                        names[1],
                        owner.get(),
                        subject,
                        share.get(),
                        level.get(),
                        cadence.get(),
                        purposes(arguments),
                        basis.orElse(null),
                        items,
                        checks.of(type, subject, items));
        require(
                type,
                categories.put(category.code(), category) == null,
                "repeats the code " + category.code());
    }

    private static Set<Purpose> purposes(DirectiveArguments arguments) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        arguments.texts("purposes").forEach(purpose -> purposes.add(Purpose.valueOf(purpose)));
        return purposes;
    }

    private Optional<Item> readItem(
            ObjectTypeDefinition owner,
            FieldDefinition field,
            Department source,
            Share share,
            @Nullable String basis) {
        String where = owner.getName() + "." + field.getName();
        DirectiveArguments arguments = DirectiveArguments.of(field, "item");
        Optional<Level> level =
                Optional.ofNullable(arguments).flatMap(a -> a.text("level")).map(Level::valueOf);
        boolean list = field.getType() instanceof ListType;
        ItemType type = type(field.getType());
        if (commonFields.contains(field.getName())) {
            faults.add(field, where + " has the name of a common field of records");
        }
        if (arguments == null || level.isEmpty()) {
            faults.add(field, where + " has no level: write @item(level: …)");
            return Optional.empty();
        }
        if (type == null) {
            faults.add(field, where + " has a type that items can't have");
            return Optional.empty();
        }
        Share own = arguments.text("share").map(Share::valueOf).orElse(share);
        String ownBasis =
                own == Share.NOT_SHARED ? arguments.text("legalBasis").orElse(basis) : null;
        if (own == Share.NOT_SHARED && ownBasis == null) {
            faults.add(field, where + " is NOT_SHARED without a legalBasis");
        }
        Item.Limits limits = limits(arguments);
        if (type == ItemType.Scalar.CERTIFICATE_NUMBER && (list || limits.indexed())) {
            faults.add(field, where + " is looked up one by one, and no order tells of it");
        }
        if (type == ItemType.Scalar.STRING
                && limits.text() != TextKind.KEY
                && (limits.indexed() || field.hasDirective("household"))) {
            faults.add(field, where + " is a text that is looked up: write @item(text: KEY)");
        }
        String otherwise = limits.otherwise();
        if (otherwise != null && VALUES.parse(type, otherwise) instanceof ParsedValue.Invalid) {
            faults.add(field, where + " can't be \"" + otherwise + "\" where a row has none");
        }
        String[] names = faults.names(field, field.getDescription());
        return Optional.of(
                new Item(
                        field.getName(),
                        names[0],
                        names[1],
                        type,
                        list,
                        source,
                        own,
                        level.get(),
                        ownBasis,
                        list ? null : Mask.of(arguments.text("mask"), type),
                        limits,
                        role(field)));
    }

    private static Set<String> commonFields(TypeDefinitionRegistry registry) {
        InterfaceTypeDefinition record =
                registry.getTypeOrNull("Record", InterfaceTypeDefinition.class);
        return record == null
                ? Set.of()
                : record.getFieldDefinitions().stream()
                        .map(FieldDefinition::getName)
                        .collect(Collectors.toSet());
    }

    private void readSource(ObjectTypeDefinition type, FieldDefinition field) {
        DirectiveArguments source = DirectiveArguments.of(field, "source");
        if (source == null) {
            return;
        }
        String name = type.getName() + "." + field.getName();
        if (type.hasDirective("category")) {
            faults.add(field, name + " is an item and has no other @source than its owner");
            return;
        }
        Category category = categories.get(source.text("category").orElse(""));
        Optional<Item> item =
                Optional.ofNullable(category).flatMap(c -> c.item(source.text("item").orElse("")));
        if (category == null || item.isEmpty()) {
            faults.add(field, name + " has a @source that is not in the catalogue");
            return;
        }
        oneSource(field, name, new Catalogue.Source(category, item.get()));
    }

    /** A field has one source, and no other field the same (一数一源). */
    private void oneSource(FieldDefinition field, String name, Catalogue.Source source) {
        if (field.getDirectives("source").size() > 1) {
            faults.add(field, name + " has more than one @source");
        }
        sources.forEach(
                (other, taken) -> {
                    if (taken.equals(source)) {
                        faults.add(field, name + " has the @source of " + other);
                    }
                });
        sources.put(name, source);
    }

    private void checkEndings(ObjectTypeDefinition type) {
        RelationEndings endings = new RelationEndings(categories);
        categories.values().stream()
                .filter(category -> category.type().equals(type.getName()))
                .forEach(
                        category ->
                                type.getFieldDefinitions()
                                        .forEach(
                                                field ->
                                                        endings.fault(category, field)
                                                                .ifPresent(
                                                                        what ->
                                                                                faults.add(
                                                                                        field,
                                                                                        what))));
    }

    private static Item.Limits limits(DirectiveArguments item) {
        return new Item.Limits(
                item.flag("required"),
                item.text("otherwise").orElse(null),
                item.flag("indexed"),
                item.flag("future"),
                item.text("text").map(TextKind::valueOf).orElse(TextKind.PROSE),
                item.number("maxLength").map(Double::intValue).orElse(200),
                item.number("length").map(Double::intValue).orElse(null),
                item.number("min").orElse(null),
                item.number("max").orElse(null));
    }

    private Item.@Nullable Role role(FieldDefinition field) {
        DirectiveArguments household = DirectiveArguments.of(field, "household");
        DirectiveArguments place = DirectiveArguments.of(field, "place");
        DirectiveArguments duty = DirectiveArguments.of(field, "supportDuty");
        if (household != null) {
            return new Item.HouseholdNumber(
                    HouseholdKind.valueOf(household.text("kind").orElseThrow()),
                    household.text("relation").orElse(null),
                    RelationEndings.read(household));
        }
        if (place != null) {
            return new Item.Place(
                    PlaceKind.valueOf(place.text("kind").orElseThrow()),
                    RelationEndings.read(place));
        }
        if (duty != null) {
            return new Item.SupportDuty(
                    SupportDutyKind.valueOf(duty.text("kind").orElseThrow()),
                    RelationEndings.read(duty));
        }
        return field.hasDirective("members") ? new Item.Members() : RelationEndings.ends(field);
    }

    private @Nullable ItemType type(Type<?> type) {
        return switch (type) {
            case ListType list -> type(list.getType());
            case NonNullType nonNull -> type(nonNull.getType());
            case TypeName name -> named(name.getName());
            default -> null;
        };
    }

    @Nullable ItemType named(String name) {
        if (SCALARS.containsKey(name)) {
            return SCALARS.get(name);
        }
        EnumTypeDefinition choice = registry.getTypeOrNull(name, EnumTypeDefinition.class);
        if (choice == null) {
            return null;
        }
        Map<String, String> labels = new LinkedHashMap<>();
        choice.getEnumValueDefinitions()
                .forEach(
                        value ->
                                labels.put(
                                        value.getName(),
                                        faults.names(value, value.getDescription())[0]));
        return new ItemType.Choice(name, labels);
    }

    private void require(ObjectTypeDefinition type, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(type, "category " + type.getName() + " " + otherwise);
        }
    }
}

package org.lianji.catalogue;

import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.lianji.items.Item;
import org.lianji.items.ItemType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the schema gets from the categories alone: their common fields, the types of contributed
 * rows, the filters and the orders.
 */
final class DerivedSchema {

    private static final String RECORD = "Record";

    private final Catalogue catalogue;

    DerivedSchema(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Completes the parsed SDL in place. */
    void extend(TypeDefinitionRegistry registry) {
        InterfaceTypeDefinition record =
                registry.getTypeOrNull(RECORD, InterfaceTypeDefinition.class);
        if (record == null) {
            throw new IllegalStateException("The SDL has no interface Record");
        }
        for (Category category : catalogue.categories()) {
            ObjectTypeDefinition type =
                    registry.getTypeOrNull(category.type(), ObjectTypeDefinition.class);
            if (type != null) {
                registry.remove(type);
                registry.add(asRecord(type, record));
            }
        }
        registry.merge(new SchemaParser().parse(sdl()));
    }

    private static ObjectTypeDefinition asRecord(
            ObjectTypeDefinition type, InterfaceTypeDefinition record) {
        List<FieldDefinition> fields = new ArrayList<>(record.getFieldDefinitions());
        fields.addAll(type.getFieldDefinitions());
        return type.transform(
                builder ->
                        builder.implementz(TypeName.newTypeName("Node").build())
                                .implementz(TypeName.newTypeName(RECORD).build())
                                .fieldDefinitions(fields));
    }

    String sdl() {
        return Stream.of(
                        Stream.of(categoryCodes(), recordFilter(), recordOrder(), recordRows()),
                        catalogue.categories().stream().flatMap(this::inputsOf),
                        types(item -> !item.list() && item.type() instanceof ItemType.Choice)
                                .map(DerivedSchema::choiceFilter),
                        types(Item::list).map(DerivedSchema::listFilter))
                .flatMap(parts -> parts)
                .collect(Collectors.joining("\n"));
    }

    private String categoryCodes() {
        return block("信息类代码 / Category code", "enum CategoryCode", category -> category.code());
    }

    private String recordFilter() {
        return block(
                "按信息类写条件 / Conditions, under the category's name",
                "input RecordFilter @oneOf",
                category -> category.field() + ": " + category.type() + "Filter");
    }

    private String recordOrder() {
        return block(
                "按信息类写排序 / Orders, under the category's name",
                "input RecordOrder @oneOf",
                category ->
                        category.ordered()
                                ? category.field() + ": " + category.type() + "Order"
                                : "");
    }

    private String recordRows() {
        return block(
                "一批库记录，写在所属信息类名下 / Rows to contribute, under the category's name",
                "input RecordRows @oneOf",
                category -> category.field() + ": [" + category.type() + "Input!]");
    }

    private String block(String description, String head, Function<Category, String> line) {
        return catalogue.categories().stream()
                .filter(category -> !line.apply(category).isEmpty())
                .map(
                        category ->
                                "  \"%s / %s\"\n  %s\n"
                                        .formatted(
                                                escape(category.nameZh()),
                                                escape(category.nameEn()),
                                                line.apply(category)))
                .collect(
                        Collectors.joining(
                                "", "\"%s\"\n%s {\n".formatted(description, head), "}\n"));
    }

    private Stream<String> inputsOf(Category category) {
        return Stream.of(
                rowInput(category), filter(category), category.ordered() ? order(category) : "");
    }

    private String rowInput(Category category) {
        StringBuilder sdl =
                new StringBuilder(
                        "\"%s：一行 / %s: one row to contribute\"\ninput %sInput @row {\n"
                                .formatted(
                                        escape(category.nameZh()),
                                        escape(category.nameEn()),
                                        category.type()));
        sdl.append(
                """
                  "来源部门的记录编号，类内唯一 / The owner's record number, unique in the category"
                  recordNo: String!
                  "此事实在何时为真 / When this was seen to be so"
                  observedAt: DateTime!
                  "有效期起 / Valid from"
                  validFrom: Date
                  "有效期止 / Valid to"
                  validTo: Date
                """);
        if (category.subject() != Subject.NONE) {
            sdl.append(
                    """
                      "主体的公民身份号码；没有时留空，转人工核实 / ID number of the subject; without one the row is kept for review"
                      idNumber: IdNumber
                      "主体姓名 / Name of the subject"
                      personName: String
                    """);
        }
        category.items()
                .forEach(
                        item ->
                                line(
                                        sdl,
                                        item,
                                        item.name(),
                                        listed(item) + (item.limits().required() ? "!" : "")));
        return sdl.append("}\n").toString();
    }

    private static String filter(Category category) {
        StringBuilder sdl =
                new StringBuilder(
                        "\"%s：条件，写在一起的都要满足 / %s: conditions, all must hold\"\ninput %sFilter {\n"
                                .formatted(
                                        escape(category.nameZh()),
                                        escape(category.nameEn()),
                                        category.type()));
        sdl.append(
                """
                  "都满足 / All of these"
                  and: [%1$sFilter!]
                  "满足其一 / Any of these"
                  or: [%1$sFilter!]
                  "不满足 / Not this"
                  not: %1$sFilter
                  "记录编号 / Record number"
                  recordNo: StringFilter
                  "何时为真 / When it was seen to be so"
                  observedAt: DateTimeFilter
                  "有效期起 / Valid from"
                  validFrom: DateFilter
                  "有效期止 / Valid to"
                  validTo: DateFilter
                  "入库时间，只供来源部门 / When it came in, for the department that contributed it only"
                  receivedAt: DateTimeFilter
                """
                        .formatted(category.type()));
        if (category.subject() != Subject.NONE) {
            sdl.append(
                    """
                      "主体今天的户籍地 / Where the person it is about is registered today"
                      registeredIn: RegionCodeFilter
                      "主体今天的经常居住地 / Where the person it is about lives today"
                      livesIn: RegionCodeFilter
                    """);
        }
        category.items()
                .forEach(
                        item ->
                                line(
                                        sdl,
                                        item,
                                        item.name(),
                                        item.type().sdlName()
                                                + (item.list() ? "ListFilter" : "Filter")));
        return sdl.append("}\n").toString();
    }

    private static String order(Category category) {
        StringBuilder sdl =
                new StringBuilder(
                        "\"%s：按哪一项排序，只写一项 / %s: the item to order by, one only\"\ninput %sOrder @oneOf {\n"
                                .formatted(
                                        escape(category.nameZh()),
                                        escape(category.nameEn()),
                                        category.type()));
        category.items().stream()
                .filter(item -> item.limits().indexed())
                .forEach(item -> line(sdl, item, item.name(), "SortDirection"));
        return sdl.append("}\n").toString();
    }

    private static void line(StringBuilder sdl, Item item, String name, String type) {
        sdl.append(
                "  \"%s / %s\"\n  %s: %s\n"
                        .formatted(escape(item.nameZh()), escape(item.nameEn()), name, type));
    }

    private static String listed(Item item) {
        return item.list() ? "[" + item.type().sdlName() + "!]" : item.type().sdlName();
    }

    private Stream<ItemType> types(Predicate<Item> used) {
        return catalogue.categories().stream()
                .flatMap(category -> category.items().stream())
                .filter(used)
                .map(Item::type)
                .distinct();
    }

    private static String choiceFilter(ItemType choice) {
        return """
        "%1$s 的条件 / Conditions on %1$s"
        input %1$sFilter {
          "等于 / Equal to"
          eq: %1$s
          "其中之一 / One of"
          in: [%1$s!]
          "为空 / Is empty"
          isNull: Boolean
        }
        """
                .formatted(choice.sdlName());
    }

    private static String listFilter(ItemType type) {
        return """
        "%1$s 列表的条件 / Conditions on a list of %1$s"
        input %1$sListFilter {
          "包含 / Contains"
          has: %1$s
          "包含其一 / Contains one of"
          hasAny: [%1$s!]
          "为空 / Is empty"
          isNull: Boolean
        }
        """
                .formatted(type.sdlName());
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}

package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Human;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes conditions and orders for one category, mostly on items that may be compared. */
final class ConditionDice {

    private static final Map<String, String> COMMON =
            Map.of(
                    "observedAt", "DateTime",
                    "receivedAt", "DateTime",
                    "validFrom", "Date",
                    "validTo", "Date",
                    "registeredIn", "RegionCode",
                    "livesIn", "RegionCode");

    private final Dice dice;
    private final World world;
    private final Rule rule;
    private final Kind kind;
    private final List<Part> parts;

    ConditionDice(Dice dice, World world, Rule rule, Kind kind) {
        this.dice = dice;
        this.world = world;
        this.rule = rule;
        this.kind = kind;
        List<Part> open =
                kind.parts().stream().filter(part -> rule.mayCompare(kind, part.name())).toList();
        this.parts = open.isEmpty() || dice.chance(0.1) ? kind.parts() : open;
    }

    Map<String, Object> where(int depth) {
        Map<String, Object> where = new LinkedHashMap<>();
        int count = dice.between(1, 2);
        for (int i = 0; i < count; i++) {
            int choice = depth == 0 ? 0 : dice.below(10);
            switch (choice) {
                case 6 -> where.put("not", where(depth - 1));
                case 7, 8 -> where.put("or", several(depth));
                case 9 -> where.put("and", several(depth));
                default -> {
                    if (dice.chance(0.1)) {
                        where.put("recordNo", operators("recordNo", "String", false, List.of()));
                    } else if (dice.chance(0.1)) {
                        String common = common();
                        where.put(common, operators(common, COMMON.get(common), false, List.of()));
                    } else {
                        Part part = dice.one(parts);
                        where.put(
                                part.name(),
                                operators(part.name(), part.type(), part.list(), part.choices()));
                    }
                }
            }
        }
        return where;
    }

    /** A field that all records have, mostly one that may be compared. */
    private String common() {
        String name =
                dice.one(
                        "observedAt",
                        "receivedAt",
                        "validFrom",
                        "validTo",
                        "registeredIn",
                        "livesIn");
        boolean person = name.equals("registeredIn") || name.equals("livesIn");
        boolean possible = !(person && kind.aboutNoOne());
        boolean allowed =
                switch (name) {
                    case "receivedAt" -> rule.all(kind);
                    case "registeredIn" -> rule.tellsSomebodysPlace("REGISTRATION");
                    case "livesIn" -> rule.tellsSomebodysPlace("LIVING");
                    default -> true;
                };
        return possible && (allowed || dice.chance(0.1)) ? name : "observedAt";
    }

    private List<Object> several(int depth) {
        List<Object> several = new ArrayList<>();
        int count = dice.chance(0.05) ? 0 : dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            several.add(where(depth - 1));
        }
        return several;
    }

    Map<String, Object> orderBy() {
        List<Part> orderable =
                (dice.chance(0.1) ? kind.parts() : parts).stream().filter(Part::indexed).toList();
        return orderable.isEmpty()
                ? Map.of()
                : Map.of(dice.one(orderable).name(), new Ask.Word(dice.one("ASC", "DESC")));
    }

    private Map<String, Object> operators(
            String item, String type, boolean list, List<String> choices) {
        String operator = dice.one(possible(type, list, choices));
        Object operand =
                switch (operator) {
                    case "isNull" -> dice.chance(0.5);
                    case "in", "hasAny" ->
                            List.of(operand(item, type, choices), operand(item, type, choices));
                    case "startsWith" -> beginning(operand(item, type, choices).toString());
                    default -> operand(item, type, choices);
                };
        return spoiled(operator, operand);
    }

    /** Some compare with nothing; which, takes no throw of the dice. */
    private static Map<String, Object> spoiled(String operator, Object operand) {
        return switch (Math.floorMod(operand.toString().hashCode(), 100)) {
            case 0 -> Map.of();
            case 1 -> Collections.singletonMap(operator, null);
            default -> Map.of(operator, operand);
        };
    }

    private static List<String> possible(String type, boolean list, List<String> choices) {
        if (list) {
            return List.of("has", "hasAny", "isNull");
        }
        if (type.equals("CertificateNumber")) {
            return List.of("eq");
        }
        if (!choices.isEmpty() || type.equals("IdNumber")) {
            return List.of("eq", "in", "isNull");
        }
        return switch (type) {
            case "String", "UnifiedCode" -> List.of("eq", "in", "startsWith", "isNull");
            case "Boolean" -> List.of("eq", "isNull");
            case "RegionCode" -> List.of("eq", "in", "within", "within", "isNull");
            default -> List.of("eq", "in", "lt", "lte", "gt", "gte", "isNull");
        };
    }

    /** A value that occurs, whoever may see it: the stuff that oracles are made of. */
    private Object operand(String item, String type, List<String> choices) {
        List<Object> occurring =
                world.facts().stream()
                        .filter(fact -> fact.category().equals(kind.code()))
                        .map(fact -> value(fact, item))
                        .flatMap(
                                value ->
                                        value instanceof List<?> list
                                                ? list.stream()
                                                : java.util.stream.Stream.ofNullable(value))
                        .map(Object.class::cast)
                        .toList();
        Object value = occurring.isEmpty() ? null : dice.one(occurring);
        return switch (value) {
            case null -> invented(type, choices);
            case String text when type.equals("IdNumber") ->
                    new Ask.Number(
                            world.human(text).map(Human::idNumber).orElse(World.CITIZEN_NUMBER));
            case String text when type.equals("CertificateNumber") -> new Ask.Number(text);
            case String text when !choices.isEmpty() -> new Ask.Word(text);
            case Long fen when type.equals("Money") -> BigDecimal.valueOf(fen, 2).toPlainString();
            case Long number -> number.intValue();
            case LocalDate day -> day.toString();
            case OffsetDateTime time ->
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            time.withOffsetSameInstant(
                                    ZoneOffset.ofHours(dice.one(8, 8, 0, -3, 14))));
            case String text when type.equals("String") -> otherDots(text);
            default -> value;
        };
    }

    private String beginning(String text) {
        return text.substring(0, Math.min(text.length(), dice.one(1, 2)));
    }

    private String otherDots(String text) {
        return text.replaceAll("[·•・‧･]", dice.one("·", "•", "・", "‧", "･"));
    }

    private @Nullable Object value(Fact fact, String item) {
        return switch (item) {
            case "recordNo" -> fact.recordNo();
            case "observedAt" -> fact.observedAt();
            case "receivedAt", "validFrom", "validTo" -> fact.fields().get(item);
            case "registeredIn" -> rule.placeOf(fact.person(), "REGISTERED_IN");
            case "livesIn" -> rule.placeOf(fact.person(), "RESIDES_IN");
            default -> fact.values().get(item);
        };
    }

    private Object invented(String type, List<String> choices) {
        if (!choices.isEmpty()) {
            return new Ask.Word(dice.one(choices));
        }
        return switch (type) {
            case "Int" -> dice.below(10);
            case "Float" -> dice.below(400) / 2.0;
            case "Boolean" -> dice.chance(0.5);
            case "Money" -> dice.below(5000) + ".50";
            case "Date" -> "2020-01-01";
            case "DateTime" -> "2020-01-01T00:00:00+08:00";
            case "YearMonth" -> "2020-01";
            case "RegionCode" -> dice.one(Places.SAID);
            case "UnifiedCode" -> dice.unifiedCode();
            case "IdNumber" -> new Ask.Number(dice.one(world.humans()).idNumber());
            case "CertificateNumber" -> new Ask.Number(dice.one(world.humans()).idNumber() + "11");
            default -> "阿";
        };
    }
}

package org.lianji.catalogue;

import graphql.language.Directive;
import graphql.language.ObjectTypeDefinition;

import org.lianji.items.Check;
import org.lianji.items.CheckReader;
import org.lianji.items.Item;
import org.lianji.items.ItemType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what categories check of a row: {@code @check} on their types. */
final class CheckDirectives {

    private final SdlFaults faults;
    private final Map<String, Check> known = new HashMap<>();

    CheckDirectives(SdlFaults faults) {
        this.faults = faults;
    }

    /** The common columns are those of {@code contribution}, of which a rule may speak as well. */
    private static Map<String, CheckReader.Column> columns(Subject subject, List<Item> items) {
        Map<String, CheckReader.Column> columns = new HashMap<>();
        columns.put("observedAt", new CheckReader.Column(ItemType.Scalar.DATE_TIME, false));
        columns.put("validFrom", new CheckReader.Column(ItemType.Scalar.DATE, false));
        columns.put("validTo", new CheckReader.Column(ItemType.Scalar.DATE, false));
        if (subject != Subject.NONE) {
            columns.put("idNumber", new CheckReader.Column(ItemType.Scalar.ID_NUMBER, false));
        }
        items.forEach(
                item -> columns.put(item.name(), new CheckReader.Column(item.type(), item.list())));
        return columns;
    }

    List<Check> of(ObjectTypeDefinition type, Subject subject, List<Item> items) {
        Map<String, CheckReader.Column> columns = columns(subject, items);
        List<Check> read = new ArrayList<>();
        for (Directive directive : type.getDirectives("check")) {
            check(type, directive, columns).ifPresent(read::add);
        }
        return read;
    }

    /** A code means one thing, in whatever category it is found. */
    private Optional<Check> check(
            ObjectTypeDefinition type,
            Directive directive,
            Map<String, CheckReader.Column> columns) {
        DirectiveArguments arguments = DirectiveArguments.of(directive);
        String code = arguments.text("code").orElse("");
        String rule = arguments.text("rule").orElse("");
        String[] message = faults.names(directive, arguments.text("message").orElse(""));
        try {
            Check check =
                    new Check(
                            code,
                            message[0],
                            message[1],
                            arguments.text("item").orElse(""),
                            CheckReader.read(rule, columns));
            Check other = known.putIfAbsent(code, check);
            if (!columns.containsKey(check.item())) {
                faults.add(directive, "check " + code + " points at no item");
            } else if (other != null && !other.zh().equals(check.zh())) {
                faults.add(directive, "check " + code + " says something else elsewhere");
            }
            return Optional.of(check);
        } catch (IllegalArgumentException e) {
            faults.add(directive, "check " + code + " of " + type.getName() + " " + e.getMessage());
            return Optional.empty();
        }
    }
}

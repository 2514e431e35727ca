package org.lianji.identity;

import org.lianji.access.Grant;
import org.lianji.access.PopulationCypher;
import org.lianji.people.KnownNames;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What shows of a person {@code p} to a department: of the register what its grants give in clear,
 * and what it has contributed itself.
 *
 * @param registered items of the register that show, by name; empty where there is nothing
 * @param ownName as the department itself has it
 * @param phones as the department itself has them
 * @param households the department's own numbers of the person's households
 */
record VisiblePerson(
        Map<String, String> registered,
        String ownName,
        List<String> phones,
        List<String> households) {

    /** Items of the register that are compared. */
    static final List<String> REGISTERED =
            List.of(KnownNames.REGISTERED_NAME, "birthDate", "sex", "hukouRegion");

    VisiblePerson {
        registered = Map.copyOf(registered);
        phones = List.copyOf(phones);
        households = List.copyOf(households);
    }

    /**
     * {@return the columns {@code registered}, {@code names}, {@code phones} and {@code
     * households}; they take {@link #parameters}}
     *
     * @param register type of the register's records
     */
    static String columns(String register) {
        String items =
                REGISTERED.stream()
                        .map(
                                item ->
                                        "CASE WHEN %s THEN coalesce(toString(g.`%s`), '') END"
                                                .formatted(
                                                        PopulationCypher.covered(
                                                                "p", "$scope_" + item),
                                                        item))
                        .collect(Collectors.joining(", "));
        return """
        head(COLLECT { OPTIONAL MATCH (p)<-[:ABOUT]-(g:Record:`%s`) WITH g ORDER BY g.observedAt DESC LIMIT 1 RETURN [%s] }) AS registered,
          COLLECT { MATCH (p)<-[:ABOUT]-(o:Record) WHERE o.department = $department AND o.personName IS NOT NULL
            RETURN o.personName ORDER BY o.observedAt DESC LIMIT 1 } AS names,
          COLLECT { MATCH (p)<-[:ABOUT]-(o:Record) WHERE o.department = $department AND o.phone IS NOT NULL
            RETURN DISTINCT o.phone } AS phones,
          COLLECT { MATCH (p)-[:MEMBER_OF]->(h:Household) WHERE h.owner = $department RETURN DISTINCT h.number } AS households
        """
                .formatted(register, items);
    }

    static Map<String, Object> parameters(Grant register, String department) {
        Map<String, Object> parameters = new HashMap<>();
        REGISTERED.forEach(
                item ->
                        parameters.put(
                                "scope_" + item, PopulationCypher.rows(register.clear(item))));
        parameters.put("department", department);
        return parameters;
    }

    static VisiblePerson of(Record row) {
        Map<String, String> registered = new HashMap<>();
        List<Object> values = row.get("registered").asList();
        for (int i = 0; i < REGISTERED.size(); i++) {
            if (values.get(i) instanceof String value) {
                registered.put(REGISTERED.get(i), value);
            }
        }
        List<String> names = row.get("names").asList(Value::asString);
        return new VisiblePerson(
                registered,
                names.isEmpty() ? "" : names.getFirst(),
                row.get("phones").asList(Value::asString),
                row.get("households").asList(Value::asString));
    }

    /** {@return what shows and is there; empty otherwise} */
    String item(String name) {
        return registered.getOrDefault(name, "");
    }

    /** {@return the name that shows: the register's, else the department's own} */
    String name() {
        String name = item(KnownNames.REGISTERED_NAME);
        return name.isEmpty() ? ownName : name;
    }

    /** {@return that household of theirs, else any} */
    String household(String number) {
        return thatOrAny(households, number);
    }

    /** {@return that telephone of theirs, else any} */
    String phone(String number) {
        return thatOrAny(phones, number);
    }

    private static String thatOrAny(List<String> all, String that) {
        return all.contains(that) ? that : all.stream().sorted().findFirst().orElse("");
    }

    /** {@return by what they are found, of what shows} */
    PersonKeys keys() {
        return new PersonKeys(
                some(name()),
                some(item("hukouRegion")),
                some(item("birthDate")),
                some(item("sex")),
                phones);
    }

    private static List<String> some(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    /** {@return names of the items that show, and are there or not} */
    List<String> shown(boolean there) {
        return REGISTERED.stream()
                .filter(
                        item ->
                                registered.containsKey(item)
                                        && registered.getOrDefault(item, "").isEmpty() != there)
                .toList();
    }
}

package org.lianji.identity;

import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.people.HouseholdKey;
import org.lianji.people.KnownNames;
import org.neo4j.driver.Value;

import java.util.function.Predicate;

/**
 * What a record says of whom it is about; empty where it says nothing.
 *
 * @param name as its department wrote it
 * @param birthDate where it has one
 * @param sex where it has one
 * @param phone where it has one
 * @param place the first region that it names
 * @param household the department's number
 * @param householdKey the household in the graph
 */
record SubmittedRow(
        String name,
        String birthDate,
        String sex,
        String phone,
        String place,
        String household,
        String householdKey) {

    /** A record that says nothing. */
    static final SubmittedRow NOTHING = new SubmittedRow("", "", "", "", "", "", "");

    static SubmittedRow of(Category category, Value record) {
        boolean register = category.code().equals(KnownNames.REGISTER);
        String said = text(record, "personName");
        String household =
                first(category, record, item -> item.role() instanceof Item.HouseholdNumber);
        return new SubmittedRow(
                said.isEmpty() && register ? text(record, KnownNames.REGISTERED_NAME) : said,
                item(category, record, "birthDate"),
                item(category, record, "sex"),
                item(category, record, "phone"),
                first(category, record, item -> item.type() == ItemType.Scalar.REGION_CODE),
                household,
                household.isEmpty() ? "" : key(category, household));
    }

    /** {@return the same with what its number tells} */
    SubmittedRow numbered(String number) {
        return new SubmittedRow(
                name,
                String.join(
                        "-",
                        number.substring(6, 10),
                        number.substring(10, 12),
                        number.substring(12, 14)),
                number.charAt(16) % 2 == 0 ? "FEMALE" : "MALE",
                phone,
                place,
                household,
                householdKey);
    }

    /** {@return by what it is looked for without a number} */
    PersonKeys keys() {
        return PersonKeys.of(name, place, birthDate, sex, phone);
    }

    /** {@return what an item of that name says, in whichever category has it} */
    private static String item(Category category, Value record, String name) {
        return first(category, record, item -> item.name().equals(name));
    }

    private static String key(Category category, String number) {
        return category.items().stream()
                .filter(item -> item.role() instanceof Item.HouseholdNumber)
                .map(
                        item ->
                                new HouseholdKey(
                                                ((Item.HouseholdNumber) item.role()).kind(),
                                                category.owner().code(),
                                                number)
                                        .key())
                .findFirst()
                .orElse("");
    }

    private static String first(Category category, Value record, Predicate<Item> which) {
        return category.items().stream()
                .filter(item -> !item.list() && which.test(item))
                .map(item -> text(record, item.name()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(Value record, String name) {
        return record.get(name).isNull() ? "" : String.valueOf(record.get(name).asObject());
    }
}

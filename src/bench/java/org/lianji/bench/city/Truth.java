package org.lianji.bench.city;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What no department is told: who is who, who lives with whom, what was planted and spoilt. */
final class Truth implements AutoCloseable {

    private final CsvFile people;
    private final CsvFile households;
    private final CsvFile planted;
    private final CsvFile errors;

    Truth(Path folder) {
        people =
                new CsvFile(
                        folder.resolve("people.csv"),
                        "idNumber,name,sex,birthDate,nation,registered,hukouNo,hukouRegion,"
                                + "familyNo,liveRegion,diedOn,departments");
        households =
                new CsvFile(
                        folder.resolve("households.csv"),
                        "householdNo,kind,region,members,aid,watched,incomeAHead,departments");
        planted =
                new CsvFile(
                        folder.resolve("planted.csv"),
                        "kind,idNumber,householdNo,records,explanation");
        errors =
                new CsvFile(
                        folder.resolve("errors.csv"),
                        "category,recordNo,kind,idNumber,writtenIdNumber,"
                                + "personName,writtenPersonName");
    }

    void add(Kin kin, Rows rows) {
        kin.people().forEach(person -> person(kin, person, rows));
        for (String no : kin.households()) {
            List<Person> members = kin.household(no);
            String region = members.getFirst().hukou().village().code();
            household(no, "REGISTERED", region, members, "", "", "", rows);
        }
        for (Family family : kin.families()) {
            household(
                    family.no(),
                    "LIVING_TOGETHER",
                    family.inCity() ? family.village().code() : "",
                    family.members(),
                    family.aid().kind().name(),
                    String.valueOf(family.aid().watched()),
                    Text.yuan(family.incomeAHead()),
                    rows);
        }
        for (Planted p : rows.planted()) {
            planted.line(
                    p.kind().name(), p.idNumber(), p.household(), p.records(), p.explanation());
        }
    }

    void spoilt(Row right, Dirt.Spoilt spoilt) {
        Row wrong = spoilt.row();
        errors.line(
                right.category(),
                right.no(),
                spoilt.kind().name(),
                right.idNumber(),
                wrong.idNumber(),
                right.name(),
                wrong.name());
    }

    private void person(Kin kin, Person person, Rows rows) {
        people.line(
                person.id(),
                person.name(),
                person.being().sex().name(),
                person.birth().toString(),
                person.identity().nation().name(),
                String.valueOf(person.registered()),
                person.hukou().no(),
                person.registered() ? person.hukou().village().code() : "",
                kin.familyOf(person).no(),
                person.inCity() ? person.place().village().code() : "",
                person.alive() ? "" : person.being().died().toString(),
                String.join(";", rows.departments(person)));
    }

    private void household(
            String no,
            String kind,
            String region,
            List<Person> members,
            String aid,
            String watched,
            String income,
            Rows rows) {
        List<Person> living = members.stream().filter(Person::alive).toList();
        var departments = new TreeSet<String>();
        living.forEach(person -> departments.addAll(rows.departments(person)));
        String ids = living.stream().map(Person::id).collect(Collectors.joining(";"));
        households.line(no, kind, region, ids, aid, watched, income, String.join(";", departments));
    }

    @Override
    public void close() {
        people.close();
        households.close();
        planted.close();
        errors.close();
    }
}

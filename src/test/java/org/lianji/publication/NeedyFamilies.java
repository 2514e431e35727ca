package org.lianji.publication;

import static org.lianji.charity.Charities.done;

import org.lianji.Hub;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.texts.IdNumbers;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Families of a county, and what its officers state of their needs. */
final class NeedyFamilies {

    private static final int MOST_PERSONS = 20;

    private final Hub hub;
    private final Monitored city;
    private final LocalDate today;
    private final Iterator<String> numbers;
    private int records;

    NeedyFamilies(Hub hub, Monitored city, LocalDate today) {
        this.hub = hub;
        this.city = city;
        this.today = today;
        this.numbers =
                IntStream.range(571, 1_000)
                        .boxed()
                        .flatMap(
                                i ->
                                        "0123456789X"
                                                .chars()
                                                .mapToObj(c -> "15262719580103" + i + (char) c))
                        .filter(number -> IdNumbers.in(number, today).isPresent())
                        .iterator();
    }

    /** Somebody, as an officer of the county knows them; the first is who the citizen is. */
    record Member(String idNumber, String person, Reason matter) {}

    /** {@return one person of each of so many families that are new in the township} */
    List<Member> families(int count) {
        return members(IntStream.range(0, count).mapToObj(i -> "H" + (records + i)).toList());
    }

    /** {@return a person of each of these households, by the households' numbers} */
    List<Member> members(List<String> households) {
        List<String> all = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String household : households) {
            String number = numbers.next();
            all.add(number);
            rows.add(row(number, household));
        }
        city.contribute("GA01", rows);
        List<Member> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_PERSONS) {
            List<String> some = all.subList(from, Math.min(from + MOST_PERSONS, all.size()));
            Reason matter = hub.matter("MZ-COUNTY", some.toArray(String[]::new));
            some.forEach(
                    number -> found.add(new Member(number, city.token("GA01", number), matter)));
        }
        return found;
    }

    private Map<String, Object> row(String idNumber, String household) {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", String.valueOf(++records));
        row.put("observedAt", today.minusDays(40) + "T00:00:00+08:00");
        row.put("idNumber", idNumber);
        row.put("hukouNo", household);
        row.put("relationToHead", "HEAD");
        row.put("hukouRegion", "150924106001");
        row.put("name", "某");
        row.put("sex", idNumber.charAt(16) % 2 == 0 ? "FEMALE" : "MALE");
        row.put("birthDate", "1958-01-03");
        return row;
    }

    /** {@return the need of each: care for some hours, but for what is other} */
    List<JsonNode> state(List<Member> members, Map<String, Object> other) {
        return members.stream().map(member -> state(member, other)).toList();
    }

    JsonNode state(Member member, Map<String, Object> other) {
        Map<String, Object> input = new HashMap<>();
        input.put("basis", member.matter().basis());
        input.put("person", member.person());
        input.put("kind", "DAILY_CARE");
        input.put("quantity", 4);
        input.put("urgency", "SOON");
        input.put("hardship", "OLD_AGE");
        input.put("until", today.plusDays(60).toString());
        input.putAll(other);
        return done(
                hub.ask(
                        "MZ-COUNTY",
                        "mutation ($input: HelpNeedInput!) { stateNeed(input: $input) { id version"
                                + " } }",
                        Map.of("input", input)),
                "stateNeed");
    }
}

package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One or two registered households and the families in which their people live: the unit that is
 * made and written at a time, and that depends on no other.
 *
 * @param stillPaid indexes of the dead whose payments nobody stopped
 */
record Kin(long no, List<Person> people, List<Family> families, Set<Integer> stillPaid) {

    Optional<Person> person(int index) {
        return index == Being.NOBODY ? Optional.empty() : Optional.of(people.get(index));
    }

    Family familyOf(Person person) {
        return families.stream()
                .filter(family -> family.members().stream()
                        .anyMatch(member -> member.index() == person.index()))
                .findFirst()
                .orElseThrow();
    }

    List<Person> household(String hukouNo) {
        return people.stream().filter(person -> person.hukou().no().equals(hukouNo)).toList();
    }

    List<String> households() {
        return people.stream()
                .map(person -> person.hukou().no())
                .filter(no -> !no.isEmpty())
                .distinct()
                .toList();
    }

    /** The last day a payment to the person covers; empty while it runs, rightly or not. */
    Optional<LocalDate> paidUntil(Person person, Today today) {
        if (person.alive() || stillPaid.contains(person.index())) {
            return Optional.empty();
        }
        LocalDate died = person.being().died();
        LocalDate end = died.withDayOfMonth(died.lengthOfMonth());
        return Optional.of(Today.earlier(end, today.yesterday()));
    }

    /** Who looks after the person: a parent, the spouse, or another adult of the family. */
    Optional<Person> guardian(Person person, Today today) {
        return person(person.being().mother())
                .or(() -> person(person.being().father()))
                .or(() -> person(person.being().spouse()))
                .or(() -> people.stream()
                        .filter(other -> other.alive() && today.age(other.birth()) >= 18)
                        .filter(other -> other.index() != person.index())
                        .findFirst())
                .filter(Person::alive);
    }
}

package org.lianji.bench.city;

import java.util.List;
import java.util.function.Predicate;

/**
 * People who live together, whatever their registration.
 *
 * @param members those who died lately among them, oldest registration first
 * @param income CNY a month of all who live
 */
record Family(String no, List<Person> members, double income, Aid aid) {

    List<Person> living() {
        return members.stream().filter(Person::alive).toList();
    }

    /** Who applies for the family: the first adult, or who is left. */
    Person applicant(Today today) {
        return members.stream()
                .filter(person -> person.alive() && today.age(person.birth()) >= 18)
                .findFirst()
                .orElseGet(() -> living().isEmpty() ? members.getFirst() : living().getFirst());
    }

    boolean rural() {
        return members.getFirst().rural();
    }

    boolean registered() {
        return members.getFirst().registered();
    }

    boolean inCity() {
        return members.stream().anyMatch(Person::inCity);
    }

    /** The village it lives in; of a family outside the city, that of registration. */
    Village village() {
        return members.stream()
                .filter(Person::inCity)
                .findFirst()
                .orElse(members.getFirst())
                .place()
                .village();
    }

    County county() {
        return village().county();
    }

    double incomeAHead() {
        return income / Math.max(1, living().size());
    }

    int standard() {
        return Standards.dibao(county(), rural());
    }

    boolean anyone(Predicate<Person> test) {
        return members.stream().anyMatch(person -> person.alive() && test.test(person));
    }
}

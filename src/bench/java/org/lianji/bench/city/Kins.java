package org.lianji.bench.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes kins, one after another. */
final class Kins {

    private static final double NEWCOMERS = 0.03;
    private static final double UNNOTICED_DEATHS = 0.12;

    private final Today today;
    private final Regions regions;
    private final Registrar registrar;
    private final Healths healths;
    private final Schools schools;
    private final Works works;
    private final Aids aids;

    Kins(Today today, Regions regions) {
        this.today = today;
        this.regions = regions;
        this.registrar = new Registrar(new IdNumbers(today.date()), regions);
        this.healths = new Healths(today);
        this.schools = new Schools(today);
        this.works = new Works(today);
        this.aids = new Aids(today);
    }

    Kin make(long no, Dice dice) {
        boolean newcomers = dice.chance(NEWCOMERS);
        Village home = regions.registration(dice);
        if (newcomers) {
            home = regions.town(home.county(), dice);
        }
        var tree = new Tree(today, dice.split());
        int households = newcomers ? newcomers(tree, dice) : registered(tree, dice);
        List<Being> beings = tree.beings();
        List<Identity> identities = registrar.register(beings, home, newcomers, dice.split());
        var residences = new Residences(today, regions, dice.split(), beings, home);
        residences = newcomers ? residences.newcomers() : residences.registered(households);
        List<Village> villages = villages(home, households, dice);
        var people = new ArrayList<Person>();
        Dice life = dice.split();
        for (Being being : beings) {
            Village village = villages.get(being.household());
            String hukouNo = newcomers ? "" : "H" + number(village, no, being.household());
            Hukou hukou = new Hukou(hukouNo, village);
            Place place = residences.place(being.index());
            people.add(person(being, identities.get(being.index()), hukou, place, life));
        }
        List<Family> families = families(no, people, residences, households, dice.split());
        return new Kin(no, people, families, stillPaid(people, dice.split()));
    }

    private static int newcomers(Tree tree, Dice dice) {
        Shape shape = Shape.ofNewcomers(dice);
        shape.grow(tree, dice, shape.age(dice));
        return 1;
    }

    private static int registered(Tree tree, Dice dice) {
        Shape shape = Shape.any(dice);
        int age = shape.age(dice);
        int elder = shape.grow(tree, dice, age);
        if (!shape.elders() || !dice.chance(0.5)) {
            return 1;
        }
        tree.nextHousehold();
        int ageOfChild = age - dice.bell(21, 33);
        int child = Shape.ofTheYoung(ageOfChild, dice).grow(tree, dice, ageOfChild);
        Being parent = tree.beings().get(elder);
        boolean father = parent.sex() == Sex.MALE;
        tree.adopt(child, father ? elder : parent.spouse(), father ? parent.spouse() : elder);
        return 2;
    }

    /** A young household of villagers is now and then registered in town, where it lives. */
    private List<Village> villages(Village home, int households, Dice dice) {
        return households == 1 || !dice.chance(0.1)
                ? List.of(home, home)
                : List.of(home, regions.town(home.county(), dice));
    }

    private Person person(Being being, Identity identity, Hukou hukou, Place place, Dice dice) {
        Health health = healths.of(being, dice);
        var school = schools.of(being, health, !hukou.village().urban(), dice);
        Work work = works.of(being, place, hukou.village(), health, school, dice);
        return new Person(being, identity, hukou, place, health, school, work);
    }

    private List<Family> families(
            long no, List<Person> people, Residences where, int households, Dice dice) {
        Map<Integer, List<Person>> together = new TreeMap<>();
        for (Person person : people) {
            together.computeIfAbsent(where.family(person.index()), f -> new ArrayList<>()).add(person);
        }
        var families = new ArrayList<Family>();
        together.forEach((index, members) -> {
            String familyNo = "F" + number(members.getFirst().place().village(), no, index);
            double income = members.stream()
                    .filter(Person::alive)
                    .mapToDouble(person -> person.work().income())
                    .sum();
            boolean alone = households == 1 && together.size() == 1;
            Aid aid = aids.decide(familyNo, members, income, alone, dice);
            families.add(new Family(familyNo, List.copyOf(members), income, aid));
        });
        return families;
    }

    private Set<Integer> stillPaid(List<Person> people, Dice dice) {
        var unnoticed = new HashSet<Integer>();
        for (Person person : people) {
            boolean longAgo = !person.alive() && person.being().died().isBefore(today.ago(100));
            if (dice.chance(UNNOTICED_DEATHS) && longAgo) {
                unnoticed.add(person.index());
            }
        }
        return unnoticed;
    }

    /** County, kin, and position within it: unique in the city. */
    private static String number(Village village, long kin, int index) {
        return village.county().code() + String.valueOf(100_000_000L + kin).substring(1) + index;
    }
}

package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Orphans, children nobody looks after, children in hardship. */
final class ChildRows implements Source {

    private static final Odds STATES =
            Odds.of(
                    "LOST_CONTACT 34, IMPRISONED 24, SEVERELY_DISABLED 18, SERIOUSLY_ILL 12, DEAD"
                            + " 12");
    private static final Odds HARM = Odds.of("NEGLECT 60, BULLYING 20, ABUSE 10, ACCIDENT 10");
    private static final List<String> SUPERVISORS =
            List.of("王丽华", "李建国", "张秀梅", "刘志强", "乌云其其格", "赵海霞", "苏和", "高文斌");

    /** Days since guardians who no longer can be one ceased to be. */
    private static final int UNABLE_FOR = 30;

    private final Today today;

    ChildRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            for (Person person : family.living()) {
                if (today.age(person.birth()) < 18 && person.registered() && person.inCity()) {
                    child(kin, family, person, rows, dice);
                }
            }
        }
    }

    private void child(Kin kin, Family family, Person child, Rows rows, Dice dice) {
        boolean noParents =
                child.being().father() == Being.NOBODY && child.being().mother() == Being.NOBODY;
        if (noParents && dice.chance(0.6)) {
            boolean orphan = dice.chance(0.3);
            String type =
                    orphan
                            ? "ORPHAN_IN_SOCIETY"
                            : dice.chance(0.75) ? "DE_FACTO_UNATTENDED" : "GUARDIANSHIP_HARDSHIP";
            row(kin, child, type, orphan ? "DEAD" : STATES.draw(dice), 1550, rows, dice);
        } else if (child.health().unableToWork() && dice.chance(0.55)) {
            row(kin, child, "OWN_HARDSHIP", "FULFILLING", 620, rows, dice);
        } else if (family.aid().dibao() && dice.chance(0.2)) {
            row(kin, child, "FAMILY_HARDSHIP", "FULFILLING", 0, rows, dice);
        }
    }

    private void row(
            Kin kin, Person child, String type, String state, double amount, Rows rows, Dice dice) {
        LocalDate from = Today.later(today.ago(dice.between(60, 1600)), child.birth().plusDays(40));
        from = Today.earlier(from, today.yesterday());
        Optional<Person> guardian = kin.guardian(child, today);
        Optional<Person> unable = guardian.filter(ChildRows::unable);
        rows.addUntil(
                "MZ07",
                child,
                today.lately(40, dice),
                from,
                unable.map(one -> today.ago(UNABLE_FOR)).filter(from::isBefore),
                type,
                guardian.map(Person::id),
                guardian.isPresent() ? "FULFILLING" : state,
                amount > 0 ? Text.yuan(amount) : "",
                dice.pick(SUPERVISORS),
                type.equals("GUARDIANSHIP_HARDSHIP") && dice.chance(0.5) ? HARM.draw(dice) : "");
        unable.ifPresent(one -> ended(child, type, one, rows, dice));
    }

    /** A guardian who can be one no longer: the guardianship ends, the child is without. */
    private void ended(Person child, String type, Person guardian, Rows rows, Dice dice) {
        rows.add(
                "MZ07",
                child,
                today.lately(20, dice),
                today.ago(UNABLE_FOR),
                type.startsWith("ORPHAN") ? type : "DE_FACTO_UNATTENDED",
                guardian.id(),
                guardian.health().seriouslyIll() ? "SERIOUSLY_ILL" : "SEVERELY_DISABLED",
                Text.yuan(1550),
                dice.pick(SUPERVISORS),
                "");
    }

    private static boolean unable(Person guardian) {
        return guardian.health().seriouslyIll() || guardian.health().severelyDisabled();
    }
}

package org.lianji.bench.city;

import java.util.Optional;

/** Understands who falls ill or becomes disabled: the old more than the young. */
final class Healths {

    private static final Odds TYPES =
            Odds.of(
                    "PHYSICAL 52, VISUAL 10, HEARING 12, SPEECH 2, INTELLECTUAL 9, MENTAL 8,"
                            + " MULTIPLE 7");
    private static final Odds TYPES_OF_CHILDREN =
            Odds.of(
                    "PHYSICAL 32, VISUAL 5, HEARING 12, SPEECH 8, INTELLECTUAL 30, MENTAL 8,"
                            + " MULTIPLE 5");
    private static final Odds GRADES = Odds.of("1 14, 2 27, 3 29, 4 30");
    private static final Odds SERIOUS =
            Odds.of(
                    """
                    MALIGNANT_TUMOUR 34, STROKE 28, END_STAGE_RENAL 8, MYOCARDIAL_INFARCTION 9,
                    LEUKAEMIA_LYMPHOMA 3, ORGAN_TRANSPLANT 1, APLASTIC_ANAEMIA 1, PNEUMOCONIOSIS 2,
                    PARKINSON 4, RHEUMATOID_LUPUS 5, OTHER_SERIOUS 5\
                    """);
    private static final Odds SERIOUS_OF_CHILDREN =
            Odds.of(
                    """
                    LEUKAEMIA_LYMPHOMA 30, CONGENITAL_HEART 35, CONGENITAL_MALFORMATION 15,
                    HAEMOPHILIA 5,
                    RARE 15\
                    """);
    private static final Odds CHRONIC =
            Odds.of(
                    """
                    HYPERTENSION 46, DIABETES 22, CORONARY 12, COPD 8, CHRONIC_LIVER 4, EYE 4,
                    TUBERCULOSIS 1, RHEUMATIC_HEART 2, OTHER_CHRONIC 6\
                    """);

    private final Today today;

    Healths(Today today) {
        this.today = today;
    }

    Health of(Being being, Dice dice) {
        int age = today.age(being.birth());
        boolean mental = age >= 14 && dice.chance(0.005);
        Optional<Disability> disability = disability(being, age, mental, dice);
        return new Health(disability, illness(being, age, dice), mental);
    }

    private Optional<Disability> disability(Being being, int age, boolean mental, Dice dice) {
        double share =
                age < 1
                        ? 0
                        : age < 15
                                ? 0.012
                                : age < 40 ? 0.024 : age < 60 ? 0.047 : age < 75 ? 0.085 : 0.125;
        if (!dice.chance(mental ? 0.7 : share)) {
            return Optional.empty();
        }
        String type = mental ? "MENTAL" : (age < 15 ? TYPES_OF_CHILDREN : TYPES).draw(dice);
        int grade = Integer.parseInt(GRADES.draw(dice));
        int years = dice.between(0, Math.min(9, Math.max(age - 2, 0)));
        var issued = today.ago(years * 365 + dice.between(20, 360));
        issued = being.alive() ? issued : Today.earlier(issued, being.died().minusDays(90));
        return Optional.of(
                new Disability(type, grade, Today.later(issued, being.birth().plusDays(300))));
    }

    private Optional<Illness> illness(Being being, int age, Dice dice) {
        double serious =
                age < 1 ? 0 : age < 18 ? 0.0022 : age < 40 ? 0.004 : age < 60 ? 0.017 : 0.046;
        double chronic = age < 1 ? 0 : age < 18 ? 0.002 : age < 40 ? 0.012 : age < 60 ? 0.12 : 0.37;
        double point = dice.uniform(0, 1);
        if (point >= serious + chronic) {
            return Optional.empty();
        }
        boolean grave = point < serious;
        String group =
                !grave ? CHRONIC.draw(dice) : (age < 18 ? SERIOUS_OF_CHILDREN : SERIOUS).draw(dice);
        var since = today.ago(dice.between(30, grave ? 1500 : 4500));
        return Optional.of(
                new Illness(group, grave, Today.later(since, being.birth().plusDays(90))));
    }
}

package org.lianji.identity;

import org.jspecify.annotations.Nullable;
import org.lianji.linkage.NameAgreement;

import java.util.Map;

/**
 * What a record and the person whom it may be about say of one thing, and how alike that is: judged
 * by what shows to the reader alone. What is hidden of the person and what there is not are the
 * same.
 *
 * @param of what
 * @param record as the record has it
 * @param person as it is known of the person
 * @param agreement how alike
 * @param zh the same in a Chinese sentence
 * @param en the same in English
 */
record ComparedItem(
        Of of,
        @Nullable String record,
        @Nullable String person,
        Agreement agreement,
        String zh,
        String en) {

    enum Of {
        NAME,
        BIRTH_DATE,
        SEX,
        PHONE,
        PLACE,
        HOUSEHOLD
    }

    enum Agreement {
        AGREES,
        SIMILAR,
        DIFFERS,
        MISSING
    }

    private record Verdict(Agreement agreement, String zh, String en) {}

    private static final Verdict MISSING =
            new Verdict(Agreement.MISSING, "一方没有，或者不能看", "one side has none, or it doesn't show");
    private static final Verdict SAME = new Verdict(Agreement.AGREES, "相同", "the same");
    private static final Verdict OTHER = new Verdict(Agreement.DIFFERS, "不同", "different");

    private static final Map<String, Verdict> NAMES =
            Map.of(
                    "same", SAME,
                    "homophone", agrees("读音相同", "they sound the same"),
                    "near homophone", agrees("读音相近", "they sound alike"),
                    "look-alike", agrees("字形相近", "they look alike"),
                    "not typed", agrees("有的字没有录入", "some characters could not be typed"),
                    "other order", agrees("次序不同", "in another order"),
                    "other spelling", agrees("拼写不同", "spelled otherwise"),
                    "shortened", agrees("一方是简写", "one is shortened"),
                    "one character", similar("差一个字", "one character differs"),
                    "surname", similar("只有姓相同", "only the surname is the same"));

    private static final Map<Integer, Verdict> PLACES =
            Map.of(
                    12, SAME,
                    9, similar("同一苏木乡镇、街道", "in the same township"),
                    6, similar("同一旗县市区", "in the same county"));

    private static Verdict agrees(String zh, String en) {
        return new Verdict(Agreement.AGREES, zh, en);
    }

    private static Verdict similar(String zh, String en) {
        return new Verdict(Agreement.SIMILAR, zh, en);
    }

    private static ComparedItem of(
            Of of, @Nullable String record, @Nullable String person, Verdict verdict) {
        return new ComparedItem(
                of, record, person, verdict.agreement(), verdict.zh(), verdict.en());
    }

    static ComparedItem name(@Nullable String record, @Nullable String person) {
        Verdict verdict =
                record == null || person == null
                        ? MISSING
                        : NameAgreement.level(record, person)
                                .map(level -> NAMES.getOrDefault(level, OTHER))
                                .orElse(MISSING);
        return of(Of.NAME, record, person, verdict);
    }

    static ComparedItem exactly(Of of, @Nullable String record, @Nullable String person) {
        if (record == null || person == null) {
            return of(of, record, person, MISSING);
        }
        return of(of, record, person, record.equals(person) ? SAME : OTHER);
    }

    static ComparedItem place(@Nullable String record, @Nullable String person) {
        return of(
                Of.PLACE,
                record,
                person,
                record == null || person == null ? MISSING : near(record, person));
    }

    private static Verdict near(String record, String person) {
        for (int digits : new int[] {12, 9, 6}) {
            if (record.regionMatches(0, person, 0, digits)) {
                return PLACES.getOrDefault(digits, OTHER);
            }
        }
        return OTHER;
    }
}

package org.lianji.rules;

import org.lianji.catalogue.Purpose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule of monitoring, as its file says: which facts together make a finding (国办发〔2023〕39号 第四条).
 *
 * @param code its stable name, never given to another
 * @param version grows with each change of the file's text
 * @param titleZh what it finds, in Chinese
 * @param titleEn what it finds, in English
 * @param law why the hub looks for it
 * @param kind what its findings are
 * @param level how urgent they are
 * @param subject whether a finding is about a person or a family
 * @param purpose for which it reads each category; those not named it reads for C
 * @param anchor code of the rarest category that every finding has a record of
 * @param items the items it reads, by category
 * @param subjects the categories that it reads of whom it judges: who is hidden there is not judged
 * @param parameters names of the values of {@link RuleParameters} that it takes
 * @param assigned at which level of the regions somebody answers for it
 * @param clock within which it must be claimed
 * @param disposal what it suggests
 * @param sentence what it says of a finding, in Chinese, with places for items
 * @param sentenceEn the same in English
 */
public record Rule(
        String code,
        long version,
        String titleZh,
        String titleEn,
        String law,
        Kind kind,
        Level level,
        Subject subject,
        Map<String, Purpose> purpose,
        String anchor,
        Map<String, Set<String>> items,
        Set<String> subjects,
        Set<String> parameters,
        Assignment assigned,
        String clock,
        Disposal disposal,
        String sentence,
        String sentenceEn) {

    /** What a rule looks for. */
    public enum Kind {
        RISK,
        NO_LONGER_ELIGIBLE,
        CONTRADICTION,
        COVERAGE
    }

    /** How urgent a finding is (分级预警). */
    public enum Level {
        RED,
        ORANGE,
        YELLOW
    }

    /** Whom a finding is about. */
    public enum Subject {
        PERSON,
        FAMILY
    }

    /** At which level somebody answers for a finding (三级联动). */
    public enum Assignment {
        COUNTY,
        TOWNSHIP
    }

    /** What becomes of a confirmed warning (国办发〔2023〕39号 第四条). */
    public enum Disposal {
        IMPLEMENT,
        TRANSFER,
        CONSULT,
        RECHECK
    }

    public Rule {
        purpose = Map.copyOf(purpose);
        items = Map.copyOf(items);
        subjects = Set.copyOf(subjects);
        parameters = Set.copyOf(parameters);
    }

    /** {@return for what the category is read} */
    public Purpose purposeOf(String category) {
        return purpose.getOrDefault(category, Purpose.C);
    }

    /**
     * {@return the items it reads, as {@code YB03.selfPayTotal}; categories of which it reads none
     * by their code}
     */
    public List<String> reads() {
        return items.entrySet().stream()
                .flatMap(
                        one ->
                                one.getValue().isEmpty()
                                        ? Stream.of(one.getKey())
                                        : one.getValue().stream()
                                                .map(item -> one.getKey() + "." + item))
                .sorted()
                .toList();
    }

    /**
     * {@return the sentence}
     *
     * @param english in which language
     */
    public String sentence(boolean english) {
        return english ? sentenceEn : sentence;
    }
}

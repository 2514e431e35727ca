package org.lianji.monitoring;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why somebody was missed or wrongly found, and how often. */
final class Causes {

    private final Map<String, Integer> missed = new TreeMap<>();
    private final Map<String, Integer> wrong = new TreeMap<>();

    void missed(String rule, String subject, String cause) {
        missed.merge(cause, 1, Integer::sum);
        tell(rule, subject, cause, "missed");
    }

    void wrong(String rule, String subject, String cause) {
        wrong.merge(cause, 1, Integer::sum);
        tell(rule, subject, cause, "wrongly found");
    }

    /** What nothing explains is looked into by whoever runs this. */
    private static void tell(String rule, String subject, String cause, String what) {
        if (cause.equals(RuleScore.OTHER)) {
            System.out.println(rule + " " + what + ": " + subject);
        }
    }

    /** {@return lines of a table: cause, missed, wrongly found} */
    String lines() {
        var causes = new TreeSet<>(missed.keySet());
        causes.addAll(wrong.keySet());
        var lines = new StringBuilder();
        for (String cause : causes) {
            lines.append(
                    "| %s | %d | %d |%n"
                            .formatted(
                                    cause,
                                    missed.getOrDefault(cause, 0),
                                    wrong.getOrDefault(cause, 0)));
        }
        return lines.toString();
    }
}

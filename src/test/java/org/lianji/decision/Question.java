package org.lianji.decision;

import java.util.List;

/**
 * What somebody asks.
 *
 * @param by who, and why
 * @param roots what
 */
record Question(Rule.Reasoned by, List<Ask> roots) {

    @Override
    public String toString() {
        Ask.Text text = Ask.text(roots);
        return "%s for %s under %s%n%s%n%s"
                .formatted(
                        by.asker().client(),
                        by.purpose(),
                        by.basis(),
                        text.document(),
                        text.variables());
    }
}

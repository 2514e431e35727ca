package org.lianji.rules;

import org.lianji.catalogue.Catalogue;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.context.ApplicationContext;

import java.util.Map;

/**
 * What a run asks the graph, by the bare driver: the same statements over the same people, one
 * after the other, and nothing done with what they find.
 */
public final class BareRules {

    private final Rules rules;
    private final RuleGrants grants;
    private final RuleSearch search;
    private final Catalogue catalogue;
    private final Driver driver;

    /** Of a hub that runs in this process. */
    public BareRules(ApplicationContext hub) {
        this.rules = hub.getBean(Rules.class);
        this.grants = hub.getBean(RuleGrants.class);
        this.search = hub.getBean(RuleSearch.class);
        this.catalogue = hub.getBean(Catalogue.class);
        this.driver = hub.getBean(Driver.class);
    }

    /** {@return how many rows the statements of all rules gave} */
    public long run() {
        return rules.all().stream().mapToLong(this::run).sum();
    }

    private long run(Rule rule) {
        RuleScope scope = grants.ofHub(rule);
        if (!scope.runs()) {
            return 0;
        }
        String statement = RuleSearch.statement(rule, rules.pattern(rule), scope, catalogue);
        try (Session session = driver.session()) {
            return search.everybody(rule).stream()
                    .mapToLong(chunk -> rows(session, statement, search.values(rule, scope, chunk)))
                    .sum();
        }
    }

    private static long rows(Session session, String statement, Map<String, Object> values) {
        return session.executeRead(transaction -> transaction.run(statement, values).list()).size();
    }
}

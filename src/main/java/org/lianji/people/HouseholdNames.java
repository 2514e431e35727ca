package org.lianji.people;

import org.jspecify.annotations.Nullable;
import org.lianji.texts.LongNumbers;
import org.lianji.texts.PlainText;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an officer has written for who helps somebody, as these may read it: without the names of
 * who lives with the person, and without numbers by which anybody is called; without the person's
 * own name too, where they don't let it be known.
 */
@Component
public final class HouseholdNames {

    private static final String NAMES =
            """
            MATCH (p:Person {id: $person})
            CALL (p) {
              RETURN p AS k
              UNION
              MATCH (p)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(k:Person)
              RETURN k
            }
            MATCH (k)<-[:ABOUT]-(r:Record)
            WITH k.id = $person AS own, %s AS name
            WHERE size(name) > 1
            RETURN name, max(own) AS own ORDER BY size(name) DESC
            """
                    .formatted(KnownNames.OF_RECORD);

    private static final String SOMEBODY = "〔家人〕";
    private static final String THEMSELF = "〔本人〕";
    private static final String NUMBER = "〔号码〕";

    /** What may stand between the letters of a name. */
    private static final String BETWEEN = "[\\p{Z}\\s·•‧・･.*_-]*";

    private final Neo4jClient graph;

    HouseholdNames(Neo4jClient graph) {
        this.graph = graph;
    }

    private record Name(String text, boolean own) {

        Pattern pattern() {
            return Pattern.compile(
                    PlainText.nameLetters(text)
                            .codePoints()
                            .mapToObj(one -> Pattern.quote(Character.toString(one)))
                            .collect(Collectors.joining(BETWEEN)),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
    }

    /**
     * {@return the text as who helps may read it}
     *
     * @param person token of whom they help
     * @param named whether the person lets them know their name
     */
    public @Nullable String without(String person, boolean named, @Nullable String text) {
        if (text == null) {
            return null;
        }
        String said = LongNumbers.without(text, NUMBER);
        for (Name name :
                graph.query(NAMES)
                        .bindAll(Map.of("person", person, "register", KnownNames.REGISTER))
                        .fetchAs(Name.class)
                        .mappedBy(
                                (_, row) ->
                                        new Name(
                                                row.get("name").asString(),
                                                row.get("own").asBoolean()))
                        .all()) {
            if (!(name.own() && named)) {
                said = name.pattern().matcher(said).replaceAll(name.own() ? THEMSELF : SOMEBODY);
            }
        }
        return said;
    }
}

package org.lianji.special;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.contribution.FlowRecords;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.people.DatedRelations;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.records.RecordGraph;
import org.lianji.texts.PlainText;
import org.lianji.upload.Columns;
import org.lianji.upload.Finding;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a department gives by special assistance, put into its own categories (社会救助法 §42: results
 * are shared). The number is the one that the department's own system has of it, so that what that
 * contributes later is another version of the same record.
 */
@Component
final class AidRecords {

    private static final String OF_FAMILY =
            """
            MATCH (a:Person {id: $applicant}), (p:Person {id: $person})
            RETURN a = p OR EXISTS {
              MATCH (a)-[at:MEMBER_OF]->(:Household)<-[in:MEMBER_OF]-(p) WHERE %s AND %s }
            """
                    .formatted(DatedRelations.held("at"), DatedRelations.held("in"));

    private static final String OF_ANOTHER =
            """
            MATCH (r:Record {key: $key})
            RETURN NOT EXISTS { (r)-[:ABOUT]->(:Person {id: $person}) }
            """;

    private final Catalogue catalogue;
    private final FlowRecords records;
    private final People people;
    private final Values values;
    private final Neo4jClient graph;
    private final Clock clock;

    AidRecords(
            Catalogue catalogue,
            FlowRecords records,
            People people,
            Values values,
            Neo4jClient graph,
            Clock clock) {
        this.catalogue = catalogue;
        this.records = records;
        this.people = people;
        this.values = values;
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * Writes what was given, in the transaction of the step. Whether somebody is of the family is
     * judged last: who tries it out puts a record in.
     *
     * @param rows one row, under the field of its category
     * @throws Problem SPECIAL_AID_RECORD_ROWS, SPECIAL_AID_RECORD_WHOM, SPECIAL_AID_RECORD_NO,
     *     SPECIAL_AID_RECORD_ROW
     */
    SpecialAid.Given write(Caller author, SpecialAid aid, Map<String, Object> rows) {
        Category category =
                aid.kind().categories().stream()
                        .map(code -> catalogue.category(code).orElseThrow())
                        .filter(one -> rows.get(one.field()) != null)
                        .findFirst()
                        .orElseThrow(() -> new Problem(SpecialAidCode.SPECIAL_AID_RECORD_ROWS));
        Map<String, Object> row = only(Objects.requireNonNull(rows.get(category.field())));
        String applicant = aid.family().applicant();
        require(category, records.findings(category.code(), aid.id(), applicant, row));
        String person = named(applicant, row);
        String number = PlainText.kept(String.valueOf(row.get(Columns.RECORD_NO)));
        if (isAnothers(RecordGraph.key(category.code(), number), person)) {
            throw new Problem(SpecialAidCode.SPECIAL_AID_RECORD_NO);
        }
        if (!isOfFamily(applicant, person)) {
            throw new Problem(SpecialAidCode.SPECIAL_AID_RECORD_WHOM);
        }
        FlowRecords.Origin origin =
                new FlowRecords.Origin(
                        category.code(), aid.id(), person, aid.id() + " " + (aid.version() + 1));
        require(category, records.write(author, origin, row));
        return new SpecialAid.Given(category.code(), LocalDate.now(clock));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> only(Object rows) {
        if (!(rows instanceof List<?> list) || list.size() != 1) {
            throw new Problem(SpecialAidCode.SPECIAL_AID_RECORD_ROWS);
        }
        return (Map<String, Object>) Objects.requireNonNull(list.getFirst());
    }

    private static void require(Category category, List<Finding> findings) {
        if (!findings.isEmpty()) {
            Finding first = findings.getFirst();
            throw new Problem(
                    SpecialAidCode.SPECIAL_AID_RECORD_ROW,
                    Map.of(
                            "path",
                            Objects.requireNonNullElse(first.pointer(), category.field()),
                            "found",
                            first.code().name()));
        }
    }

    /** {@return a token; one of nobody where the number is nobody's, which is told alike} */
    private String named(String applicant, Map<String, Object> row) {
        return row.get(Columns.ID_NUMBER) == null
                ? applicant
                : people.of(
                                (String)
                                        values.required(
                                                ItemType.Scalar.ID_NUMBER,
                                                String.valueOf(row.get(Columns.ID_NUMBER)),
                                                Columns.ID_NUMBER))
                        .orElse("");
    }

    private boolean isOfFamily(String applicant, String person) {
        return graph.query(OF_FAMILY)
                .bindAll(
                        Map.of(
                                "applicant",
                                applicant,
                                "person",
                                person,
                                "today",
                                LocalDate.now(clock)))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    private boolean isAnothers(String key, String person) {
        return graph.query(OF_ANOTHER)
                .bindAll(Map.of("key", key, "person", person))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }
}

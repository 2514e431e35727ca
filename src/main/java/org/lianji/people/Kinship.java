package org.lianji.people;

/**
 * Who is so near to somebody that they handle nothing about them (社会救助法 §62): three steps at most,
 * by blood or by marriage.
 */
public final class Kinship {

    private Kinship() {}

    /**
     * {@return an expression: tokens of the person, of whoever ever belonged to a household with
     * them, of whom duties of support join to them, three steps at most, and of in-laws: whom their
     * spouse was ever of one household with, and these people's spouses; the spouses of those with
     * whom they were themself, and whom these were with; empty of nobody}
     *
     * @param person a variable of the statement
     */
    public static String of(String person) {
        return """
        CASE WHEN %1$s IS NULL THEN [] ELSE COLLECT { CALL (%1$s) {
            RETURN %1$s AS kin
            UNION MATCH (%1$s)-[:SUPPORTS*1..3]-(kin:Person) RETURN kin
            UNION MATCH (%1$s)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(kin:Person) RETURN kin
            UNION MATCH (%1$s)-[:SUPPORTS {kind: 'SPOUSAL'}]-(:Person)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(kin:Person) RETURN kin
            UNION MATCH (%1$s)-[:SUPPORTS {kind: 'SPOUSAL'}]-(:Person)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(:Person)-[:SUPPORTS {kind: 'SPOUSAL'}]-(kin:Person) RETURN kin
            UNION MATCH (%1$s)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(:Person)-[:SUPPORTS {kind: 'SPOUSAL'}]-(kin:Person) RETURN kin
            UNION MATCH (%1$s)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(:Person)-[:SUPPORTS {kind: 'SPOUSAL'}]-(:Person)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(kin:Person)
              RETURN kin } RETURN DISTINCT kin.id } END
        """
                .formatted(person);
    }
}

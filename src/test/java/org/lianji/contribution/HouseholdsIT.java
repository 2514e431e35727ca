package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.CHILD;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.nio.charset.StandardCharsets;

/** A record about a household makes the household and all of its members. */
@HubTest
class HouseholdsIT {

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Test
    void linksEveryMemberOfAFamilyLivingTogether() {
        String file =
                """
                recordNo,observedAt,idNumber,personName,householdNo,area,memberCount,memberIdNumbers,monthlyAmount,startMonth,status
                1,2026-03-01T08:00:00+08:00,%s,张三,F1,农村,3,%s;%s;%s,1712.50,2026-03,在保
                """
                        .formatted(ZHANG, ZHANG, LI, CHILD);

        var response =
                new Owner(hub)
                        .send(
                                "MZ",
                                "MZ01",
                                "k",
                                "text/csv",
                                null,
                                file.getBytes(StandardCharsets.UTF_8));

        assertThat(Owner.json(response).at("/counts/accepted").asInt())
                .as(response.body())
                .isEqualTo(1);
        assertThat(
                        graph.query(
                                        """
                                        MATCH (r:MinimumLivingAllowance {monthlyAmount: 171250})-[:ABOUT]->(h:Household)
                                        MATCH (r)-[:ABOUT]->(:Person)
                                        MATCH (p:Person)-[:MEMBER_OF {record: r.version}]->(h {key: 'LIVING_TOGETHER|MZ|F1'})
                                        WHERE p.id IN r.memberIdNumbers
                                        RETURN count(p)
                                        """)
                                .fetchAs(Long.class)
                                .one())
                .contains(3L);
        assertThat(
                        graph.query(
                                        "MATCH (n:Record) WHERE any(k IN keys(n) WHERE"
                                            + " toStringOrNull(n[k]) = $number) RETURN count(n)")
                                .bind(ZHANG)
                                .to("number")
                                .fetchAs(Long.class)
                                .one())
                .contains(0L);
    }
}

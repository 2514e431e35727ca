package org.lianji.bench.load;

import org.lianji.bench.load.Question.Somebody;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The database that the hub keeps and all share. */
record Graph(Path home) {

    private static final String ADULTS =
            """
            MATCH (p:Person)-[:MEMBER_OF]->(:Household {kind: 'LIVING_TOGETHER'})
            WHERE substring(p.idNumber, 6, 4) < '2000'
            RETURN DISTINCT p.idNumber AS n, p.idHash AS h ORDER BY h
            """;

    int port() throws IOException {
        return Files.readAllLines(home.resolve("conf/neo4j.conf")).stream()
                .filter(line -> line.startsWith("server.bolt.listen_address="))
                .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)))
                .findFirst()
                .orElseThrow();
    }

    String password() throws IOException {
        return Files.readString(home.resolve("password")).strip();
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(home.resolve("pid")).strip());
    }

    Driver connect() throws IOException {
        return GraphDatabase.driver(
                "bolt://127.0.0.1:" + port(), AuthTokens.basic("neo4j", password()));
    }

    /** {@return adults of the city, in a fixed random order} */
    List<Somebody> adults(int most) throws IOException {
        try (Driver driver = connect()) {
            List<Somebody> people =
                    new ArrayList<>(
                            driver.executableQuery(ADULTS).execute().records().stream()
                                    .map(
                                            row ->
                                                    new Somebody(
                                                            row.get("n").asString(),
                                                            row.get("h").asString()))
                                    .toList());
            Collections.shuffle(people, new Random(1));
            return people.subList(0, Math.min(most, people.size()));
        }
    }

    long records() throws IOException {
        try (Driver driver = connect()) {
            return driver.executableQuery("MATCH (:Record) RETURN count(*) AS n")
                    .execute()
                    .records()
                    .getFirst()
                    .get("n")
                    .asLong();
        }
    }
}

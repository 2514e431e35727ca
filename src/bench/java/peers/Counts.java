package peers;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Counts by region: both peers run the very statement of the floor. */
@Controller
public final class Counts {

    private final Neo4jClient graph;
    private final String statement;

    Counts(Neo4jClient graph) throws IOException {
        this.graph = graph;
        this.statement = Files.readString(Path.of("src/bench/questions/counts.floor.cypher"));
    }

    @QueryMapping
    List<Object> regionCounts() {
        return graph.query(statement).fetch().all().stream().map(row -> row.get("data")).toList();
    }
}

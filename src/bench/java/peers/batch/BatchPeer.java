package peers.batch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import peers.Counts;

/** Spring for GraphQL with {@code @BatchMapping} over {@code Neo4jClient}: a statement a level. */
@SpringBootApplication
@Import(Counts.class)
public class BatchPeer {

    public static void main(String[] arguments) {
        SpringApplication.run(BatchPeer.class, arguments);
        System.out.println("ready");
    }
}

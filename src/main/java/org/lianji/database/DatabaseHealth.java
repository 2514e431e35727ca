package org.lianji.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of readiness: whether the graph answers, asked now, and has room. */
@Component("database")
final class DatabaseHealth implements HealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        DatabaseState state = watch.now();
        Health.Builder health =
                switch (state) {
                    case READY -> Health.up();
                    case LITTLE_SPACE, COPYING, NO_SPACE -> Health.outOfService();
                    case SILENT -> Health.down();
                };
        return health.withDetail("state", state.name()).build();
    }
}

package org.lianji.database;

import org.lianji.platform.ProductionChecks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Launches the embedded database, unless {@code spring.neo4j.uri} names a server, before the hub's
 * own parts are even looked for: both need seconds to come up. It ends with the hub, also where the
 * hub doesn't come up or is stopped before it has; a hub that will be refused to start launches
 * none.
 */
public final class DatabaseLauncher
        implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String NAME = "embeddedDatabase";
    private static final String EMBEDDED = "embedded";

    /** Twice that is what a hub takes to end at most, before it is up. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** What a shell calls a program that SIGTERM ended. */
    private static final int ASKED_TO_STOP = 143;

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (environment.getProperty("spring.neo4j.uri", EMBEDDED).equals(EMBEDDED)
                && new ProductionChecks(environment).findings().isEmpty()) {
            DatabaseSettings settings =
                    Binder.get(environment).bindOrCreate("lianji.database", DatabaseSettings.class);
            EmbeddedDatabase database =
                    new EmbeddedDatabase(
                            settings.home(),
                            settings.jars(),
                            settings.heap(),
                            settings.pageCache(),
                            EmbeddedDatabase.ROTATION,
                            settings.cutTornLog() ? EmbeddedDatabase.CUT_TORN_LOG : Map.of());
            var beans = context.getDefaultListableBeanFactory();
            beans.registerSingleton(NAME, database);
            beans.registerDisposableBean(NAME, database::close);
            SpringApplication.getShutdownHandlers()
                    .add(() -> database.close(PATIENCE)); // where there was no context yet
            endWithTheStart(context, database);
            database.launch();
        }
    }

    /**
     * Spring waits for a start to come to its end before it stops what was started, and a busy
     * machine may take a minute: a hub that isn't up has nothing to lose but its database's
     * process.
     */
    private static void endWithTheStart(
            ConfigurableApplicationContext context, EmbeddedDatabase database) {
        CountDownLatch up = new CountDownLatch(1);
        context.addApplicationListener(
                event -> {
                    if (event instanceof ContextRefreshedEvent) {
                        up.countDown();
                    }
                });
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    if (up.getCount() > 0) {
                                        database.close(PATIENCE);
                                        haltUnlessEnded(context, up);
                                    }
                                },
                                "stopped-start"));
    }

    /** A start that failed has ended by itself, and has its own exit code. */
    private static void haltUnlessEnded(ConfigurableApplicationContext context, CountDownLatch up) {
        try {
            long limit = System.nanoTime() + PATIENCE.toNanos();
            while (context.isActive() && !up.await(100, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > limit) {
                    Runtime.getRuntime().halt(ASKED_TO_STOP);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.lianji.database;

import org.lianji.platform.StartRefused;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the server is launched.
 *
 * @param jars folder with the server's jars
 * @param heap as {@code -Xmx} takes it
 * @param pageCache as {@code server.memory.pagecache.size} takes it
 * @param rotation how long a transaction log is, in bytes
 * @param more settings of the server, which go before those made here
 */
record ServerLaunch(
        Path jars, String heap, String pageCache, long rotation, Map<String, String> more) {

    private static final List<String> JVM_FLAGS =
            List.of(
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/java.io=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseParallelGC",
                    // the server samples its indexes on virtual threads, which can hold a page that
                    // a commit waits for, and have to be given a processor themselves
                    "-Djdk.virtualThreadScheduler.parallelism=32",
                    // the compilers give way to what is to be compiled, which is there sooner
                    "-XX:ThreadPriorityPolicy=1",
                    "-XX:CompilerThreadPriority=5",
                    "-Dfile.encoding=UTF-8");

    /** Behind a torn place the server takes anything for a length, up to 2 GB. */
    private static final String HEAP_TO_CUT = "5g";

    ServerLaunch {
        jars = jars.toAbsolutePath();
        more = Map.copyOf(more);
    }

    void requireServer() throws IOException {
        if (Files.isDirectory(jars)) {
            try (var server = Files.newDirectoryStream(jars, "neo4j-server-*.jar")) {
                if (server.iterator().hasNext()) {
                    return;
                }
            }
        }
        throw new StartRefused(
                "No database server under "
                        + jars
                        + ": run 'mvn generate-resources', or set spring.neo4j.uri to a running"
                        + " Neo4j");
    }

    /** {@return the server, coming up} */
    Process start(DatabaseFolder folder, int port, Redirect output) throws IOException {
        folder.configure(settings(port));
        Process started =
                new ProcessBuilder(command(folder))
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        started.getOutputStream().close();
        folder.started(started);
        return started;
    }

    private List<String> command(DatabaseFolder folder) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String most = more.equals(EmbeddedDatabase.CUT_TORN_LOG) ? HEAP_TO_CUT : heap;
        List<String> command =
                new ArrayList<>(List.of(java.toString(), "-Xms" + heap, "-Xmx" + most));
        command.addAll(JVM_FLAGS);
        command.addAll(
                List.of(
                        "-cp",
                        jars + "/*",
                        "org.neo4j.server.Neo4jCommunity",
                        folder.homeArgument(),
                        "--config-dir=" + folder.configuration()));
        return command;
    }

    /**
     * Without the quiet period the server stops in two seconds instead of ten: by then the hub's
     * driver is closed. What it says of itself every five seconds tells the driver that it is there
     * still: statements of one that says nothing for ten fail.
     */
    private List<String> settings(int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("server.memory.pagecache.size", pageCache);
        settings.put("dbms.usage_report.enabled", "false");
        settings.put("db.tx_log.preallocate", "true");
        settings.put("db.tx_log.rotation.size", Long.toString(rotation));
        settings.put("db.tx_log.rotation.retention_policy", "2 files");
        settings.put("server.bolt.connection_keep_alive", "5s");
        settings.put("server.bolt.connection_keep_alive_streaming_scheduling_interval", "2s");
        settings.put("internal.dbms.bolt.netty_server_shutdown_quiet_period_duration", "0s");
        settings.putAll(more);
        settings.put("server.default_listen_address", "127.0.0.1");
        settings.put("server.bolt.listen_address", "127.0.0.1:" + port);
        settings.put("server.bolt.advertised_address", "127.0.0.1:" + port);
        settings.put("server.http.enabled", "false");
        settings.put("server.https.enabled", "false");
        settings.put("dbms.security.auth_minimum_password_length", "8");
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
    }
}

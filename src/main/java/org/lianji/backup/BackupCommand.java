package org.lianji.backup;

import org.lianji.audit.ChainState;
import org.lianji.database.SecretFile;
import org.lianji.platform.StartRefused;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Backups at the command line, for the account and on the machine of the hub: {@code backup
 * <folder> --key <file>} beside a hub that runs or not, {@code restore <file> --key <file>} where
 * none does.
 */
public final class BackupCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_TRIED = 2;

    private static final String USAGE =
            """
            backup <folder> --key <file> [--home data/neo4j] [--jars target/neo4j]
            restore <file>.backup --key <file> [--home data/neo4j] [--jars target/neo4j]
            Home and jars are lianji.database.home and .jars, or LIANJI_DATABASE_HOME and _JARS of the environment.
            The key is made where its file is missing: keep a copy of it elsewhere, without it no backup can be read.
            Exit: 0 done and read back, 1 failed and nothing was changed, 2 wrong arguments.\
            """;

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private String what = "";
    private String key = "";
    private Path home = Path.of(setting("LIANJI_DATABASE_HOME", "data/neo4j"));
    private Path jars = Path.of(setting("LIANJI_DATABASE_JARS", "target/neo4j"));

    private BackupCommand() {}

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    /**
     * {@return the exit code}
     *
     * @param arguments the first is {@code backup} or {@code restore}
     */
    public static int run(String... arguments) {
        BackupCommand command = new BackupCommand();
        try {
            command.parse(List.of(arguments).listIterator(1));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return say(NOT_TRIED, USAGE);
        }
        LoggingSystem.get(BackupCommand.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
        try {
            return arguments[0].equals("backup") ? command.backup() : command.restore();
        } catch (IOException | IllegalStateException e) {
            return say(FAILED, "Failed, and nothing was changed: " + e.getMessage());
        }
    }

    private void parse(Iterator<String> words) {
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--key" -> key = words.next();
                case "--home" -> home = Path.of(words.next());
                case "--jars" -> jars = Path.of(words.next());
                default -> what = word;
            }
        }
        if (key.isEmpty() || what.isEmpty() || what.startsWith("-")) {
            throw new IllegalArgumentException("neither what nor with which key");
        }
    }

    private int backup() throws IOException {
        Path folder = Files.createDirectories(Path.of(what)).toAbsolutePath();
        Path secret = Path.of(key).toAbsolutePath();
        if (secret.startsWith(folder) || secret.startsWith(home.toAbsolutePath())) {
            throw new StartRefused(
                    "The key would lie beside what it opens: name a file elsewhere, " + secret);
        }
        boolean fresh = !Files.exists(secret);
        OffsetDateTime now =
                OffsetDateTime.now(Clock.system(ZoneId.of("Asia/Shanghai")))
                        .truncatedTo(ChronoUnit.SECONDS);
        Path file = folder.resolve("lianji-" + NAME.format(now) + ".backup");
        Backup backup = new Backup(file, key(SecretFile.kept(secret)), jars);
        Optional<ChainState> chain =
                backup.make(home, home.resolveSibling(home.getFileName() + ".copy"), now);
        return say(
                DONE,
                "%s: made, and read back by a server. %s%n%s"
                        .formatted(
                                file,
                                told(chain),
                                fresh
                                        ? "The key is new. Keep a copy of %s on another machine: without it the backup can't be read."
                                                .formatted(secret)
                                        : "Keep it with %s.json on another machine, and the key on a third."
                                                .formatted(file.getFileName())));
    }

    private int restore() throws IOException {
        Path file = Path.of(what).toAbsolutePath();
        if (!Files.exists(Path.of(key))) {
            throw new StartRefused("There is no key " + key);
        }
        Optional<ChainState> chain =
                new Backup(file, key(Files.readString(Path.of(key))), jars)
                        .restore(home.toAbsolutePath());
        return say(
                DONE,
                """
                %s: restored under %s, and opened by a server. %s
                What was written later is not in it: start the hub, export the chain, and let 'lianji verify' check it with
                the heads that departments have kept; departments send once more what they have contributed since.\
                """
                        .formatted(file, home, told(chain)));
    }

    private static String key(String text) {
        if (!KEY.matcher(text.strip()).matches()) {
            throw new StartRefused("A key is 64 hexadecimal digits");
        }
        return text.strip();
    }

    private static String told(Optional<ChainState> chain) {
        return chain.map(
                        state ->
                                "Its chain has %d blocks with %d entries, checked from end to end; the head of %s is %s."
                                        .formatted(
                                                state.blocks(),
                                                state.entries(),
                                                state.day(),
                                                state.head()))
                .orElse("Its chain is empty.");
    }

    private static int say(int code, String text) {
        (code == DONE ? System.out : System.err).println(text);
        return code;
    }
}

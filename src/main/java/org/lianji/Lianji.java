package org.lianji;

import org.lianji.backup.BackupCommand;
import org.lianji.database.DatabaseLauncher;
import org.lianji.proof.VerifyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import java.util.Arrays;

/**
 * The hub, and what runs without it or beside it: {@code verify}, {@code backup}, {@code restore}.
 */
@SpringBootApplication
public class Lianji {

    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case "verify" ->
                    System.exit(VerifyCommand.run(Arrays.copyOfRange(args, 1, args.length)));
            case "backup", "restore" -> System.exit(BackupCommand.run(args));
            default -> run(args);
        }
    }

    private static void run(String[] args) {
        SpringApplication hub = new SpringApplication(Lianji.class);
        hub.addInitializers(new DatabaseLauncher());
        hub.run(args);
    }
}

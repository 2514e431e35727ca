package org.lianji;

import org.lianji.audit.VerifyCommand;
import org.lianji.database.DatabaseLauncher;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import java.util.Arrays;

/** The hub, and its verifier, which runs without: {@code verify}. */
@SpringBootApplication
public class Lianji {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("verify")) {
            System.exit(VerifyCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication hub = new SpringApplication(Lianji.class);
        hub.addInitializers(new DatabaseLauncher());
        hub.run(args);
    }
}

package org.lianji.database;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Programs of the system that do what Java can't. */
public final class Commands {

    private Commands() {}

    /**
     * @throws IOException with what the program said, where it didn't end well
     */
    public static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("Interrupted: " + command[0], e);
        }
    }

    /** Before one looks again. */
    static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}

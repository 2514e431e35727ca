package org.lianji.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A server under test: a process of its own, whose processor time is read from {@code /proc}.
 *
 * @param port on which it listens
 * @param launched when, as {@link System#nanoTime} has it
 */
record Server(String name, int port, Process process, long launched) implements AutoCloseable {

    private static final double TICKS_A_SECOND = 100;

    /** Returns once it has printed a line with that text. */
    static Server start(String name, int port, String ready, Path log, List<String> command)
            throws IOException {
        long launched = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BufferedReader lines = process.inputReader();
        StringBuilder told = new StringBuilder();
        for (String line = lines.readLine(); ; line = lines.readLine()) {
            if (line == null) {
                throw new IOException(name + " ended: " + told);
            }
            told.append(line).append('\n');
            if (line.contains(ready)) {
                break;
            }
        }
        Thread.ofVirtual().start(() -> drain(lines, log));
        return new Server(name, port, process, launched);
    }

    /** Runs a program to its end. */
    static void run(List<String> command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(command + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void drain(BufferedReader lines, Path log) {
        try (var out = Files.newBufferedWriter(log)) {
            lines.transferTo(out);
        } catch (IOException _) {
            // the server has ended
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** {@return seconds since it was launched} */
    double age() {
        return (System.nanoTime() - launched) / 1e9;
    }

    /** {@return seconds of processor time so far} */
    double cpu() throws IOException {
        return cpu(process.pid());
    }

    static double cpu(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    /** {@return bytes that it holds in memory} */
    long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return what the machine computes with} */
    static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}

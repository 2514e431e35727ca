package org.lianji.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Load by wrk: a file of requests, in their order, over so many connections for so long. */
final class Wrk {

    private static final String SCRIPT = "src/bench/wrk.lua";

    private Wrk() {}

    /**
     * @param perSecond requests answered a second
     * @param p50 median latency, in milliseconds
     * @param p99 latency of the slowest hundredth, in milliseconds
     * @param failed whether any was not answered, or with errors
     * @param late requests that could be sent only 10 ms after they were due, or more
     */
    record Result(
            double perSecond, double p50, double p99, long requests, boolean failed, long late) {}

    /**
     * @param rate requests a second; 0 for as many as there can be
     */
    static Result run(
            String url,
            Path requests,
            Map<String, String> headers,
            int connections,
            int seconds,
            double rate)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "wrk",
                                "-t1",
                                "-c" + connections,
                                "-d" + seconds + "s",
                                "--timeout",
                                "30s",
                                "-s",
                                SCRIPT,
                                url,
                                "--",
                                requests.toString()));
        headers.forEach((name, value) -> command.add(name + "=" + value));
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        if (rate > 0) {
            program.environment().put("RATE", String.valueOf(rate));
        }
        Process wrk = program.start();
        String told = new String(wrk.getInputStream().readAllBytes());
        wrk.waitFor();
        for (String line : told.lines().toList()) {
            if (line.startsWith("RESULT")) {
                String[] parts = line.split(" ");
                long count = Long.parseLong(parts[1]);
                return new Result(
                        count * 1e6 / Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3]) / 1000,
                        Double.parseDouble(parts[4]) / 1000,
                        count,
                        !parts[6].equals("0") || told.contains("Socket errors"),
                        Long.parseLong(parts[5]));
            }
        }
        throw new IOException(told);
    }
}

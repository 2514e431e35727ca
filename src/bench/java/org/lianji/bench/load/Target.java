package org.lianji.bench.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.lianji.Hub;
import org.lianji.bench.load.Question.Somebody;
import org.lianji.platform.Reason;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A running server as it is asked.
 *
 * @param jvm its insides, where it is a Java server
 * @param plan why the hub is asked
 * @param people whom it is asked about, in this order
 */
record Target(
        Contestant contestant,
        Server server,
        Optional<Jvm> jvm,
        Reason plan,
        List<Somebody> people) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Departments whose records the guarded peers' caller may see. */
    private static final List<String> DEPARTMENTS = List.of("MZ", "GA", "CL", "YB", "RS");

    static Target of(Contestant contestant, Server server, List<Somebody> people)
            throws IOException {
        Optional<Jvm> jvm =
                contestant.java() ? Optional.of(Jvm.of(server.process())) : Optional.empty();
        Reason plan =
                contestant == Contestant.HUB ? new Hub(server.address()).plan("MZ") : Reason.NONE;
        return new Target(contestant, server, jvm, plan, people);
    }

    /** {@return a new token, for a run is longer than one of the hub's is good for} */
    private String token() {
        if (contestant == Contestant.HUB) {
            return new Hub(server.address()).token("MZ");
        }
        return contestant.guarded() ? signed() : "";
    }

    private static String signed() {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader(JWSAlgorithm.HS256),
                            new JWTClaimsSet.Builder().claim("departments", DEPARTMENTS).build());
            token.sign(new MACSigner(Contestant.KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return contestant.label();
    }

    /** {@return bytes that it has allocated so far, NaN where that can't be told} */
    double allocated() throws IOException {
        return jvm.isPresent() ? jvm.get().allocated() : Double.NaN;
    }

    boolean answers(Question question) {
        return question.in(contestant.tongue());
    }

    private Map<String, String> headers(Question question) {
        Map<String, String> headers = new HashMap<>();
        String token = token();
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (contestant == Contestant.HUB) {
            headers.put(Reason.PURPOSE, question.counts() ? "G" : plan.purpose());
            if (!question.counts()) {
                headers.put(Reason.BASIS, plan.basis());
            }
        }
        return headers;
    }

    Wrk.Result load(Question question, int connections, int seconds, double rate)
            throws IOException, InterruptedException {
        Path bodies = Path.of("target/bench/%s-%s.txt".formatted(contestant.tongue(), question));
        Files.write(
                bodies,
                people.stream().map(one -> question.body(contestant.tongue(), one)).toList());
        return Wrk.run(
                server.address() + contestant.path(),
                bodies,
                headers(question),
                connections,
                seconds,
                rate);
    }

    /** Asks so often, about one after another, and waits for all answers. */
    void ask(Question question, int requests, int connections)
            throws IOException, InterruptedException {
        Map<String, String> headers = headers(question);
        List<Callable<Answer>> asks =
                IntStream.range(0, requests)
                        .<Callable<Answer>>mapToObj(
                                i -> () -> ask(question, people.get(i % people.size()), headers))
                        .toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            for (Future<Answer> answer : workers.invokeAll(asks)) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /**
     * {@return what it answers about that person}
     *
     * @throws IOException where that is an error
     */
    Answer ask(Question question, Somebody somebody) throws IOException, InterruptedException {
        return ask(question, somebody, headers(question));
    }

    private Answer ask(Question question, Somebody somebody, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + contestant.path()))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        question.body(contestant.tongue(), somebody)));
        headers.forEach(request::header);
        JsonNode answer =
                JsonMapper.shared()
                        .readTree(HTTP.send(request.build(), BodyHandlers.ofString()).body());
        if (answer.has("errors") || !answer.hasNonNull("data")) {
            throw new IOException("%s, %s: %s".formatted(name(), question, answer));
        }
        return Answer.of(answer.get("data"));
    }
}

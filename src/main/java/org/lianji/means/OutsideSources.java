package org.lianji.means;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sources outside that there are, asked all at once; one that doesn't answer keeps nobody waiting
 * for long. What is set goes before what a bean simulates.
 */
@Component
public final class OutsideSources {

    private static final Logger log = LoggerFactory.getLogger(OutsideSources.class);

    /** Seconds; less than a request may take. */
    private static final long LONGEST = 12;

    private final Map<OutsideKind, OutsideSource> sources = new EnumMap<>(OutsideKind.class);
    private final People people;

    OutsideSources(OutsideSettings settings, List<OutsideSource> beans, People people) {
        settings.outside()
                .forEach((kind, to) -> sources.put(kind, new HttpOutsideSource(kind, to)));
        beans.forEach(source -> sources.putIfAbsent(source.kind(), source));
        this.people = people;
    }

    /**
     * {@return who is to be asked}
     *
     * @param before what was answered before, and is kept where all of it was
     */
    public Set<OutsideKind> missing(Collection<OutsideReply> before) {
        Map<OutsideKind, OutsideSource> missing = new EnumMap<>(OutsideKind.class);
        missing.putAll(sources);
        before.stream()
                .filter(OutsideReply::whole)
                .map(OutsideReply::kind)
                .forEach(missing::remove);
        return Set.copyOf(missing.keySet());
    }

    /**
     * {@return what each of them replies; nobody waits for it with a lock on anything}
     *
     * @param kinds who is asked
     */
    public List<OutsideReply> ask(MeansInquiry inquiry, Set<OutsideKind> kinds) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("sources outside are asked before the step");
        }
        Map<String, String> tokens = new HashMap<>();
        List<OutsideInquiry.Subject> subjects = new ArrayList<>();
        for (String person : inquiry.persons()) {
            Optional<Identity> known = people.known(person);
            if (known.isPresent()) {
                String ref = String.valueOf(subjects.size() + 1);
                tokens.put(ref, person);
                subjects.add(new OutsideInquiry.Subject(ref, known.get().number()));
            }
        }
        OutsideInquiry asked = new OutsideInquiry(inquiry.number(), inquiry.consentNo(), subjects);
        Map<OutsideKind, Callable<OutsideAnswer>> questions = new LinkedHashMap<>();
        kinds.stream()
                .sorted()
                .forEach(
                        kind -> {
                            OutsideSource source = Objects.requireNonNull(sources.get(kind));
                            questions.put(kind, () -> source.ask(asked));
                        });
        return replies(questions, tokens, inquiry.persons().size());
    }

    private static List<OutsideReply> replies(
            Map<OutsideKind, Callable<OutsideAnswer>> questions,
            Map<String, String> tokens,
            int persons) {
        List<OutsideReply> replies = new ArrayList<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<OutsideAnswer>> answers =
                    threads.invokeAll(questions.values(), LONGEST, TimeUnit.SECONDS);
            int place = 0;
            for (OutsideKind kind : questions.keySet()) {
                replies.add(reply(kind, answers.get(place++), tokens, persons));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            questions
                    .keySet()
                    .forEach(
                            kind ->
                                    replies.add(
                                            OutsideReply.without(
                                                    kind, MeansAnswer.Status.NOT_ANSWERED)));
        } finally {
            threads.shutdownNow();
        }
        return List.copyOf(replies);
    }

    private static OutsideReply reply(
            OutsideKind kind, Future<OutsideAnswer> answer, Map<String, String> tokens, int persons)
            throws InterruptedException {
        try {
            return reply(kind, answer.get(), tokens, persons);
        } catch (ExecutionException e) {
            log.warn("{} did not answer: {}", kind, why(e.getCause()));
        } catch (CancellationException _) {
            log.warn("{} did not answer in {} seconds", kind, LONGEST);
        }
        return OutsideReply.without(kind, MeansAnswer.Status.NOT_ANSWERED);
    }

    /** Nothing that a source has written is put into the log. */
    private static String why(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> "";
            case IOException broken -> String.valueOf(broken.getMessage());
            default -> cause.getClass().getSimpleName();
        };
    }

    private static OutsideReply reply(
            OutsideKind kind, OutsideAnswer answer, Map<String, String> tokens, int persons) {
        Map<String, OutsideReply.Sum> sums = new LinkedHashMap<>();
        for (OutsideAnswer.PersonSum one : answer.persons()) {
            String person = tokens.get(one.ref());
            if (person != null) {
                sums.put(person, new OutsideReply.Sum(person, one.fen(), one.asOf().toString()));
            }
        }
        return new OutsideReply(
                kind,
                sums.size() == persons
                        ? MeansAnswer.Status.ANSWERED
                        : sums.isEmpty()
                                ? MeansAnswer.Status.NOT_ANSWERED
                                : MeansAnswer.Status.PARTLY,
                List.copyOf(sums.values()));
    }
}

package org.lianji.bench.load;

import org.lianji.bench.load.Question.Somebody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Nobody is measured on errors or on other answers than the rest: peers tell what the floor tells,
 * and the hub as much of it as its guards let through.
 */
final class Check {

    private static final int PEOPLE = 20;

    private Check() {}

    /**
     * {@return what was found, a line a question}
     *
     * @param targets the floor among them
     * @throws IOException where an answer is wrong
     */
    static List<String> all(List<Target> targets) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (Question question : Question.values()) {
            found.add(one(question, targets));
        }
        return found;
    }

    private static String one(Question question, List<Target> targets)
            throws IOException, InterruptedException {
        Target hub = targets.getFirst();
        int shown = 0;
        int all = 0;
        for (Somebody somebody : hub.people().subList(0, PEOPLE)) {
            Answer answer = hub.ask(question, somebody);
            Answer truth = answer;
            for (Target peer : targets.subList(1, targets.size())) {
                if (peer.answers(question)) {
                    Answer other = peer.ask(question, somebody);
                    truth = truth == answer ? other : truth;
                    require(other.equals(truth), question, peer, other, truth);
                }
            }
            require(truth.covers(answer), question, hub, answer, truth);
            shown += answer.size();
            all += truth.size();
        }
        require(shown > 0, question, hub, shown, "something");
        if (targets.stream().skip(1).noneMatch(peer -> peer.answers(question))) {
            return "%s: only the hub is asked".formatted(question);
        }
        return "%s: asked about %d people all peers tell the same %d things, the hub %d of them, as its guards let through"
                .formatted(question, PEOPLE, all, shown);
    }

    private static void require(
            boolean right, Question question, Target target, Object told, Object expected)
            throws IOException {
        if (!right) {
            throw new IOException(
                    "%s, %s: answers %s, not %s"
                            .formatted(target.name(), question, told, expected));
        }
    }
}

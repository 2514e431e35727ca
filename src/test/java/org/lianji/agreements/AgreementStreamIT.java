package org.lianji.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.terms.Samples.caller;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.api.Listener;
import org.lianji.feed.AgreementNews;
import org.lianji.feed.AgreementStream;
import org.lianji.paging.Cursors;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.sharing.Paper;
import org.lianji.terms.AgreementCode;
import org.springframework.beans.factory.annotation.Autowired;

import reactor.core.publisher.BaseSubscriber;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Who is told of a change, in which order, and that nobody misses one: RS provides, JY consumes, MZ
 * leads, YB has nothing to do with it.
 */
@HubTest
class AgreementStreamIT {

    private static final Caller CONSUMER = caller("JY", Role.SHARING_UNIT);
    private static final int MANY = 130;

    @Autowired Hub hub;

    @Autowired AgreementStream stream;

    @Autowired Cursors cursors;

    /** Listens, and asks for each change by itself. */
    private final class Ear extends BaseSubscriber<AgreementNews> {

        private final BlockingQueue<AgreementNews> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Problem> end = new CompletableFuture<>();
        private final Listener listener = new Listener(null);

        Ear(Caller caller, @Nullable String after) {
            stream.of(caller, after, listener).subscribe(this);
        }

        @Override
        protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
            // asks when the test does
        }

        @Override
        protected void hookOnNext(AgreementNews news) {
            heard.add(news);
        }

        @Override
        protected void hookOnComplete() {
            end.complete(listener.end());
        }

        AgreementNews next() throws InterruptedException {
            request(1);
            AgreementNews news = heard.poll(60, TimeUnit.SECONDS);
            assertThat(news).isNotNull();
            return news;
        }

        List<AgreementTransition> next(int count) throws InterruptedException {
            List<AgreementTransition> transitions = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                transitions.add(next().event().transition());
            }
            return transitions;
        }
    }

    @Test
    void tellsBothSidesWhatConcernsThemWhoItIsFiledWithAndNobodyElse() throws Exception {
        Ear provider = new Ear(caller("RS", Role.SHARING_UNIT), null);
        Ear consumer = new Ear(CONSUMER, null);
        Ear lead = new Ear(caller("MZ", Role.SYSTEM), null);
        Ear third = new Ear(caller("YB", Role.SHARING_UNIT), null);
        Ear auditor = new Ear(caller("", Role.AUDITOR), null);
        third.request(1);
        auditor.request(1);

        Paper.active(hub).suspended("RS", "INC-1", 5);

        assertThat(consumer.next(7))
                .containsExactly(
                        AgreementTransition.REQUEST,
                        AgreementTransition.SIGN,
                        AgreementTransition.SUBMIT,
                        AgreementTransition.PREPARE_APPROVAL,
                        AgreementTransition.APPROVE,
                        AgreementTransition.DELIVER,
                        AgreementTransition.CONFIRM_DELIVERY);
        assertThat(provider.next(6))
                .as("no draft of another")
                .startsWith(AgreementTransition.SUBMIT)
                .endsWith(AgreementTransition.SUSPEND);
        assertThat(lead.next().event().filedWith()).isEqualTo("MZ");
        assertThat(third.heard).isEmpty();
        assertThat(auditor.heard).isEmpty();
    }

    @Test
    void tellsTheConsumerOfTheEndBeforeTheStreamEnds() throws Exception {
        Paper paper = Paper.active(hub);
        Ear consumer = new Ear(CONSUMER, null);

        paper.suspended("RS", "INC-1", 5);

        assertThat(consumer.next(1)).containsExactly(AgreementTransition.SUSPEND);
        assertThat(consumer.end.get(60, TimeUnit.SECONDS).code())
                .isEqualTo(AgreementCode.STREAM_ENDED);
    }

    @Test
    void goesOnBehindTheLastChangeThatWasHeard() throws Exception {
        Ear consumer = new Ear(CONSUMER, null);
        Paper paper = Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));
        String last = consumer.next().cursor();
        consumer.cancel();

        paper.done("JY-HEAD", "signAgreement").done("JY", "submitAgreement");
        Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));
        Ear again = new Ear(CONSUMER, last);
        List<AgreementTransition> missed = again.next(3);
        paper.done("RS", "prepareApproval");

        assertThat(missed)
                .as("in the order of each agreement")
                .containsExactlyInAnyOrder(
                        AgreementTransition.SIGN,
                        AgreementTransition.SUBMIT,
                        AgreementTransition.REQUEST)
                .containsSubsequence(AgreementTransition.SIGN, AgreementTransition.SUBMIT);
        assertThat(again.next(1)).containsExactly(AgreementTransition.PREPARE_APPROVAL);
    }

    /** A right that ended long ago does not end a stream that begins now. */
    @Test
    void goesOnBehindAnEndThatIsPast() throws Exception {
        Ear consumer = new Ear(CONSUMER, null);
        Paper paper = Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));
        String first = consumer.next().cursor();
        paper.done("JY-HEAD", "signAgreement")
                .done("JY", "submitAgreement")
                .done("RS", "prepareApproval")
                .done("RS-HEAD", "approveAgreement")
                .done("RS", "deliverAgreement")
                .done("JY", "confirmDelivery")
                .suspended("RS", "INC-1", 5)
                .done("JY", "rectifyAgreement", "已整改");

        assertThat(new Ear(CONSUMER, first).next(8))
                .endsWith(AgreementTransition.SUSPEND, AgreementTransition.RECTIFY);
    }

    @Test
    void keepsWhatASlowReaderHasNotReadAndHoldsUpNobody() throws Exception {
        Ear slow = new Ear(CONSUMER, null);
        Paper paper = Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));
        for (int i = 0; i < MANY; i++) {
            amend(paper, i + 1);
        }

        List<Long> versions = new ArrayList<>();
        for (int i = 0; i <= MANY; i++) {
            versions.add(slow.next().event().version());
        }
        assertThat(versions)
                .isEqualTo(IntStream.rangeClosed(1, MANY + 1).mapToObj(Long::valueOf).toList());
    }

    private void amend(Paper paper, int version) {
        assertThat(
                        hub.ask(
                                        "JY",
                                        "mutation ($step: AgreementStep!, $input: AgreementInput!)"
                                                + " { amendAgreement(step: $step, input: $input) {"
                                                + " version } }",
                                        Map.of(
                                                "step",
                                                Map.of("id", paper.id(), "version", version),
                                                "input",
                                                Paper.input("RS01", List.of(), "E")))
                                .at("/data/amendAgreement/version")
                                .asInt())
                .isEqualTo(version + 1);
    }

    @Test
    void tellsOfAGapAndOfACursorOfAnother() {
        String gone =
                cursors.write(
                        AgreementStream.list(CONSUMER), List.of("Agone", 3L)); // of an earlier hub
        String unknown = cursors.write(AgreementStream.list(CONSUMER), List.of(1_000_000L));
        String others =
                cursors.write(
                        AgreementStream.list(caller("YB", Role.SHARING_UNIT)),
                        List.of("Agone", 3L));

        assertThatThrownBy(() -> new Ear(CONSUMER, gone))
                .isInstanceOfSatisfying(
                        Problem.class,
                        why -> assertThat(why.code()).isEqualTo(PlatformCode.STREAM_GAP));
        assertThatThrownBy(() -> new Ear(CONSUMER, unknown))
                .isInstanceOfSatisfying(
                        Problem.class,
                        why -> assertThat(why.code()).isEqualTo(PlatformCode.STREAM_GAP));
        assertThatThrownBy(() -> new Ear(CONSUMER, others))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.code().name()).isEqualTo("CURSOR"));
    }

    @Test
    void tellsAtWhichFieldAndArgumentACursorIsNone() {
        String answer =
                hub.send(
                                hub.question(
                                                "JY",
                                                Reason.NONE,
                                                "subscription { a: agreementChanged(after: \"x\")"
                                                        + " { cursor } }",
                                                Map.of())
                                        .header("Accept", "text/event-stream"))
                        .body();

        JsonNode error = EventReader.answer(answer.lines().toList()).at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).isEqualTo("CURSOR");
        assertThat(error.at("/extensions/details/argument").asString()).isEqualTo("after");
        assertThat(error.get("path").toString()).isEqualTo("[\"a\"]");
        assertThat(error.get("locations").toString())
                .isEqualTo("[{\"line\":1,\"column\":16},{\"line\":1,\"column\":43}]");
    }

    private EventReader listen(String... header) {
        return EventReader.listen(
                hub,
                "JY",
                "subscription { agreementChanged { cursor agreement { state history { version } }"
                        + " event { transition } } }",
                header);
    }

    @Test
    void isAnEventStreamThatNamesItsEventsAndGoesOnBehindTheLast() throws Exception {
        Paper paper = Paper.active(hub);
        EventReader first = listen();
        paper.suspended("RS", "INC-1", 5);

        List<String> suspension = first.next();
        String cursor =
                EventReader.answer(suspension).at("/data/agreementChanged/cursor").asString();
        assertThat(suspension).contains("id:" + cursor);
        assertThat(
                        EventReader.answer(suspension)
                                .at("/data/agreementChanged/event/transition")
                                .asString())
                .isEqualTo("SUSPEND");
        assertThat(first.next().toString()).contains("STREAM_ENDED");
        assertThat(first.next()).contains("event:complete");

        paper.done("JY", "rectifyAgreement", "已整改").done("RS", "resumeAgreement");
        EventReader second = listen("Last-Event-ID", cursor);
        assertThat(second.answer().at("/data/agreementChanged/event/transition").asString())
                .isEqualTo("RECTIFY");
        assertThat(second.answer().at("/data/agreementChanged/event/transition").asString())
                .isEqualTo("RESUME");
        second.close();
    }
}

package org.lianji.feed;

import org.jspecify.annotations.Nullable;
import org.lianji.agreements.Agreement;
import org.lianji.agreements.ChangedAgreement;
import org.lianji.api.Listener;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsStream;
import org.lianji.paging.PageRequest;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.terms.AgreementCode;
import org.lianji.terms.AgreementState;
import org.lianji.terms.PartyRole;
import org.lianji.terms.Terms;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/**
 * Tells those who listen what becomes of their agreements, in whichever hub that is: each reads the
 * news at their own pace, from where they left off, and what they are told is decided when they
 * are.
 */
@Component
public final class AgreementStream {

    private static final Set<String> KINDS = Set.of(ChangedAgreement.KIND);

    private final NewsStream news;
    private final AgreementChronicle chronicle;
    private final Clock clock;

    AgreementStream(NewsStream news, AgreementChronicle chronicle, Clock clock) {
        this.news = news;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * {@return the changes that concern the caller's department: those to come, and before them
     * those behind a cursor}
     *
     * @param after cursor of the last change that the caller knows
     * @throws Problem where the cursor is none, or what is behind it is not kept any more
     */
    public Flux<AgreementNews> of(Caller caller, @Nullable String after, Listener listener) {
        listener.isWaitedFor();
        String last = listener.last() == null ? after : listener.last();
        long now = news.now();
        return news.behind(KINDS, last == null ? now : news.place(list(caller), last))
                .filter(one -> one.as(ChangedAgreement.class).names(caller.department()))
                .mapNotNull(one -> chronicle.change(one, LocalDate.now(clock)).orElse(null))
                .filter(change -> concerns(change, caller))
                .doOnNext(change -> listener.hears(cursor(caller, change)))
                .takeUntil(change -> change.place() > now && revokes(change, caller))
                .map(change -> told(caller, change))
                .concatWith(
                        Mono.fromRunnable(
                                () -> listener.leaves(new Problem(AgreementCode.STREAM_ENDED))));
    }

    /** {@return whether news of a change concern the caller's department} */
    public boolean concerns(News one, Caller caller) {
        return one.as(ChangedAgreement.class).names(caller.department())
                && chronicle
                        .change(one, LocalDate.now(clock))
                        .filter(change -> concerns(change, caller))
                        .isPresent();
    }

    private String cursor(Caller caller, AgreementChronicle.Change change) {
        return news.cursor(list(caller), change.place());
    }

    private AgreementNews told(Caller caller, AgreementChronicle.Change change) {
        return new AgreementNews(cursor(caller, change), change.agreement(), change.event());
    }

    /** {@return what tells the caller's cursors from those of others} */
    public static String list(Caller caller) {
        return PageRequest.of(caller) + " agreementChanged";
    }

    /** Whoever was let in by the agreement is let in by it no longer. */
    private static boolean revokes(AgreementChronicle.Change change, Caller caller) {
        return change.event().from() == AgreementState.ACTIVE
                && change.event().to() != AgreementState.ACTIVE
                && PartyRole.CONSUMER.has(caller, change.agreement().terms(), "");
    }

    /**
     * A draft is its department's alone until it is submitted; suspensions also go to the
     * department they are filed with.
     */
    private static boolean concerns(AgreementChronicle.Change change, Caller caller) {
        Terms terms = change.agreement().terms();
        return PartyRole.CONSUMER.has(caller, terms, "")
                || PartyRole.PROVIDER.has(caller, terms, "")
                        && !Agreement.DRAFTS.contains(change.event().to())
                || caller.department().equals(change.event().filedWith());
    }
}

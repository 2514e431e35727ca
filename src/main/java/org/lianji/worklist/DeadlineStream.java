package org.lianji.worklist;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.api.Listener;
import org.lianji.clocks.Deadline;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsStream;
import org.lianji.paging.PageRequest;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells those who listen of last days that are near or over. Whether they may know of the matter,
 * and whether its clock still runs, is looked up when they are told.
 */
@Component
final class DeadlineStream {

    private final NewsStream news;
    private final FlowTypes types;
    private final ProcedureKernel kernel;

    DeadlineStream(NewsStream news, FlowTypes types, ProcedureKernel kernel) {
        this.news = news;
        this.types = types;
        this.kernel = kernel;
    }

    /**
     * A clock as those who listen are told of it.
     *
     * @param cursor behind which one can go on listening
     * @param matter as it is now
     * @param deadline the clock
     */
    record NearDeadline(String cursor, Procedure<?> matter, Deadline deadline) {}

    /**
     * {@return the clocks that the caller's department must keep}
     *
     * @param region only of matters in this one; null for all
     * @param after cursor of the last that the caller knows
     * @throws Problem CURSOR where the cursor is none of this list, STREAM_GAP where what is behind
     *     it is not kept any more
     */
    Flux<NearDeadline> of(
            Caller caller,
            @Nullable String region,
            @Nullable String after,
            DataFetchingEnvironment field) {
        Listener listener =
                Objects.requireNonNull(field.getGraphQlContext().<Listener>get(Listener.class));
        listener.isWaitedFor();
        String list = PageRequest.of(caller) + " deadlineNear " + region;
        String last = listener.last() == null ? after : listener.last();
        return news.behind(
                        Set.of(DeadlineNews.KIND),
                        last == null ? news.now() : news.place(list, last))
                .mapNotNull(one -> told(caller, region, list, one).orElse(null))
                .doOnNext(told -> listener.hears(told.cursor()));
    }

    private Optional<NearDeadline> told(
            Caller caller, @Nullable String region, String list, News one) {
        DeadlineNews near = one.as(DeadlineNews.class);
        return types.flow(near.type())
                .flatMap(
                        flow ->
                                kernel.of(flow)
                                        .find(caller, near.matter(), Procedures.within(region)))
                .flatMap(
                        matter ->
                                matter.deadlines().stream()
                                        .filter(Deadline::running)
                                        .filter(clock -> clock.due().equals(near.due()))
                                        .filter(clock -> keeps(caller, clock))
                                        .filter(
                                                clock ->
                                                        clock.key(matter.id()).equals(near.clock()))
                                        .findFirst()
                                        .map(
                                                clock ->
                                                        new NearDeadline(
                                                                news.cursor(list, one.seq()),
                                                                matter,
                                                                clock)));
    }

    private static boolean keeps(Caller caller, Deadline clock) {
        return clock.department().equals(caller.department());
    }
}

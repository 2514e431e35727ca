package org.lianji.worklist;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.Deadline;
import org.lianji.database.Fragment;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsFeed;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.webhooks.ToldNews;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;

import java.util.Optional;
import java.util.Set;

/**
 * Tells those who listen, and departments' systems, of last days that are near or over. Whether
 * they may know of the matter, and whether its clock still runs, is looked up when they are told.
 */
@Component
final class DeadlineStream implements ToldNews {

    private final NewsFeed news;
    private final FlowTypes types;
    private final ProcedureKernel kernel;

    DeadlineStream(NewsFeed news, FlowTypes types, ProcedureKernel kernel) {
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
     * @param field with the cursor as {@code after}
     * @throws Problem CURSOR where the cursor is none of this list, STREAM_GAP where what is behind
     *     it is not kept any more
     */
    Flux<NearDeadline> of(Caller caller, @Nullable String region, DataFetchingEnvironment field) {
        Fragment which = Procedures.within(region);
        return news.of(
                field,
                Set.of(DeadlineNews.KIND),
                "deadlineNear " + region,
                (one, cursor) -> told(caller, which, one.as(DeadlineNews.class), cursor),
                NearDeadline::cursor);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DeadlineNews.KIND);
    }

    @Override
    public boolean concern(Caller caller, News one) {
        return told(caller, Fragment.TRUE, one.as(DeadlineNews.class), "").isPresent();
    }

    private Optional<NearDeadline> told(
            Caller caller, Fragment which, DeadlineNews near, String cursor) {
        return types.flow(near.type())
                .flatMap(flow -> kernel.of(flow).find(caller, near.matter(), which))
                .flatMap(
                        matter ->
                                running(matter, near)
                                        .filter(clock -> keeps(caller, clock))
                                        .map(clock -> new NearDeadline(cursor, matter, clock)));
    }

    private static Optional<Deadline> running(Procedure<?> matter, DeadlineNews near) {
        return matter.deadlines().stream()
                .filter(Deadline::running)
                .filter(clock -> clock.due().equals(near.due()))
                .filter(clock -> clock.key(matter.id()).equals(near.clock()))
                .findFirst();
    }

    private static boolean keeps(Caller caller, Deadline clock) {
        return clock.department().equals(caller.department());
    }
}

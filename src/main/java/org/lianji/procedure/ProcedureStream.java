package org.lianji.procedure;

import graphql.schema.DataFetchingEnvironment;

import org.lianji.database.Fragment;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsFeed;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;

import java.util.Optional;
import java.util.Set;

/**
 * Tells those who listen what becomes of the matters that they may know of, in whichever hub that
 * is: each reads the news at their own pace, from where they left off. Whether they may know is
 * decided when they are told, by the rule of the flow's lists.
 */
@Component
final class ProcedureStream {

    /**
     * A step of a matter as those who listen are told of it.
     *
     * @param cursor behind which one can go on listening
     * @param step the row of the flow's table
     * @param matter as it is now, which may be after later steps
     */
    record StepTaken(String cursor, String step, Procedure<?> matter) {}

    private final NewsFeed news;

    ProcedureStream(NewsFeed news) {
        this.news = news;
    }

    /**
     * {@return the steps of the flow's matters: those to come, and before them those behind a
     * cursor}
     *
     * @param field with the cursor as {@code after} and, where the flow's matters lie in places,
     *     the code of a {@code region}
     * @throws Problem CURSOR where the cursor is none of this list, STREAM_GAP where what is behind
     *     it is not kept any more
     */
    Flux<StepTaken> of(Procedures<?, ?, ?> matters, DataFetchingEnvironment field) {
        Caller caller = Caller.of(field);
        String kind = Procedure.StepNews.kind(matters.flow().matter());
        String region = field.getArgument("region");
        Fragment which = Procedures.within(region);
        return news.of(
                field,
                Set.of(kind),
                kind + " " + region,
                (one, cursor) -> told(matters, caller, which, one, cursor),
                StepTaken::cursor);
    }

    private static Optional<StepTaken> told(
            Procedures<?, ?, ?> matters, Caller caller, Fragment which, News one, String cursor) {
        Procedure.StepNews step = one.as(Procedure.StepNews.class);
        return matters.find(caller, step.id(), which)
                .map(matter -> new StepTaken(cursor, step.step(), matter));
    }
}

package org.lianji.outbox;

import graphql.schema.DataFetchingEnvironment;

import org.lianji.api.Listener;
import org.lianji.paging.PageRequest;
import org.lianji.platform.Caller;
import org.lianji.platform.PlacedProblem;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Answers subscriptions from the news: from the cursor that a listener comes back with, or from now
 * on. What each piece of news comes to for this listener is worked out when it is told.
 */
@Component
public final class NewsFeed {

    private final NewsStream news;

    NewsFeed(NewsStream news) {
        this.news = news;
    }

    /**
     * {@return what the subscription tells}
     *
     * @param field with the cursor as {@code after}
     * @param kinds of news
     * @param name what tells the list from others of the same caller
     * @param told makes of news, and the cursor behind it, what the listener is told; empty where
     *     it is not for them
     * @param cursor of what they are told
     * @throws Problem CURSOR where the cursor is none of this list, STREAM_GAP where what is behind
     *     it is not kept any more
     */
    public <T> Flux<T> of(
            DataFetchingEnvironment field,
            Set<String> kinds,
            String name,
            BiFunction<News, String, Optional<T>> told,
            Function<T, String> cursor) {
        try {
            return behind(field, kinds, name, told)
                    .doOnNext(one -> listener(field).hears(cursor.apply(one)));
        } catch (Problem problem) {
            throw PlacedProblem.of(problem, field);
        }
    }

    private <T> Flux<T> behind(
            DataFetchingEnvironment field,
            Set<String> kinds,
            String name,
            BiFunction<News, String, Optional<T>> told) {
        listener(field).isWaitedFor();
        String list = PageRequest.of(Caller.of(field)) + " " + name;
        String after = field.getArgument("after");
        String last = listener(field).last() == null ? after : listener(field).last();
        return news.behind(kinds, last == null ? news.now() : news.place(list, last))
                .concatMap(
                        one -> Mono.justOrEmpty(told.apply(one, news.cursor(list, one.seq()))), 1);
    }

    private static Listener listener(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.getGraphQlContext().<Listener>get(Listener.class));
    }
}

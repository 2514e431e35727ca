package org.lianji.web;

import org.lianji.limits.Cost;
import org.lianji.limits.LimitSettings;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets no request stay longer than it may, and tells beside each answer what it cost. A request
 * that is cut is not interrupted, since others may share its statement: its transaction ends by its
 * own time limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestTimeout implements WebGraphQlInterceptor {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    /** Given as a plain executor, for Reactor would interrupt what an executor service runs. */
    private static final Scheduler SCHEDULER = Schedulers.fromExecutor(THREADS::execute);

    private final LimitSettings limits;

    RequestTimeout(LimitSettings limits) {
        this.limits = limits;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .subscribeOn(SCHEDULER)
                .timeout(limits.time(), Mono.error(() -> new Problem(PlatformCode.TIMED_OUT)))
                .map(RequestTimeout::priced);
    }

    private static WebGraphQlResponse priced(WebGraphQlResponse response) {
        Cost cost = response.getExecutionInput().getGraphQLContext().get(Cost.class);
        if (cost == null) {
            return response;
        }
        Map<Object, Object> extensions = new LinkedHashMap<>(response.getExtensions());
        extensions.put("cost", cost.total());
        return response.transform(builder -> builder.extensions(extensions));
    }
}

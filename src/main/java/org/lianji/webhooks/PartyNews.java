package org.lianji.webhooks;

import org.lianji.agreements.ChangedAgreement;
import org.lianji.feed.AgreementStream;
import org.lianji.outbox.News;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Flow;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.ProcedureKernel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * News of matters that departments are party to, and of what else they are told: of each flow those
 * that somebody of the department may know of, wherever in the city they work, by the rule of the
 * flow's own lists.
 */
@Component
final class PartyNews {

    private static final Set<Role> ANYBODY =
            Set.of(
                    Role.SYSTEM,
                    Role.SHARING_UNIT,
                    Role.SHARING_HEAD,
                    Role.COUNTY_OFFICER,
                    Role.TOWN_OFFICER);

    private final ObjectProvider<Flow<?, ?, ?>> flows;
    private final ProcedureKernel kernel;
    private final AgreementStream agreements;
    private final ObjectProvider<ToldNews> others;

    /** Webhooks are matters of a flow themselves: flows are looked up when they are all there. */
    PartyNews(
            ObjectProvider<Flow<?, ?, ?>> flows,
            ProcedureKernel kernel,
            AgreementStream agreements,
            ObjectProvider<ToldNews> others) {
        this.flows = flows;
        this.kernel = kernel;
        this.agreements = agreements;
        this.others = others;
    }

    /** {@return the kinds of such news} */
    Set<String> kinds() {
        Set<String> kinds =
                flows.stream()
                        .filter(flow -> flow.matter() != Webhook.class)
                        .map(flow -> flow.matter().getSimpleName() + Procedure.CHANGED)
                        .collect(Collectors.toCollection(TreeSet::new));
        kinds.add(ChangedAgreement.KIND);
        others.stream().forEach(told -> kinds.addAll(told.kinds()));
        return kinds;
    }

    /** {@return the kinds that were chosen; all where none was} */
    Set<String> kinds(List<String> chosen) {
        return chosen.isEmpty() ? kinds() : Set.copyOf(chosen);
    }

    /**
     * {@return whether the department is, now, party to what the news are about}
     *
     * @param department code
     */
    boolean concern(String department, News news) {
        Caller caller = somebody(department, Regions.WHOLE.getLast());
        if (news.kind().equals(ChangedAgreement.KIND)) {
            return agreements.concerns(news, caller);
        }
        Optional<ToldNews> other =
                others.stream().filter(told -> told.kinds().contains(news.kind())).findFirst();
        if (other.isPresent()) {
            return other.get().concern(caller, news);
        }
        Procedure.StepNews step = news.as(Procedure.StepNews.class);
        Optional<Flow<?, ?, ?>> of =
                flows.stream()
                        .<Flow<?, ?, ?>>map(flow -> flow)
                        .filter(flow -> flow.matter().getSimpleName().equals(step.type()))
                        .findFirst();
        return of.filter(flow -> shows(flow, department, step.id())).isPresent();
    }

    /** Of some flows officers see what is of their own place alone, wherever that is. */
    private boolean shows(Flow<?, ?, ?> flow, String department, String id) {
        return Stream.concat(Stream.of(Regions.WHOLE.getLast()), Regions.counties().stream())
                .map(region -> somebody(department, region))
                .anyMatch(one -> kernel.of(flow).find(one, id).isPresent());
    }

    private static Caller somebody(String department, String region) {
        return new Caller(department, "webhook", ANYBODY, region, null);
    }
}

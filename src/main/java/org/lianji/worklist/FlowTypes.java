package org.lianji.worklist;

import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The flows that there are, by the type of their matters. */
@Component
final class FlowTypes {

    private final Map<String, Flow<?, ?, ?>> flows;

    FlowTypes(List<Flow<?, ?, ?>> flows) {
        this.flows =
                flows.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        flow -> flow.matter().getSimpleName(),
                                        Function.identity()));
    }

    Collection<String> names() {
        return flows.keySet();
    }

    Optional<Flow<?, ?, ?>> flow(String type) {
        return Optional.ofNullable(flows.get(type));
    }
}

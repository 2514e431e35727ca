package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;

/** What a case tells of itself to officers. */
@Controller
final class CaseFields {

    private final Cases cases;

    CaseFields(Cases cases) {
        this.cases = cases;
    }

    @SchemaMapping
    AssistanceKind kind(Case one) {
        return one.application().kind();
    }

    @SchemaMapping
    String region(Case one) {
        return one.application().places().getFirst();
    }

    @SchemaMapping
    ApplicationChannel channel(Case one) {
        return one.application().channel();
    }

    @SchemaMapping
    @Nullable String basis(Case one) {
        return one.family().basis();
    }

    @SchemaMapping
    List<String> surveyors(Case one) {
        return cases.surveyors(one);
    }

    @SchemaMapping
    @Nullable Boolean favourable(Case one) {
        return one.inquiry().favourable();
    }

    /** What a check said. */
    record Check(
            List<SourceAnswer> sources, MeansAnswer.Conclusion conclusion, LocalDate validUntil) {}

    /** What one source of it said. */
    record SourceAnswer(
            MeansSource source, String category, MeansAnswer.Status status, boolean found) {}

    @SchemaMapping
    @Nullable Check check(Case one) {
        if (!(one.inquiry().validUntil() instanceof LocalDate validUntil)) {
            return null;
        }
        List<MeansAnswer> said = one.inquiry().said();
        return new Check(
                said.stream()
                        .map(
                                answer ->
                                        new SourceAnswer(
                                                answer.source(),
                                                answer.source().category(),
                                                answer.status(),
                                                answer.found()))
                        .toList(),
                MeansAnswer.conclusion(said),
                validUntil);
    }

    /** What was granted. */
    record Award(
            Long monthlyAmount,
            int memberCount,
            String area,
            String startMonth,
            String reviewCycle) {}

    @SchemaMapping(field = "award", typeName = "Case")
    @Nullable Award award(Case one) {
        return awarded(one);
    }

    /** {@return what was granted; null before} */
    static @Nullable Award awarded(Case one) {
        Case.Decision decision = one.decision();
        return decision.monthlyAmount() instanceof Long amount
                        && decision.area() instanceof String area
                        && decision.startMonth() instanceof String month
                        && decision.reviewCycle() instanceof String cycle
                ? new Award(amount, decision.members().size(), area, month, cycle)
                : null;
    }
}

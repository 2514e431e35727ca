package org.lianji.rules;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Each rule finds whom the cases in its own file say, and nobody else of them. */
@HubTest
class RuleCasesIT {

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    /** No rule runs before all is there: each is planned once, and looks at all cases once. */
    @Test
    void findWhomTheyShouldAndNobodyElse() {
        Monitored city = new Monitored(hub, catalogue);
        List<RuleCases.Case> cases = new RuleCases(catalogue).all();
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        cases.forEach(
                one ->
                        one.records()
                                .forEach(
                                        (category, some) ->
                                                rows.computeIfAbsent(
                                                                category, _ -> new ArrayList<>())
                                                        .addAll(some)));
        rows.forEach(city::contribute);
        city.agree();
        city.run(List.of());

        SoftAssertions all = new SoftAssertions();
        Map<String, List<String>> found = new HashMap<>();
        for (RuleCases.Case one : cases) {
            Map<String, String> letters = letters(city, one);
            List<String> persons = found.computeIfAbsent(one.rule(), city::found);
            List<String> among =
                    persons.stream().map(letters::get).filter(Objects::nonNull).sorted().toList();
            all.assertThat(among)
                    .as("%s: %s", one.rule(), one.name())
                    .containsExactlyInAnyOrderElementsOf(one.finds());
        }
        all.assertAll();
    }

    /** Letters by token of those about whom there are records. */
    private static Map<String, String> letters(Monitored city, RuleCases.Case one) {
        Map<String, String> categories = new HashMap<>();
        one.records()
                .forEach(
                        (category, rows) ->
                                rows.forEach(
                                        row ->
                                                categories.put(
                                                        row.get("idNumber").toString(), category)));
        Map<String, String> letters = new HashMap<>();
        one.people()
                .forEach(
                        (letter, number) -> {
                            String category = categories.get(number);
                            if (category != null) {
                                letters.put(city.token(category, number), letter);
                            }
                        });
        return letters;
    }
}

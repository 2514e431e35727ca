package org.lianji.demo;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.items.Department;
import org.lianji.items.Level;
import org.lianji.items.Share;
import org.lianji.rules.Rules;
import org.lianji.terms.AgreementRequest;
import org.lianji.terms.DeliveryMode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the lead department asks for so that its rules run: the items that they read, no more. */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
public final class MonitoringRequests {

    private final Rules rules;
    private final Catalogue catalogue;

    MonitoringRequests(Rules rules, Catalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /** {@return one request for each purpose under which rules read what the provider has} */
    Stream<AgreementRequest> of(Department provider) {
        Map<Purpose, Map<String, Set<String>>> read = new TreeMap<>();
        rules.all()
                .forEach(
                        rule ->
                                rule.items()
                                        .forEach(
                                                (code, items) ->
                                                        read.computeIfAbsent(
                                                                        rule.purposeOf(code),
                                                                        _ -> new TreeMap<>())
                                                                .computeIfAbsent(
                                                                        code, _ -> new TreeSet<>())
                                                                .addAll(items)));
        return read.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), parts(provider, one.getValue())))
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> request(one.getKey(), one.getValue()));
    }

    private List<AgreementRequest.Part> parts(Department provider, Map<String, Set<String>> read) {
        return read.entrySet().stream()
                .flatMap(
                        one ->
                                catalogue.category(one.getKey()).stream()
                                        .filter(category -> category.owner().equals(provider))
                                        .map(category -> part(category, one.getValue())))
                .filter(part -> part.items() != null && !part.items().isEmpty())
                .toList();
    }

    /** What is open to all needs one about people under 14. */
    private static AgreementRequest.Part part(Category category, Set<String> items) {
        return AgreementRequest.Part.of(
                category.code(),
                items.stream()
                        .filter(
                                item ->
                                        category.item(item).orElseThrow().share()
                                                != Share.NOT_SHARED)
                        .collect(Collectors.toSet()));
    }

    private static AgreementRequest request(Purpose purpose, List<AgreementRequest.Part> parts) {
        return new AgreementRequest(
                parts,
                EnumSet.of(purpose),
                null,
                Level.S4,
                DeliveryMode.API,
                36,
                "社会救助法第三十九条、国办发〔2023〕39号第四条",
                "低收入人口动态监测预警，主动发现困难家庭");
    }
}

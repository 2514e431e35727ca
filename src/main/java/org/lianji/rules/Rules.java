package org.lianji.rules;

import org.lianji.catalogue.Catalogue;
import org.lianji.clocks.Deadlines;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that there are: one file each under {@code schema/rules}. */
@Component
public final class Rules {

    private static final String FOLDER = "classpath*:graphql/rules/";
    private static final String TERMS = "terms.yaml";

    private final Map<String, RuleReader.Read> byCode = new LinkedHashMap<>();

    Rules(Catalogue catalogue, Deadlines clocks, RuleParameters parameters) {
        RuleReader reader =
                new RuleReader(
                        catalogue,
                        clocks,
                        parameters.names(),
                        files(TERMS).findFirst().orElseThrow());
        files("R*.yaml")
                .map(reader::read)
                .sorted(Comparator.comparing(read -> read.rule().code()))
                .forEach(read -> byCode.put(read.rule().code(), read));
    }

    private static Stream<RuleFile> files(String names) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(FOLDER + names))
                    .map(Rules::file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleFile file(Resource resource) {
        try {
            return RuleFile.of(
                    Objects.requireNonNull(resource.getFilename()),
                    resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all rules, by code} */
    public List<Rule> all() {
        return byCode.values().stream().map(RuleReader.Read::rule).toList();
    }

    public Optional<Rule> rule(String code) {
        return Optional.ofNullable(byCode.get(code)).map(RuleReader.Read::rule);
    }

    RulePattern pattern(Rule rule) {
        return Objects.requireNonNull(byCode.get(rule.code())).pattern();
    }
}

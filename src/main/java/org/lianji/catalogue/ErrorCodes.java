package org.lianji.catalogue;

import org.lianji.platform.Code;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every code that an error or a finding can have: the modules' enums, and the categories' checks.
 */
@Component
public final class ErrorCodes {

    private static final String HOUSE = "org.lianji";

    private final List<Code> codes;

    ErrorCodes(Catalogue catalogue) {
        Map<String, Code> once = new TreeMap<>();
        Stream.concat(ofModules(), ofChecks(catalogue))
                .forEach(code -> once.putIfAbsent(code.name() + " " + code.zh(), code));
        this.codes = List.copyOf(once.values());
    }

    /** {@return all of them, by name; where modules say the same in other words, each of them} */
    public List<Code> all() {
        return codes;
    }

    private static Stream<Code> ofModules() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Code.class));
        return scanner.findCandidateComponents(HOUSE).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Code.class::cast);
    }

    private static Stream<Code> ofChecks(Catalogue catalogue) {
        return catalogue.categories().stream().flatMap(category -> category.checks().stream());
    }
}

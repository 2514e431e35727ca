package org.lianji;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The house stands as it was drawn: modules, their arrows, and the habits that keep them small. */
class HouseTests {

    /** A module knows those before it and none after it. */
    private static final List<String> ORDER =
            List.of(
                    "texts",
                    "platform",
                    "paging",
                    "database",
                    "roles",
                    "security",
                    "limits",
                    "api",
                    "streams",
                    "web",
                    "proof",
                    "audit",
                    "backup",
                    "items",
                    "catalogue",
                    "outbox",
                    "linkage",
                    "people",
                    "looks",
                    "clocks",
                    "procedure",
                    "terms",
                    "agreements",
                    "feed",
                    "access",
                    "rules",
                    "bases",
                    "corrections",
                    "documents",
                    "upload",
                    "records",
                    "contribution",
                    "identity",
                    "merges",
                    "selection",
                    "compiler",
                    "query",
                    "statistics",
                    "export",
                    "families",
                    "monitoring",
                    "boards",
                    "webhooks",
                    "parameters",
                    "outreach",
                    "households",
                    "workers",
                    "agencies",
                    "eligibility",
                    "consents",
                    "means",
                    "assistance",
                    "caseload",
                    "payment",
                    "review",
                    "special",
                    "relief",
                    "charity",
                    "projects",
                    "matching",
                    "referral",
                    "rounds",
                    "publication",
                    "directory",
                    "services",
                    "volunteers",
                    "disclosure",
                    "applications",
                    "complaints",
                    "conferences",
                    "cooperation",
                    "informing",
                    "worklist",
                    "demo");

    private static final String HOUSE = "org.lianji";
    private static final int LONGEST_FILE = 400;
    private static final int LARGEST_MODULE = 25;
    private static final int MOST_OVERLOADS = 3;

    /** Nouns of the field that look like participles or gerunds. */
    private static final Set<String> NOUNS =
            Set.of("Finding", "Need", "Pairing", "Safeguarding", "Screening", "Warning");

    private static final int LONGEST_MEDIAN = 80;
    private static final JavaClasses MAIN =
            new ClassFileImporter().importPath("target/classes/org");
    private static final JavaClasses TESTS =
            new ClassFileImporter().importPath("target/test-classes/org");

    @Test
    void modulesUseOneAnotherOnlyAsDeclared() {
        ApplicationModules.of(Lianji.class).verify();
    }

    @Test
    void arrowsPointOnlyLeftwards() {
        List<String> wrong =
                MAIN.stream()
                        .filter(one -> !one.getPackageName().equals(HOUSE))
                        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                        .filter(
                                arrow ->
                                        arrow.getTargetClass()
                                                .getPackageName()
                                                .startsWith(HOUSE + "."))
                        .filter(
                                arrow ->
                                        place(arrow.getTargetClass())
                                                > place(arrow.getOriginClass()))
                        .map(arrow -> arrow.getDescription())
                        .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyModuleIsInTheDrawingAndFlat() {
        assertThat(packages().map(JavaPackage::getName).filter(name -> !name.equals(HOUSE)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ORDER).contains(name.substring(HOUSE.length() + 1)));
    }

    @Test
    void noModuleIsLargerThanARoom() {
        Map<String, Long> sizes =
                MAIN.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(one -> !one.getSimpleName().equals("package-info"))
                        .collect(
                                Collectors.groupingBy(
                                        JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes)
                .allSatisfy((_, size) -> assertThat(size).isLessThanOrEqualTo(LARGEST_MODULE));
    }

    @Test
    void theCompilerKnowsNeitherSpringNorDriverNorClock() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + ".compiler")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "org.neo4j..")
                                .and(not(equivalentTo(ErrorType.class))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(MAIN);
    }

    @Test
    void theLinkerKnowsNeitherSpringNorDriverNorClock() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + ".linkage")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.neo4j..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(MAIN);
    }

    @Test
    void noNameHasManyMeaningsInAType() {
        Set<String> crowded = new TreeSet<>();
        for (JavaClass one : MAIN) {
            one.getMethods().stream()
                    .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .collect(Collectors.groupingBy(JavaMethod::getName, Collectors.counting()))
                    .forEach(
                            (name, count) -> {
                                if (count > MOST_OVERLOADS) {
                                    crowded.add(one.getName() + "." + name);
                                }
                            });
        }
        assertThat(crowded).isEmpty();
    }

    @Test
    void noTypeIsNamedByAParticipleOrAGerundAlone() {
        assertThat(
                        MAIN.stream()
                                .map(JavaClass::getSimpleName)
                                .filter(name -> name.matches("[A-Z][a-z]+(ed|ing)"))
                                .filter(name -> !NOUNS.contains(name)))
                .isEmpty();
    }

    @Test
    void theRootHoldsTheProgramAndNothingElse() {
        assertThat(
                        MAIN.getPackage(HOUSE).getClasses().stream()
                                .map(JavaClass::getSimpleName)
                                .filter(name -> !name.equals("package-info")))
                .containsExactly("Lianji");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages().filter(one -> !one.isAnnotatedWith(NullMarked.class))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Service", "Impl", "Manager", "Helper", "Util", "Utils", "Dto", "DTO", "Mapper"
            })
    void noClassIsNamedAfterItsLayer(String suffix) {
        noClasses().should().haveSimpleNameEndingWith(suffix).check(MAIN);
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Autowired.class.getName())
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.inject..")
                .check(MAIN);
        noFields().should().beAnnotatedWith(Value.class).check(MAIN);
    }

    @Test
    void controllersAreTheirModulesOwn() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePackagePrivate()
                .check(MAIN);
    }

    @Test
    void logsGoThroughSlf4j() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(MAIN);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HOUSE + ".proof.VerifyCommand")
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + ".backup.BackupCommand")
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + ".linkage.LinkCommand")
                .should(ACCESS_STANDARD_STREAMS)
                .because(
                        "commands alone have their output as their answer: they run where there is"
                                + " no hub and no log")
                .check(MAIN);
    }

    @Test
    void testsWaitForConditionsAndNeverSleep() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..jmh_generated..") // JMH's own, around our benchmarks
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .check(TESTS);
    }

    @Test
    void lombokIsNotOnTheClassPath() {
        assertThat(getClass().getResource("/lombok/Lombok.class")).isNull();
        assertThat(getClass().getResource("/lombok/Getter.class")).isNull();
    }

    @Test
    void filesAreShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Source> sources =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(Source::of)
                            .sorted(Comparator.comparingLong(Source::lines))
                            .toList();
            assertThat(sources.stream().filter(source -> source.lines() > LONGEST_FILE)).isEmpty();
            assertThat(sources.get(sources.size() / 2).lines()).isLessThan(LONGEST_MEDIAN);
        }
    }

    private record Source(Path file, long lines) {

        static Source of(Path file) {
            try (Stream<String> lines = Files.lines(file)) {
                return new Source(file, lines.count());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Stream<JavaPackage> packages() {
        return MAIN.stream().map(JavaClass::getPackage).distinct();
    }

    private static int place(JavaClass one) {
        return ORDER.indexOf(one.getPackageName().substring(HOUSE.length() + 1));
    }
}

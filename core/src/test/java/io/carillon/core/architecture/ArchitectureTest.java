package io.carillon.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Modifier;
import java.net.IDN;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The arrows between the packages, and what makes {@code core} give the same answer on every host. */
class ArchitectureTest {
    private static final String ROOT = "io.carillon.core.";
    private static final String ENTITY = "io.carillon.core.entity.";

    /** Each uses only those before it. */
    private static final List<String> ORDER = List.of(
            "codec",
            "value",
            "schema",
            "host",
            "event",
            "cleanse",
            "identity",
            "person",
            "audit",
            "catalog",
            "condition",
            "segment",
            "message",
            "journey",
            "learn",
            "decision",
            "content",
            "definition",
            "entity");

    /** Within {@code entity}: what is stored and said, then the stages. Its root, the person's way through them, uses all. */
    private static final List<String> ENTITY_ORDER = List.of(
            "knowledge",
            "customer",
            "person",
            "webhook",
            "endpoint",
            "quality",
            "quarantine",
            "audit",
            "backfill",
            "retention",
            "duplicate",
            "workspace",
            "turn",
            "segment",
            "decide",
            "journey",
            "deliver");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.carillon.core");

    @Test
    void aPackageUsesOnlyThoseBeforeIt() {
        eachUsesOnlyThoseBefore(ROOT, ORDER);
    }

    @Test
    void aStageUsesOnlyThoseBeforeIt() {
        eachUsesOnlyThoseBefore(ENTITY, ENTITY_ORDER);
        check(noClasses()
                .that()
                .resideInAPackage(ENTITY + "*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.carillon.core.entity"));
    }

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        Assertions.assertThat(ORDER).containsAll(namesBelow(ROOT));
        Assertions.assertThat(ENTITY_ORDER).containsExactlyInAnyOrderElementsOf(namesBelow(ENTITY));
    }

    @Test
    void coreUsesTheLanguageAndSmallPureLibrariesOnly() {
        check(noClasses()
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "io.carillon.core..",
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "org.snakeyaml..",
                        "com.google.re2j..")));
    }

    @Test
    void coreReachesNothingOutside() {
        check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
                        .and(not(
                                "what every compiled class or exception names",
                                URI.class,
                                IDN.class,
                                // Serializable is how enums and exceptions are made; nothing is written with it.
                                java.io.Serializable.class))));
    }

    @Test
    void coreHasNoThreads() {
        check(noClasses().should().dependOnClassesThat(resideInAnyPackage("java.util.concurrent..")));
        check(noClasses().should().dependOnClassesThat(is(Thread.class, ThreadLocal.class)));
    }

    @Test
    void coreReadsNoClock() {
        check(noClasses().should().callMethod(Instant.class, "now"));
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        check(noClasses().should().callMethod(System.class, "nanoTime"));
        check(noClasses().should().dependOnClassesThat(is(Clock.class, InstantSource.class)));
    }

    @Test
    void coreHasNoChanceOfItsOwn() {
        check(noClasses().should().callMethod(UUID.class, "randomUUID"));
        check(noClasses().should().callMethod(Math.class, "random"));
        check(noClasses()
                .should()
                .dependOnClassesThat(is(Random.class, SplittableRandom.class, java.security.SecureRandom.class)));
    }

    @Test
    void coreGivesTheSameAnswerOnEveryMachine() {
        check(noClasses().should().callMethod(Locale.class, "getDefault"));
        check(noClasses().should().callMethod(TimeZone.class, "getDefault"));
        check(noClasses().should().callMethod(java.time.ZoneId.class, "systemDefault"));
        check(noClasses().should().callMethod(java.nio.charset.Charset.class, "defaultCharset"));
        for (String inexact : List.of("exp", "log", "log10", "pow", "sin", "cos", "tan")) {
            noClasses()
                    .should()
                    .callMethodWhere(describe(
                            "Math." + inexact + " (StrictMath is the same everywhere)",
                            call -> call.getTargetOwner().isEquivalentTo(Math.class)
                                    && call.getName().equals(inexact)))
                    .check(CORE);
        }
    }

    @Test
    void coreHasNoSharedMutableState() {
        noFields()
                .that(describe(
                        "are static", field -> Modifier.isStatic(field.reflect().getModifiers())))
                .should()
                .notBeFinal()
                .check(CORE);
    }

    private static void eachUsesOnlyThoseBefore(String parent, List<String> order) {
        for (int place = 0; place < order.size() - 1; place++) {
            String[] later = order.subList(place + 1, order.size()).stream()
                    .map(name -> pattern(parent, name))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(pattern(parent, order.get(place)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .because("packages follow the data")
                    .allowEmptyShould(true)
                    .check(CORE);
        }
    }

    private static Set<String> namesBelow(String parent) {
        Set<String> names = new TreeSet<>();
        for (JavaClass each : CORE) {
            String name = each.getPackageName();
            if (name.startsWith(parent))
                names.add(name.substring(parent.length()).replaceAll("\\..*", ""));
        }
        return names;
    }

    private static void check(ArchRule rule) {
        rule.check(CORE);
    }

    private static String pattern(String parent, String name) {
        return parent + name + "..";
    }

    private static DescribedPredicate<JavaClass> is(Class<?>... types) {
        return describe(
                "is one of " + List.of(types),
                candidate -> List.of(types).stream().anyMatch(candidate::isEquivalentTo));
    }

    private static DescribedPredicate<JavaClass> not(String why, Class<?>... types) {
        return DescribedPredicate.not(is(types)).as("other than " + why);
    }
}

package io.carillon.server.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Nothing but {@code server} wires modules together. */
class ModulesTest {
    private static final String ALL = "io.carillon..";
    private static final String CORE = "io.carillon.core..";
    private static final String SERVER = "io.carillon.server..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.carillon");

    @Test
    void coreKnowsNoOtherModule() {
        only(CORE, CORE);
    }

    @Test
    void hostsChannelsAndCleanseKnowOnlyCore() {
        only("io.carillon.cleanse..", CORE);
        only("io.carillon.host.local..", CORE);
        only("io.carillon.channels..", CORE);
    }

    @Test
    void theTestkitDoesNotShip() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE, SERVER, "io.carillon.host..", "io.carillon.channels..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.carillon.testkit..")
                .check(CLASSES);
    }

    @Test
    void theServersPackagesFormNoCircle() {
        slices().matching("io.carillon.server.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void wiringIsTheServersRootAlone() {
        noClasses()
                .that()
                .resideInAPackage("io.carillon.server.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.carillon.server")
                .check(CLASSES);
    }

    /** Of ours, a module uses itself and those named. */
    private static void only(String module, String allowed) {
        noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ALL).and(resideOutsideOfPackages(module, allowed)))
                .check(CLASSES);
    }
}

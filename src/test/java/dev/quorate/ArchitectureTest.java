package dev.quorate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the layout: who may see whom, and which library lives where. */
class ArchitectureTest {

    /** Everything a feature may stand on. A package that is neither here nor the shell is a feature. */
    private static final Set<String> BUILDING_BLOCKS = Set.of(
            "audit",
            "command",
            "etcd",
            "failure",
            "guard",
            "health",
            "inventory",
            "nodeconfig",
            "output",
            "passphrase",
            "pki",
            "plan",
            "provision",
            "remote",
            "session",
            "thread",
            "time");

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/etcd/jetcd/proto/")) // generated
            .importPackages("dev.quorate");

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.quorate.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part that sees its user can neither be understood nor tested alone")
                .check(PROGRAM);
    }

    @Test
    void buildingBlocksKnowNoFeatureAndNoShell() {
        noClasses()
                .that(areBuildingBlocks())
                .should()
                .dependOnClassesThat(areFeatures().or(inPackage("shell")).or(areInRoot()))
                .because("features and the shell stand on building blocks, never the other way round")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void featuresDoNotKnowTheShell() {
        noClasses()
                .that(areFeatures())
                .should()
                .dependOnClassesThat(inPackage("shell").or(areInRoot()))
                .because("a feature runs the same at a prompt, in a script and as one line")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void theShellKnowsNoFeature() {
        noClasses()
                .that(inPackage("shell"))
                .should()
                .dependOnClassesThat(areFeatures())
                .because("a new command must not touch the shell")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void featuresDoNotKnowEachOther() {
        for (String feature : features()) {
            noClasses()
                    .that(inPackage(feature))
                    .should()
                    .dependOnClassesThat(
                            areFeatures().and(not(inPackage(feature))).and(not(usedBy(feature))))
                    .because("what two features need is a building block (recovery stands on snapshot)")
                    .check(PROGRAM);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.jline, shell.terminal",
        "org.springframework.shell, shell",
        "io.etcd, etcd.jetcd",
        "io.grpc, etcd.jetcd",
        "io.netty, etcd.jetcd",
        "io.vertx, etcd.jetcd",
        "com.google.protobuf, etcd.jetcd",
        "net.schmizz, remote.ssh",
        "com.hierynomus, remote.ssh",
        "org.bouncycastle, pki",
        "org.yaml.snakeyaml, inventory",
    })
    void libraryIsSealedInOnePackage(String library, String home) {
        noClasses()
                .that(not(inPackage(home)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library + ".."))
                .because("one package translates " + library
                        + " into our terms, so that it can be replaced or mended there")
                .check(PROGRAM);
    }

    @Test
    void springStaysAtTheEdge() {
        noClasses()
                .that(not(areInRoot().or(inPackage("shell")).or(simpleNameEndingWith("Commands"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.."))
                .because("everything below the commands is plain Java")
                .check(PROGRAM);
    }

    @Test
    void socketsAreNotWaitedForByVirtualThreads() {
        noClasses()
                .that(inPackage("plan"))
                .or(inPackage("remote.ssh"))
                .or()
                .haveFullyQualifiedName("dev.quorate.session.FanOut")
                .or()
                .haveFullyQualifiedName("dev.quorate.etcd.jetcd.ConnectionDiagnosis")
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
                .because("the program would end 300 ms later (see the thread package)")
                .check(PROGRAM);
    }

    @Test
    void stepsAreFinalAndBlindToSessionAndOutput() {
        DescribedPredicate<JavaClass> steps =
                assignableTo("dev.quorate.plan.Step").and(not(JavaClass.Predicates.INTERFACES));

        classes()
                .that(steps)
                .and()
                .doNotHaveFullyQualifiedName("dev.quorate.plan.InformedStep")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because(
                        "a step is one thing, not a family; all but what is common to those that act upon what they found")
                .allowEmptyShould(true)
                .check(PROGRAM);
        noClasses()
                .that(steps)
                .should()
                .dependOnClassesThat(
                        inPackage("session").or(inPackage("output")).or(inPackage("command")))
                .because("a plan does the same whoever runs it and however it is shown")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void onlyTheRootAndTheShellOwnTheStandardStreams() {
        noClasses()
                .that(not(areInRoot().or(inPackage("shell"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .because("stdout is data: whoever prints past the invocation breaks pipes and colours")
                .check(PROGRAM);
    }

    @Test
    void onlyTheApplicationEndsTheProcess() {
        noClasses()
                .that(not(areInRoot()))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("a command that ends the console takes the operator's session with it")
                .check(PROGRAM);
    }

    @Test
    void timeIsReadAndSpentInOnePlace() {
        noClasses()
                .that(not(inPackage("time")))
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("tests hand in a Clock and a Pause, and every wait is bounded and can be interrupted")
                .check(PROGRAM);
    }

    @Test
    void noStaticStateChanges() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("two consoles in one process, as in tests, must not meet")
                .check(PROGRAM);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = PROGRAM.stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked)
                .as("packages without @NullMarked in package-info.java")
                .isEmpty();
    }

    private static Set<String> features() {
        return PROGRAM.stream()
                .filter(areFeatures())
                .map(ArchitectureTest::topPackage)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DescribedPredicate<JavaClass> usedBy(String feature) {
        return feature.equals("recovery") ? inPackage("snapshot") : DescribedPredicate.alwaysFalse();
    }

    private static DescribedPredicate<JavaClass> areInRoot() {
        return DescribedPredicate.describe(
                "are in the root package", each -> each.getPackageName().equals("dev.quorate"));
    }

    private static DescribedPredicate<JavaClass> areBuildingBlocks() {
        return DescribedPredicate.describe("are building blocks", each -> BUILDING_BLOCKS.contains(topPackage(each)));
    }

    private static DescribedPredicate<JavaClass> areFeatures() {
        return DescribedPredicate.describe("are features", each -> {
            String top = topPackage(each);
            return !top.isEmpty() && !top.equals("shell") && !BUILDING_BLOCKS.contains(top);
        });
    }

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return resideInAnyPackage("dev.quorate." + name + "..");
    }

    /** The part of the program a class belongs to: {@code etcd} for {@code dev.quorate.etcd.jetcd.X}; empty in the root. */
    private static String topPackage(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("dev.quorate.")) {
            return "";
        }
        String below = name.substring("dev.quorate.".length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}

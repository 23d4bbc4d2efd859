package glasshouse.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Who may see whom. A module is what its `target/classes` holds.
final class ArrowsTest {
    /// Each module and those it may see.
    private static final Map<String, Set<String>> MAY_SEE =
            Map.of(
                    "testkit", Set.of(),
                    "core", Set.of(),
                    "wire", Set.of("core"),
                    "data", Set.of("core", "wire"),
                    "lab", Set.of("core", "wire", "data"),
                    "bureau", Set.of("core", "wire"),
                    "stream", Set.of("core", "wire"),
                    "city", Set.of("core", "wire", "data", "lab"),
                    "cli", Set.of("core", "wire", "data", "lab", "bureau", "city"),
                    "bench",
                            Set.of(
                                    "testkit", "core", "wire", "data", "lab", "bureau", "stream",
                                    "city", "cli"));

    /// Where the JDK lets time, chance, place or surroundings in unseen.
    private static final Set<String> UNSEEN_INPUTS =
            Set.of(
                    "java.lang.Process",
                    "java.lang.ProcessBuilder",
                    "java.lang.ProcessHandle",
                    "java.lang.Runtime",
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.lang.Class.forName",
                    "java.lang.Math.random",
                    "java.nio.charset.Charset.defaultCharset",
                    "java.security.SecureRandom",
                    "java.time.Clock",
                    "java.time.InstantSource",
                    "java.time.ZoneId.systemDefault",
                    "java.util.Calendar",
                    "java.util.Currency",
                    "java.util.Locale.getDefault",
                    "java.util.Random",
                    "java.util.Scanner",
                    "java.util.SplittableRandom",
                    "java.util.TimeZone",
                    "java.util.Timer",
                    "java.util.UUID.randomUUID",
                    "java.util.concurrent.CompletableFuture",
                    "java.util.concurrent.Executors",
                    "java.util.concurrent.ForkJoinPool",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.random.RandomGeneratorFactory");

    /// Methods of String that ask for the default locale unless given one. `formatted` asks for it
    /// too, but does not use it for `%s`, and `TidyTest` sees to it that core uses nothing else.
    private static final Set<String> LOCAL_TEXT = Set.of("format", "toLowerCase", "toUpperCase");

    private static final Map<String, JavaClasses> MODULES = modules();

    private static Map<String, JavaClasses> modules() {
        Map<String, JavaClasses> modules = new TreeMap<>();
        Path root = SourceTree.root();
        for (Path pom : SourceTree.files()) {
            if (pom.getNameCount() == 2 && pom.endsWith("pom.xml")) {
                String module = pom.getName(0).toString();
                Path classes = root.resolve(module).resolve("target/classes");
                if (Files.isDirectory(classes)) {
                    modules.put(module, new ClassFileImporter().importPath(classes));
                }
            }
        }
        return modules;
    }

    @Test
    void everyModuleHasItsArrows() {
        assertEquals(new TreeSet<>(MAY_SEE.keySet()), new TreeSet<>(MODULES.keySet()));
    }

    @Test
    void arrowsRunOneWay() {
        MODULES.forEach(
                (module, seen) ->
                        MODULES.forEach(
                                (other, hidden) -> {
                                    boolean allowed =
                                            other.equals(module)
                                                    || MAY_SEE.getOrDefault(module, Set.of())
                                                            .contains(other);
                                    if (!allowed) {
                                        noClasses()
                                                .should()
                                                .dependOnClassesThat(among(other, hidden))
                                                .allowEmptyShould(true)
                                                .as(module + " should not see " + other)
                                                .check(seen);
                                    }
                                }));
    }

    @Test
    void coreSeesOnlyTheJdkAYamlReaderAndTheNullnessAnnotations() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        among("core", core())
                                .or(
                                        JavaClass.Predicates.resideInAnyPackage(
                                                "java..",
                                                "org.snakeyaml.engine..",
                                                "org.jspecify..")))
                .allowEmptyShould(true)
                .check(core());
    }

    @Test
    void theInsideOfTheBureauKnowsNoWebFramework() {
        noClasses()
                .that()
                .resideInAPackage("glasshouse.bureau..")
                .and()
                .resideOutsideOfPackage("glasshouse.bureau.http")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(
                                "org.springframework..", "jakarta.servlet..", "com.nimbusds.."))
                .check(MODULES.getOrDefault("bureau", core()));
    }

    /// What a class of core may need to read a resource of its own jar; these open nothing.
    private static final Set<String> RESOURCES =
            Set.of("java.io.InputStream", "java.io.IOException", "java.io.UncheckedIOException");

    @Test
    void coreTouchesNoFileOrNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(
                                        "java.io..",
                                        "java.net..",
                                        "java.nio.channels..",
                                        "java.nio.file..",
                                        "java.util.logging..")
                                .and(
                                        describe(
                                                "open something",
                                                type -> !RESOURCES.contains(type.getFullName()))))
                .allowEmptyShould(true)
                .check(core());
    }

    @Test
    void coreTakesTimeChanceAndSurroundingsAsArguments() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        describe(
                                "let the surroundings in",
                                type -> UNSEEN_INPUTS.contains(type.getFullName())))
                .orShould()
                .accessTargetWhere(
                        describe(
                                "lets the surroundings in",
                                access -> letsSurroundingsIn(access.getTarget())))
                .allowEmptyShould(true)
                .check(core());
    }

    private static boolean letsSurroundingsIn(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        boolean takesLocale =
                target instanceof AccessTarget.CodeUnitAccessTarget unit
                        && unit.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Locale.class));
        return switch (owner) {
            case "java.lang.System" -> !List.of("arraycopy", "identityHashCode").contains(name);
            case "java.lang.String" -> LOCAL_TEXT.contains(name) && !takesLocale;
            default ->
                    UNSEEN_INPUTS.contains(owner + "." + name)
                            || (owner.startsWith("java.time.") && name.equals("now"))
                            || name.startsWith("parallel");
        };
    }

    private static final DescribedPredicate<JavaClass> COMPILER =
            JavaClass.Predicates.resideInAPackage("glasshouse.compiler");
    private static final DescribedPredicate<JavaClass> AUDIT =
            JavaClass.Predicates.resideInAPackage("glasshouse.audit");

    private static final DescribedPredicate<JavaClass> ACCOUNT =
            JavaClass.Predicates.resideInAPackage("glasshouse.account");

    /// The compiler asks the audit what may not run on people, and the account whether a scheme
    /// fits into it; these see schemes, never the compiler.
    @Test
    void theAuditAndTheAccountDoNotSeeTheCompiler() {
        noClasses().that(AUDIT.or(ACCOUNT)).should().dependOnClassesThat(COMPILER).check(core());
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("glasshouse.(*)..")
                .should()
                .beFreeOfCycles()
                .check(
                        new ClassFileImporter()
                                .importPaths(
                                        MODULES.keySet().stream()
                                                .map(ArrowsTest::compiled)
                                                .toList()));
    }

    private static Path compiled(String module) {
        return SourceTree.root().resolve(module).resolve("target/classes");
    }

    private static JavaClasses core() {
        return MODULES.getOrDefault("core", new ClassFileImporter().importPaths(List.<Path>of()));
    }

    private static DescribedPredicate<JavaClass> among(
            String module, Collection<JavaClass> classes) {
        Set<String> names = new TreeSet<>();
        classes.forEach(type -> names.add(type.getFullName()));
        return describe(
                "are classes of " + module,
                type -> names.contains(type.getBaseComponentType().getFullName()));
    }
}

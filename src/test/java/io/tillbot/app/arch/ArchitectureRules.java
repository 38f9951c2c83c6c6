package io.tillbot.app.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** What may know what, for the packages below one root, so that bad examples can be judged too. */
record ArchitectureRules(String root) {

  ArchRule coreDependsOnlyOnTheJdkAndItself() {
    DescribedPredicate<JavaClass> neutral =
        resideInAnyPackage(core(), "java..", "org.jspecify..", "org.slf4j..")
            .and(not(resideInAnyPackage("java.sql..", "java.net.http..", "java.awt..")));
    return classes()
        .that()
        .resideInAPackage(core())
        .should()
        .onlyDependOnClassesThat(neutral.as("are neutral"))
        .because("the core must not change when a chat, a database or a protocol does");
  }

  ArchRule adaptersDoNotKnowEachOther() {
    return slices()
        .matching(root + ".adapter.(*)..")
        .should()
        .notDependOnEachOther()
        .because("each adapter can be replaced alone; Wiring joins them");
  }

  ArchRule coreReadsTimeOnlyThroughAClock() {
    return noClasses()
        .that()
        .resideInAPackage(core())
        .should()
        .accessTargetWhere(describe("reads the system's clock", ArchitectureRules::readsTheTime))
        .because("a test must be able to say what time it is");
  }

  ArchRule onlyConsoleAndAppCliWriteToStandardStreams() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".adapter.console..", root + ".app.cli..")
        .should()
        .accessTargetWhere(describe("is a standard stream", ArchitectureRules::writesOut))
        .because("standard output is the answer, which programs read; everything else is logged");
  }

  ArchRule onlyStoreAndSandboxUseJdbc() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".adapter.store..", root + ".adapter.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.sqlite..", "org.jdbi..", "com.zaxxer..")
        .because("SQL has one home, and what is written in one transaction is decided there");
  }

  /** The terminal is the command line's own face, which dresses it for each command. */
  ArchRule onlyWiringConstructsAdapters() {
    return noClasses()
        .that(resideInAnyPackage(root + ".app..").and(not(belongTo(root + ".app.Wiring"))))
        .should()
        .accessTargetWhere(describe("makes an adapter", this::makesAnAdapter))
        .because("one class shows, from top to bottom, what the program consists of");
  }

  /** Only what looks up by itself: no command's handler is in that package that reads the API. */
  ArchRule onlyCoreServiceOpensServiceAccounts() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".core.service..", root + ".adapter.store..")
        .should()
        .accessTargetWhere(describe("opens a service account", this::opensAServiceAccount))
        .because("with a workspace's own account nobody's rights are asked");
  }

  private boolean opensAServiceAccount(JavaAccess<?> access) {
    return access.getName().equals("open")
        && access.getTargetOwner().getName().equals(root + ".core.access.ServiceAccounts");
  }

  ArchRule noFeatureCycles() {
    return slices()
        .matching(root + ".core.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature can be read, and removed, without the others");
  }

  private String core() {
    return root + ".core..";
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    if (owner.isEquivalentTo(System.class)) {
      return Set.of("currentTimeMillis", "nanoTime").contains(name);
    }
    if (owner.isAssignableTo(InstantSource.class)) {
      return name.startsWith("system") || name.startsWith("tick") && !takesAClock(access);
    }
    if (owner.isEquivalentTo(Date.class)) {
      return name.equals("<init>") && parameters(access).isEmpty();
    }
    if (owner.isAssignableTo(Calendar.class)) {
      return name.equals("getInstance") || name.equals("<init>");
    }
    return owner.getPackageName().startsWith("java.time")
        && name.equals("now")
        && !takesAClock(access);
  }

  private static boolean takesAClock(JavaAccess<?> access) {
    return parameters(access).stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static List<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes()
        : List.of();
  }

  private static boolean writesOut(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    if (owner.isEquivalentTo(System.class)) {
      return Set.of("out", "err", "setOut", "setErr", "console").contains(name);
    }
    if (owner.isEquivalentTo(FileDescriptor.class)) {
      return Set.of("out", "err").contains(name);
    }
    return owner.isAssignableTo(Throwable.class)
        && name.equals("printStackTrace")
        && parameters(access).isEmpty();
  }

  private boolean makesAnAdapter(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    if (!isPartOfAnAdapter(owner) || isTheCommandLinesTerminal(access)) {
      return false;
    }
    return access.getName().equals("<init>")
        || access
            .getTarget()
            .resolveMember()
            .filter(member -> isFactory((JavaMember) member))
            .isPresent();
  }

  private boolean isTheCommandLinesTerminal(JavaAccess<?> access) {
    return access.getOriginOwner().getPackageName().startsWith(root + ".app.cli")
        && access.getTargetOwner().getPackageName().startsWith(root + ".adapter.console");
  }

  private boolean isFactory(JavaMember member) {
    return member instanceof JavaMethod method
        && method.getModifiers().contains(JavaModifier.STATIC)
        && isPartOfAnAdapter(method.getRawReturnType());
  }

  /** Options and problems of an adapter are values; anybody may make them. */
  private boolean isPartOfAnAdapter(JavaClass type) {
    return type.getPackageName().startsWith(root + ".adapter.")
        && !type.isRecord()
        && !type.isEnum()
        && !type.isAssignableTo(Throwable.class);
  }

  private static DescribedPredicate<JavaClass> belongTo(String name) {
    return describe(
        "belong to " + name,
        type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
  }
}

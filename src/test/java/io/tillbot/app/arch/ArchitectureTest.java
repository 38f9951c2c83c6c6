package io.tillbot.app.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules, on every class of the product. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ArchitectureTest::isNoTest)
          .importPackages("io.tillbot");

  private final ArchitectureRules rules = new ArchitectureRules("io.tillbot");

  @Test
  void coreDependsOnlyOnTheJdkAndItself() {
    rules.coreDependsOnlyOnTheJdkAndItself().check(PRODUCT);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    rules.adaptersDoNotKnowEachOther().check(PRODUCT);
  }

  @Test
  void coreReadsTimeOnlyThroughAClock() {
    rules.coreReadsTimeOnlyThroughAClock().check(PRODUCT);
  }

  @Test
  void onlyConsoleAndAppCliWriteToStandardStreams() {
    rules.onlyConsoleAndAppCliWriteToStandardStreams().check(PRODUCT);
  }

  @Test
  void onlyStoreAndSandboxUseJdbc() {
    rules.onlyStoreAndSandboxUseJdbc().check(PRODUCT);
  }

  @Test
  void onlyWiringConstructsAdapters() {
    rules.onlyWiringConstructsAdapters().check(PRODUCT);
  }

  @Test
  void onlyCoreServiceOpensServiceAccounts() {
    rules.onlyCoreServiceOpensServiceAccounts().check(PRODUCT);
  }

  @Test
  void noFeatureCycles() {
    rules.noFeatureCycles().check(PRODUCT);
  }

  @Test
  void everyPackageWithSourcesIsLookedAtAndNoTestIs() throws IOException {
    Set<String> imported =
        PRODUCT.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(imported).isEqualTo(packagesWithSources()).hasSizeGreaterThan(8);
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    Set<String> unmarked =
        PRODUCT.stream()
            .map(JavaClass::getPackage)
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());

    assertThat(unmarked).isEmpty();
  }

  /** The sources of all modules; tests run in the application's directory. */
  private static Set<String> packagesWithSources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .map(file -> file.toString().replace('\\', '/'))
          .filter(file -> file.matches(".*/main/java/io/tillbot/.*[.]java"))
          .map(file -> file.replaceAll(".*/main/java/|/[^/]*$", "").replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isNoTest(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }
}

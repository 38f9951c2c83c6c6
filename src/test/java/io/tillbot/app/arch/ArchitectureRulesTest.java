package io.tillbot.app.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tillbot.app.arch.example.adapter.one.KnowsTheOtherAdapter;
import io.tillbot.app.arch.example.adapter.one.Prints;
import io.tillbot.app.arch.example.app.MakesAnAdapter;
import io.tillbot.app.arch.example.core.green.DependsOnRed;
import io.tillbot.app.arch.example.core.red.DependsOnGreen;
import io.tillbot.app.arch.example.core.red.OpensAServiceAccount;
import io.tillbot.app.arch.example.core.red.ReadsTheTime;
import io.tillbot.app.arch.example.core.red.UsesJdbc;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds what it is there to find, and is not content with having seen nothing. */
class ArchitectureRulesTest {

  private static final ArchitectureRules RULES =
      new ArchitectureRules("io.tillbot.app.arch.example");
  private static final JavaClasses EXAMPLES = new ClassFileImporter().importPackages(RULES.root());

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(RULES.coreDependsOnlyOnTheJdkAndItself(), List.of(UsesJdbc.class)),
        Arguments.of(RULES.adaptersDoNotKnowEachOther(), List.of(KnowsTheOtherAdapter.class)),
        Arguments.of(RULES.coreReadsTimeOnlyThroughAClock(), List.of(ReadsTheTime.class)),
        Arguments.of(RULES.onlyConsoleAndAppCliWriteToStandardStreams(), List.of(Prints.class)),
        Arguments.of(RULES.onlyStoreAndSandboxUseJdbc(), List.of(UsesJdbc.class)),
        Arguments.of(RULES.onlyWiringConstructsAdapters(), List.of(MakesAnAdapter.class)),
        Arguments.of(
            RULES.onlyCoreServiceOpensServiceAccounts(), List.of(OpensAServiceAccount.class)),
        Arguments.of(RULES.noFeatureCycles(), List.of(DependsOnGreen.class, DependsOnRed.class)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleFindsItsBadExampleAndNoOther(ArchRule rule, List<Class<?>> bad) {
    List<String> found = rule.evaluate(EXAMPLES).getFailureReport().getDetails();

    assertThat(found).isNotEmpty();
    for (Class<?> each : bad) {
      assertThat(found).anyMatch(detail -> detail.contains(each.getName()));
    }
    assertThat(found)
        .allMatch(detail -> bad.stream().anyMatch(each -> detail.contains(each.getName())));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void noRuleIsContentWithHavingSeenNothing(ArchRule rule, List<Class<?>> bad) {
    assertThat(bad).isNotEmpty();
    assertThatThrownBy(() -> rule.check(new ClassFileImporter().importPackages("no.such.package")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  @ParameterizedTest
  @MethodSource("io.tillbot.app.arch.example.core.red.ReadsTheTime#ways")
  void everyWayToReadTheTimeIsFound(String way) {
    assertThat(
            RULES
                .coreReadsTimeOnlyThroughAClock()
                .evaluate(EXAMPLES)
                .getFailureReport()
                .getDetails())
        .anyMatch(detail -> detail.contains(way));
  }
}

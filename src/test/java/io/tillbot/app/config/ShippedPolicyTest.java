package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Catalogue;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.policy.Ask;
import io.tillbot.core.policy.Decision;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped lets everybody see and link their own, and changes only by roles. */
class ShippedPolicyTest {
  private static final Path SHIPPED = Path.of("../config/policy.yaml");
  private static final Caller OWN = Caller.local("operator");
  private static final CommandRegistry REGISTRY = Catalogue.toRead(Clock.systemUTC());
  private static final PolicyReader READER = new PolicyReader(Optional.of(OWN), REGISTRY);
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^( *)#(?=[-a-z ])(?=\\S| {2})");

  /** Everything, with the rule that allows it to whom: O the terminal's own user, E everybody. */
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("invoice", "E everybody-reads"),
          Map.entry("invoices", "E everybody-reads"),
          Map.entry("pdf", "E everybody-reads"),
          Map.entry("pay-methods", "E everybody-reads"),
          Map.entry("credit", "E everybody-reads"),
          Map.entry("pay", "O payers-move-money"),
          Map.entry("top-up", "O payers-move-money"),
          Map.entry("mass-pay", "O payers-move-money"),
          Map.entry("transactions", "E everybody-reads"),
          Map.entry("account show", "E everybody-reads"),
          Map.entry("account edit", "O editors-change"),
          Map.entry("account reset-password", "O editors-change"),
          Map.entry("contact list", "E everybody-reads"),
          Map.entry("contact add", "O editors-change"),
          Map.entry("contact edit", "O editors-change"),
          Map.entry("contact delete", "O editors-delete-contacts"),
          Map.entry("server show", "E everybody-reads"),
          Map.entry("server invoices", "E everybody-reads"),
          Map.entry("server bill", "O payers-move-money"),
          Map.entry("cancel server", "O cancellers-cancel"),
          Map.entry("cancel subscription", "O cancellers-cancel"),
          Map.entry("cancel undo", "O cancellers-cancel"),
          Map.entry("cancel list", "E everybody-reads"),
          Map.entry("billing link", "E own-access"),
          Map.entry("billing link-code", "E own-access"),
          Map.entry("billing status", "E own-access"),
          Map.entry("billing accounts", "E own-access"),
          Map.entry("billing overview", "E own-access"),
          Map.entry("billing use", "E own-access"),
          Map.entry("billing unlink", "E own-access"),
          Map.entry("billing help", "E own-access"),
          Map.entry("billing why", "E own-access"),
          Map.entry("billing operations list", "E own-access"),
          Map.entry("billing operations show", "E own-access"),
          Map.entry("billing operations withdraw", "E own-access"),
          Map.entry("billing-admin approve", "E approvers-answer"),
          Map.entry("billing-admin reject", "E approvers-answer"),
          Map.entry("billing-admin operations", "O staff-only"),
          Map.entry("billing-admin show", "O staff-only"),
          Map.entry("billing-admin settle", "O staff-only"),
          Map.entry("billing-admin groups", "O staff-only"),
          Map.entry("billing-admin audit", "O staff-only"),
          Map.entry("billing-admin service-account add", "O staff-only"),
          Map.entry("billing-admin service-account list", "O staff-only"),
          Map.entry("billing-admin service-account remove", "O staff-only"));

  private static String shipped() {
    try {
      return Files.readString(SHIPPED);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Policy policy() {
    return READER.read(shipped(), "config/policy.yaml");
  }

  static Stream<CommandSpec> specs() {
    return REGISTRY.commands().stream().map(Command::spec);
  }

  @Test
  void everyCommandIsInTheTable() {
    assertThat(specs().map(spec -> spec.path().name()))
        .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void theTerminalsOwnUserMayRunItWithoutTerms(CommandSpec spec) {
    String rule = EXPECTED.getOrDefault(spec.path().name(), "").substring(2);
    assertThat(policy().decide(Ask.of(OWN, Place.terminal(), spec)))
        .isInstanceOfSatisfying(
            Decision.Allowed.class,
            allowed -> {
              assertThat(allowed.rule().name()).isEqualTo(rule);
              assertThat(allowed.terms()).isEqualTo(Terms.none());
            });
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everybodyElseMayRunItWhenItIsTheirOwnToSee(CommandSpec spec) {
    boolean isForEverybody = EXPECTED.getOrDefault(spec.path().name(), "").startsWith("E");
    Set<String> groups = Set.of("S012AB3CD", "1008123456789012345");
    Map<Caller, Place> others =
        Map.of(
            Caller.local("somebody"),
            Place.terminal(),
            new Caller(Platform.SLACK, "T012AB3CD", "U012AB3CD"),
            new Place(Place.Kind.DIRECT_MESSAGE, "D012AB3CD"),
            new Caller(Platform.SLACK, "T012AB3CD", "U09ZY8XWV"),
            new Place(Place.Kind.PUBLIC_CHANNEL, "C012AB3CD", groups),
            new Caller(Platform.DISCORD, null, "80351110224678912"),
            new Place(Place.Kind.PRIVATE_CHANNEL, "81384788765712384", groups),
            new Caller(Platform.SLACK, "local", "operator"),
            new Place(Place.Kind.PUBLIC_CHANNEL, "C012AB3CD"));
    others.forEach(
        (caller, place) ->
            assertThat(policy().decide(Ask.of(caller, place, spec)).isAllowed())
                .as(spec.path() + " by " + caller.key())
                .isEqualTo(isForEverybody));
  }

  @Test
  void withoutATerminalsUserNobodyChangesAnything() {
    Policy policy =
        new PolicyReader(Optional.empty(), REGISTRY).read(shipped(), "config/policy.yaml");
    assertThat(specs().filter(spec -> EXPECTED.get(spec.path().name()).startsWith("O")))
        .isNotEmpty()
        .noneMatch(spec -> policy.decide(Ask.of(OWN, Place.terminal(), spec)).isAllowed());
  }

  @Test
  void thePackagedFileIsTheShippedOne() {
    assertThat(PolicyFile.shipped()).isEqualTo(shipped());
  }

  /** Examples that cannot be switched on would teach nothing. */
  @Test
  void switchedOnTheExamplesAreGoodAsWell() {
    Policy policy = READER.read(switchedOn(), "config/policy.yaml");
    assertThat(policy.rules()).hasSize(policy().rules().size() + 3);

    Caller spender = new Caller(Platform.SLACK, "T012AB3CD", "U012AB3CD");
    Place channel = new Place(Place.Kind.PRIVATE_CHANNEL, "C012AB3CD");
    Place open = new Place(Place.Kind.PUBLIC_CHANNEL, "C09");
    assertThat(decisions(policy, spender, channel))
        .containsEntry("pay", "spenders-pay-within-limits")
        .containsEntry("cancel server", "cancel-in-the-channel")
        .containsEntry("cancel undo", "")
        .containsEntry("server bill", "");
    assertThat(decisions(policy, spender, open)).containsEntry("pay", "");
    assertThat(decisions(policy, OWN, Place.terminal())).isEqualTo(rules());
  }

  private static String switchedOn() {
    return EXAMPLE.matcher(shipped()).replaceAll("$1");
  }

  private static Map<String, String> rules() {
    return EXPECTED.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().substring(2),
                (one, _) -> one,
                TreeMap::new));
  }

  /** By which rule each command is allowed; blank where it is not. */
  private static Map<String, String> decisions(Policy policy, Caller caller, Place place) {
    return specs()
        .collect(
            Collectors.toMap(
                spec -> spec.path().name(),
                spec ->
                    policy.decide(Ask.of(caller, place, spec))
                            instanceof Decision.Allowed(var rule, var _)
                        ? rule.name()
                        : "",
                (one, _) -> one,
                TreeMap::new));
  }
}

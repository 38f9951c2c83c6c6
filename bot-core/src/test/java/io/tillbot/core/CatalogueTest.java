package io.tillbot.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.help.HelpCards;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final int DISCORDS_MOST_OPTIONS = 25;

  /** A code is one by itself only: a postcode is none. */
  private static final Pattern NAMES_A_SECRET =
      Pattern.compile("token|secret|pass|key|(^|-)(code|pin|otp)(-|$)");

  private static final Catalogue CATALOGUE = TestBot.unlinked().catalogue();
  private static final TextParser PARSER = new TextParser(CATALOGUE.registry());

  static Stream<CommandSpec> specs() {
    return CATALOGUE.registry().commands().stream().map(Command::spec);
  }

  @Test
  void theseAreTheCommandsAndTheirGrammar() {
    assertThat(specs().map(CommandSpec::usage))
        .containsExactly(
            "/invoice <id> [--no-pdf] [--location whmcs_eu]",
            "/invoices [status] [--server 42] [--location whmcs_eu]",
            "/pdf <id> [--proforma]",
            "/pay-methods <id>",
            "/credit",
            "/pay <invoice> [amount] [--location whmcs_eu]",
            "/top-up <amount> [description…] [--subscribe]",
            "/mass-pay [ids…]",
            "/transactions [--invoice 123] [--server 42] [--id 9001]",
            "/account show",
            "/account edit [--email name@example.com] [--first-name Anna] [--last-name Jansen]"
                + " [--phone +31201234567] [--customer-type individual]",
            "/account reset-password",
            "/contact list [--email name@example.com]",
            "/contact add [--email name@example.com] [--first-name Anna] [--last-name Jansen]"
                + " [--phone +31201234567] [--company Example] [--address1 Damrak]"
                + " [--address2 Annex] [--city Amsterdam] [--state Utrecht] [--postcode 1012]"
                + " [--country NL]",
            "/contact edit <id> [--email name@example.com] [--first-name Anna]"
                + " [--last-name Jansen] [--phone +31201234567]",
            "/contact delete <id>",
            "/server show <id>",
            "/server invoices <id>",
            "/server bill <id>",
            "/cancel server <id> [reason…] [--now]",
            "/cancel subscription <id> [reason…]",
            "/cancel undo <id>",
            "/cancel list [--server 42] [--type end] [--status active] [--from 2026-11-05]"
                + " [--to 2026-11-05]",
            "/billing overview",
            "/billing link [--page]",
            "/billing link-code [code]",
            "/billing status",
            "/billing accounts",
            "/billing use <account>",
            "/billing unlink",
            "/billing help [command…]",
            "/billing why <line>",
            "/billing operations list [--state proposed]",
            "/billing operations show <operation>",
            "/billing operations withdraw <operation>",
            "/billing-admin groups",
            "/billing-admin approve <operation>",
            "/billing-admin reject <operation> [reason…]",
            "/billing-admin operations [--state proposed]",
            "/billing-admin show <operation>",
            "/billing-admin settle <operation> <result> [reason…]",
            "/billing-admin audit [--user slack/T012AB3CD/U012AB3CD] [--command pay]"
                + " [--outcome answered] [--rule staff-only] [--operation op-7k3mq9xw2d]"
                + " [--since 2026-11-05] [--until 2026-11-05]",
            "/billing-admin service-account add [account]",
            "/billing-admin service-account list",
            "/billing-admin service-account remove <account>");
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyExampleParses(CommandSpec spec) {
    assertThat(PARSER.parse(spec.example())).isInstanceOf(ParseResult.Parsed.class);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyExampleParsesBelowTheUmbrella(CommandSpec spec) {
    String line = "/billing " + spec.example().substring(1).replaceFirst("^billing ", "");
    assertThat(PARSER.parse(line))
        .isInstanceOfSatisfying(
            ParseResult.Parsed.class, parsed -> assertThat(parsed.command().spec()).isSameAs(spec));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyOptionMayBeGivenByItsName(CommandSpec spec) {
    Map<String, String> all =
        spec.options().stream()
            .collect(Collectors.toMap(OptionSpec::name, option -> option.type().example()));
    String name = String.join(" ", spec.path().words());
    assertThat(PARSER.bind(name, all)).isInstanceOf(ParseResult.Parsed.class);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyUsageStartsAsTheExampleDoes(CommandSpec spec) {
    assertThat(spec.usage()).startsWith(spec.path().toString());
    assertThat(spec.example()).startsWith(spec.path().toString());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void helpOfACommandShowsEachOption(CommandSpec spec) {
    Reply card = HelpCards.command(spec);
    assertThat(Words.of(card.title())).contains(spec.path().toString());
    assertThat(Words.field(card, "field.usage")).contains(spec.usage());
    assertThat(Words.field(card, "field.example")).contains(spec.example());
    assertThat(Words.rows(card).stream().map(List::getFirst))
        .containsExactlyElementsOf(
            spec.options().stream()
                .map(option -> (option.isPositional() ? "" : "--") + option.name())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void helpOfACommandLeadsToOthersThatThereAre(CommandSpec spec) {
    assertThat(spec.next())
        .doesNotContain(spec.path())
        .allSatisfy(next -> assertThat(CATALOGUE.registry().find(next.words())).isPresent());
    assertThat(Words.buttons(HelpCards.command(spec)))
        .containsExactlyElementsOf(
            spec.next().stream().map(next -> "/billing help " + next.name()).toList());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void helpOfAChoiceShowsEveryWord(CommandSpec spec) {
    String help = Words.rows(HelpCards.command(spec)).toString();
    spec.options().stream()
        .filter(option -> !option.type().isFlag())
        .flatMap(option -> option.type().choices().stream())
        .forEach(choice -> assertThat(help).contains(choice));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void namesAndCountsFitDiscord(CommandSpec spec) {
    assertThat(spec.path().words())
        .hasSizeLessThanOrEqualTo(3)
        .allSatisfy(word -> assertThat(word).matches("[a-z][a-z-]{0,31}"));
    assertThat(spec.options()).hasSizeLessThanOrEqualTo(DISCORDS_MOST_OPTIONS);
    assertThat(spec.options())
        .allSatisfy(
            option -> {
              assertThat(option.name()).matches("[a-z][a-z0-9-]{0,31}");
              assertThat(option.type().choices()).hasSizeLessThanOrEqualTo(25);
            });
  }

  @ParameterizedTest
  @MethodSource("specs")
  void noOptionTakesASecret(CommandSpec spec) {
    // The code of a page serves nobody but its owner, in that chat, once, for ten minutes.
    boolean isOfAPage = spec.path().name().equals("billing link-code");
    assertThat(spec.options().stream().map(OptionSpec::name))
        .filteredOn(name -> !(isOfAPage && name.equals("code")))
        .noneMatch(name -> NAMES_A_SECRET.matcher(name).find());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"token", "apikey", "co-secret", "password1", "reset-token", "code", "pin"})
  void aNameOfASecretIsKnown(String name) {
    assertThat(NAMES_A_SECRET.matcher(name).find()).isTrue();
  }

  @Test
  void whatReadsTheAccountChangesNothing() {
    assertThat(CATALOGUE.registry().commands())
        .filteredOn(command -> command.handler() instanceof Handler.ReadsAccount)
        .hasSize(13)
        .allSatisfy(command -> assertThat(command.spec().effect()).isEqualTo(Effect.READ));
  }
}

package io.tillbot.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.LocationType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextParserTest {
  private static final OptionSpec<InvoiceId> ID = OptionSpec.required("id", IdType.invoice());
  private static final OptionSpec<Boolean> NO_PDF = OptionSpec.flag("no-pdf");
  private static final OptionSpec<Location> LOCATION =
      OptionSpec.named("location", new LocationType());
  private static final OptionSpec<Integer> STATUS =
      OptionSpec.optional("status", new ChoiceType<>(Map.of("unpaid", 1)));
  private static final OptionSpec<ServerId> SERVER = OptionSpec.required("id", IdType.server());
  private static final OptionSpec<String> REASON =
      OptionSpec.rest("reason", new TextType(80, "too dear"));
  private static final OptionSpec<Boolean> NOW = OptionSpec.flag("now");

  private static final Handler.NeedsNoAccount NOTHING =
      _ -> new Outcome.Answered(Reply.of(Text.of("nothing")));

  private static final Command INVOICE =
      new Command(
          new CommandSpec(
              CommandPath.of("invoice"),
              List.of("bill"),
              Effect.READ,
              Visibility.PRIVATE,
              List.of(ID, NO_PDF, LOCATION),
              List.of(),
              List.of()),
          NOTHING);
  private static final Command INVOICES = command("invoices", STATUS);
  private static final Command CANCEL = command("cancel server", SERVER, REASON, NOW);
  private static final Command UNDO = command("cancel undo", SERVER);
  private static final Command HELP = command("billing help", REASON);

  private static final TextParser PARSER =
      new TextParser(new CommandRegistry(List.of(INVOICE, INVOICES, CANCEL, UNDO, HELP)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/invoice 123",
        "invoice 123",
        "/INVOICE 123",
        "  /invoice   123  ",
        "/bill 123",
        "/billing invoice 123",
        "/billing /invoice 123",
        "/Billing Invoice 123",
        "billing bill 123",
        "/invoice --id 123",
        "/invoice --id=123",
        "/invoice --ID=123",
        "/invoice \"123\"",
        "/inv\u200Boice 123",
        "\uFEFF/invoice 123",
      })
  void theseAllMeanTheSame(String line) {
    ParseResult.Parsed parsed = parsed(line);
    assertThat(parsed.command()).isSameAs(INVOICE);
    assertThat(parsed.options().require(ID)).isEqualTo(new InvoiceId(123));
    assertThat(parsed.options().has(NO_PDF)).isFalse();
    assertThat(parsed.options().find(LOCATION)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/invoice 123 --no-pdf --location eu",
        "/invoice --no-pdf 123 --location eu",
        "/invoice --location eu --no-pdf 123",
        "/invoice --location=eu 123 --no-pdf=true",
        "/invoice --location=\"eu\" --no-pdf 123",
        "/invoice 123 \u2014no-pdf \u2013location eu",
        "/invoice 123 --NO-PDF --Location eu",
        "/invoice 123 --no\u200B-pdf --location eu",
      })
  void flagsStandAnywhere(String line) {
    Options options = parsed(line).options();
    assertThat(options.require(ID)).isEqualTo(new InvoiceId(123));
    assertThat(options.has(NO_PDF)).isTrue();
    assertThat(options.find(LOCATION)).contains(new Location("eu"));
  }

  @Test
  void aFlagMayBeSwitchedOff() {
    assertThat(parsed("/invoice 1 --no-pdf=false").options().has(NO_PDF)).isFalse();
  }

  @Test
  void anOptionalWordMayBeLeftOut() {
    assertThat(parsed("/invoices").options().find(STATUS)).isEmpty();
    assertThat(parsed("/invoices unpaid").options().find(STATUS)).contains(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/cancel server 42 too dear for us, too dear for us",
    "/cancel server 42 \"too dear\" for us, too dear for us",
    "/cancel server 42 too --now dear, too dear",
    "/cancel server 42 \"--now\", --now",
    "/cancel server 42 say \"--now, say --now",
    "/cancel server 42 a - b, a - b",
    "/cancel server 42 \"a  b\", a b",
  })
  void theRestOfTheLineIsOneText(String line, String reason) {
    String closed = line.chars().filter(c -> c == '"').count() % 2 == 0 ? line : line + "\"";
    assertThat(parsed(closed).options().find(REASON)).contains(reason);
  }

  @Test
  void aFlagInQuotesIsTextAndSetsNothing() {
    assertThat(parsed("/cancel server 42 \"--now\"").options().has(NOW)).isFalse();
  }

  @Test
  void aFlagWithinTheRestIsStillAFlag() {
    assertThat(parsed("/cancel server 42 too dear --now").options().has(NOW)).isTrue();
  }

  @Test
  void aQuotedValueOfAFlagKeepsItsBlanks() {
    assertThat(parsed("/cancel server 42 --reason=\"too dear\"").options().find(REASON))
        .contains("too dear");
  }

  @Test
  void aWordAfterTheRestByNameIsGivenTwice() {
    assertThat(problems("/cancel server 42 dear --reason cheap"))
        .containsExactly("input.given-twice(reason)");
  }

  @ParameterizedTest
  @CsvSource({
    "/invoice abc, 'input.option(id, input.not-an-id(abc, 123))'",
    "/invoice, 'input.missing(id, /invoice 123)'",
    "/invoice --no-pdf, 'input.missing(id, /invoice 123)'",
    "/cancel server, 'input.missing(id, /cancel server 42)'",
    "/invoice 1 2, 'input.too-many-words(2, /invoice <id> [--no-pdf] [--location whmcs_eu])'",
    "/invoice 1 2 3 4, 'input.too-many-words(2, /invoice <id> [--no-pdf] [--location whmcs_eu])'",
    "/invoice 1 --, 'input.too-many-words(--, /invoice <id> [--no-pdf] [--location whmcs_eu])'",
    "/invoice 1 --no-pfd, 'input.unknown-flag-near(--no-pfd, --no-pdf)'",
    "/invoice 1 --loc eu, 'input.unknown-flag-near(--loc, --location)'",
    "/invoice --locaton eu 1, 'input.unknown-flag-near(--locaton, --location)'",
    "/invoice 1 --locaton=eu, 'input.unknown-flag-near(--locaton, --location)'",
    "/invoice 1 --xyzzy, 'input.unknown-flag(--xyzzy, /invoice <id> [--no-pdf] [--location"
        + " whmcs_eu])'",
    "/invoice 1 --location, 'input.flag-needs-value(--location, --location whmcs_eu)'",
    "/invoice 1 --location --no-pdf, 'input.flag-needs-value(--location, --location whmcs_eu)'",
    "/invoice 1 --no-pdf=maybe, 'input.option(no-pdf, input.flag-takes-no-value(maybe))'",
    "/invoice 1 --no-pdf --no-pdf, input.given-twice(no-pdf)",
    "/invoice 1 --id 2, input.given-twice(id)",
    "/invoice --id 1 2, input.given-twice(id)",
    "/invoices unpiad, 'input.option(status, input.not-a-choice-near(unpiad, unpaid, unpaid))'",
  })
  void aProblemNamesTheWordAndWhatWouldBeRight(String line, String problem) {
    assertThat(problems(line)).containsExactly(problem);
  }

  @Test
  void everyWrongWordIsNamedAtOnce() {
    assertThat(problems("/invoice x --nope --location ../"))
        .containsExactly(
            "input.option(id, input.not-an-id(x, 123))",
            "input.unknown-flag(--nope, /invoice <id> [--no-pdf] [--location whmcs_eu])",
            "input.option(location, input.not-a-location(../, whmcs_eu))");
  }

  @Test
  void aFailureOfAKnownCommandNamesTheCommand() {
    assertThat(failed("/invoice x").spec()).isSameAs(INVOICE.spec());
  }

  @Test
  void anUnknownCommandIsNobodys() {
    assertThat(failed("/xyzzy").spec()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/invioce 1, 'input.unknown-command-near(/invioce, /invoice)'",
    "/inv 1, 'input.unknown-command-near(/inv, /invoice)'",
    "//invoice 1, 'input.unknown-command-near(//invoice, /invoice)'",
    "/CANCLE server 1, 'input.unknown-command-near(/cancle, /cancel)'",
    "/cancel sever 1, 'input.unknown-subcommand-near(/cancel sever, /cancel server)'",
    "/cancel 42, 'input.unknown-subcommand(/cancel 42, /cancel server, /cancel undo)'",
    "/billing hlep, 'input.unknown-subcommand-near(/billing hlep, /billing help)'",
    "/billing invioce 1, 'input.unknown-subcommand-near(/billing invioce, /billing invoice)'",
    "/billing cancel sever, 'input.unknown-subcommand-near(/cancel sever, /cancel server)'",
  })
  void anUnknownNameSuggestsTheNearest(String line, String problem) {
    assertThat(problems(line)).containsExactly(problem);
  }

  @Test
  void anUnlikeCommandListsThemAll() {
    assertThat(problems("/xyzzy"))
        .containsExactly(
            "input.unknown-command(/xyzzy, /bill, /billing, /cancel, /invoice, /invoices)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cancel", "cancel", "/CANCEL ", "/billing cancel"})
  void aBareParentIsItsLeaves(String line) {
    assertThat(PARSER.parse(line))
        .isEqualTo(new ParseResult.Parent("cancel", List.of(CANCEL, UNDO)));
  }

  @Test
  void theBareUmbrellaIsItsOwnLeaves() {
    assertThat(PARSER.parse("/billing"))
        .isEqualTo(new ParseResult.Parent("billing", List.of(HELP)));
  }

  @Test
  void theUmbrellasOwnLeafComesFirst() {
    assertThat(parsed("/billing help invoice").command()).isSameAs(HELP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "\u00A0", "\u200B", "\"\"", "/ invoice"})
  void nothingIsSaidToBeNothing(String line) {
    assertThat(problems(line)).containsExactly("input.empty(/invoice 123)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/invoice \"1", "\"", "/invoice \u201C1", "/invoice \"1\\\""})
  void anOpenQuoteIsSaidToBeOpen(String line) {
    assertThat(problems(line)).containsExactly("input.open-quote");
  }

  @Test
  void theLongestLineIsRead() {
    String line = "/invoice 1" + " ".repeat(TextParser.LONGEST_LINE - 10);
    assertThat(parsed(line).command()).isSameAs(INVOICE);
    assertThat(problems(line + " ")).containsExactly("input.line-too-long(4000)");
  }

  @Test
  void namedOptionsObeyTheSameTypes() {
    assertThat(((ParseResult.Parsed) PARSER.bind("invoice", Map.of("id", "INV-7"))).options())
        .extracting(options -> options.require(ID))
        .isEqualTo(new InvoiceId(7));
    assertThat(words(PARSER.bind("invoice", Map.of("id", "1e3"))))
        .containsExactly("input.option(id, input.not-an-id(1e3, 123))");
  }

  @Test
  void namedOptionsAreComplainedAboutInTheCommandsOrder() {
    assertThat(words(PARSER.bind("invoice", Map.of("location", "/", "id", "x", "no-pdf", "maybe"))))
        .containsExactly(
            "input.option(id, input.not-an-id(x, 123))",
            "input.option(no-pdf, input.flag-takes-no-value(maybe))",
            "input.option(location, input.not-a-location(/, whmcs_eu))");
  }

  @Test
  void aNamedOptionThatIsMissingIsNamed() {
    assertThat(words(PARSER.bind("cancel server", Map.of())))
        .containsExactly("input.missing(id, /cancel server 42)");
  }

  @Test
  void anUnknownNamedOptionSuggestsTheNearest() {
    assertThat(words(PARSER.bind("invoice", Map.of("id", "1", "locatoin", "eu"))))
        .containsExactly("input.unknown-flag-near(--locatoin, --location)");
  }

  @Test
  void aNamedValueIsNeverSplitIntoWords() {
    assertThat(words(PARSER.bind("invoice", Map.of("id", "1 --no-pdf"))))
        .containsExactly("input.option(id, input.not-an-id(1 --no-pdf, 123))");
  }

  @Property(tries = 500)
  void noLineBringsAnException(@ForAll String line) {
    assertThat(PARSER.parse(line)).isNotNull();
    assertThat(PARSER.parse("/cancel server 1 " + line)).isNotNull();
  }

  private static Command command(String path, OptionSpec<?>... options) {
    return new Command(CommandSpec.read(path, Visibility.PRIVATE, options), NOTHING);
  }

  private static ParseResult.Parsed parsed(String line) {
    return switch (PARSER.parse(line)) {
      case ParseResult.Parsed parsed -> parsed;
      case ParseResult.Parent parent -> throw new AssertionError("a parent: " + parent.word());
      case ParseResult.Failed failed -> throw new AssertionError(Words.of(failed.problems()));
    };
  }

  private static ParseResult.Failed failed(String line) {
    assertThat(PARSER.parse(line)).isInstanceOf(ParseResult.Failed.class);
    return (ParseResult.Failed) PARSER.parse(line);
  }

  private static List<String> problems(String line) {
    return words(PARSER.parse(line));
  }

  private static List<String> words(ParseResult result) {
    assertThat(result).isInstanceOf(ParseResult.Failed.class);
    return Words.of(((ParseResult.Failed) result).problems());
  }
}

package io.tillbot.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.FlagType;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.LineType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLawsTest {
  private static final OptionSpec<?> REQUIRED = OptionSpec.required("id", IdType.server());
  private static final OptionSpec<?> OPTIONAL = OptionSpec.optional("other", IdType.server());
  private static final OptionSpec<?> REST = OptionSpec.rest("reason", new TextType(9, "x"));
  private static final OptionSpec<?> NAMED = OptionSpec.named("from", IdType.server());

  @Test
  void aCommandWithSubcommandsHasNoBaseForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry(command("cancel"), command("cancel server")))
        .withMessageContaining("no base form: /cancel");
  }

  @Test
  void theOrderDoesNotMatterToThatLaw() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry(command("cancel server"), command("cancel")));
  }

  @Test
  void anAliasIsNoBaseFormEither() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry(command("cancel server"), command("stop", "cancel")))
        .withMessageContaining("/cancel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoice", "server show"})
  void twoCommandsDoNotShareAName(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry(command(name), command(name)))
        .withMessage("two commands named /" + name);
  }

  @Test
  void anAliasIsNotAnotherCommandsName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry(command("invoice"), command("pdf", "invoice")))
        .withMessage("two commands named /invoice");
  }

  @Test
  void anAliasIsNotAnotherCommandsAlias() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry(command("invoice", "bill"), command("pdf", "bill")));
  }

  @Test
  void anAliasIsNotItsOwnName() {
    assertThatIllegalArgumentException().isThrownBy(() -> registry(command("pdf", "pdf")));
  }

  @Test
  void onlyACommandOfOneWordHasAliases() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> command("server show", "show"))
        .withMessageContaining("aliases");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "Upper", "", "/slash"})
  void anAliasIsAWordThatCanBeFound(String alias) {
    assertThatIllegalArgumentException().isThrownBy(() -> command("invoice", alias));
  }

  @Test
  void anAliasFindsItsCommand() {
    Command invoice = command("invoice", "bill");
    assertThat(registry(invoice).find(List.of("bill"))).containsSame(invoice);
  }

  @Test
  void theSameLeafMayStandBelowTwoParents() {
    Command one = command("server show");
    Command other = command("account show");
    CommandRegistry registry = registry(one, other);
    assertThat(registry.find(List.of("account", "show"))).containsSame(other);
    assertThat(registry.leavesOf("server")).containsExactly(one);
  }

  @Test
  void commandsKeepTheirOrder() {
    Command one = command("b");
    Command other = command("a");
    assertThat(registry(one, other).commands()).containsExactly(one, other);
  }

  @Test
  void aWordThatIsNoParentHasNoLeaves() {
    assertThat(registry(command("invoice")).leavesOf("invoice")).isEmpty();
  }

  @Test
  void twoOptionsDoNotShareAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(REQUIRED, OptionSpec.flag("id")))
        .withMessageContaining("two options named id");
  }

  @Test
  void optionsComeInTheOrderRequiredOptionalRestNamed() {
    assertThat(spec(REQUIRED, OPTIONAL, REST, NAMED).usage())
        .isEqualTo("/x <id> [other] [reason…] [--from 42]");
  }

  @Test
  void anOptionalOptionDoesNotPrecedeARequiredOne() {
    assertRefused(OPTIONAL, REQUIRED);
  }

  @Test
  void theRestOfTheLineComesAfterEveryOtherPosition() {
    assertRefused(REST, OPTIONAL);
    assertRefused(REST, REQUIRED);
  }

  @Test
  void thereIsOneRestOfTheLine() {
    assertRefused(REST, OptionSpec.rest("more", new TextType(9, "x")));
  }

  @Test
  void aWholeLineIsTheOnlyOption() {
    OptionSpec<?> line = OptionSpec.required("line", new LineType());
    assertThat(spec(line).usage()).isEqualTo("/x <line>");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(line, NAMED))
        .withMessageContaining("the only one");
  }

  @Test
  void namedOptionsComeLast() {
    assertRefused(NAMED, REQUIRED);
    assertRefused(NAMED, REST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Id", "1d", "a b", "--id", "id_x", "-id"})
  void anOptionsNameIsLowerCase(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> OptionSpec.flag(name));
  }

  @Test
  void aNameHasAtMost32Characters() {
    assertThat(OptionSpec.flag("a".repeat(32)).name()).hasSize(32);
    assertThatIllegalArgumentException().isThrownBy(() -> OptionSpec.flag("a".repeat(33)));
    assertThatIllegalArgumentException().isThrownBy(() -> CommandPath.of("a".repeat(33)));
  }

  @Test
  void aFlagHasNoPosition() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionSpec.optional("now", new FlagType()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b c d", "a  b", "A", "/a", "a_b", "1a"})
  void aPathIsOneLowerCaseWordToThree(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandPath.of(path));
  }

  @Test
  void aPathPrintsAsItIsTyped() {
    assertThat(CommandPath.of("server show")).hasToString("/server show");
    assertThat(CommandPath.of("server show").key()).isEqualTo("server.show");
  }

  @Test
  void aChoiceNeedsWords() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ChoiceType<>(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"invoice, invoice, 0", "invioce, invoice, 1", "invice, invoice, 1", "ab, ba, 1"})
  void aSwapIsOneEdit(String one, String other, int edits) {
    assertThat(Suggestions.distance(one, other)).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource({"pfd, pdf", "invoi, invoice", "INVOICE, invoice", "invoicess, invoices"})
  void theNearestWordIsSuggested(String word, String near) {
    assertThat(Suggestions.nearest(word, List.of("invoices", "invoice", "pdf"))).contains(near);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "i", "tomato", "credits-and-more"})
  void anUnlikeWordIsNotSuggested(String word) {
    assertThat(Suggestions.nearest(word, List.of("invoices", "invoice", "pdf"))).isEmpty();
  }

  @Test
  void aHugeWordIsNotCompared() {
    assertThat(Suggestions.nearest("i".repeat(1_000_000), List.of("invoice"))).isEmpty();
  }

  private static void assertRefused(OptionSpec<?>... options) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(options))
        .withMessageContaining("required options come first");
  }

  private static CommandSpec spec(OptionSpec<?>... options) {
    return CommandSpec.read("x", Visibility.PRIVATE, options);
  }

  private static CommandRegistry registry(Command... commands) {
    return new CommandRegistry(Arrays.asList(commands));
  }

  private static Command command(String path, String... aliases) {
    Handler.NeedsNoAccount nothing = _ -> new Outcome.Answered(Reply.of(Text.of("nothing")));
    return new Command(
        new CommandSpec(
            CommandPath.of(path),
            List.of(aliases),
            Effect.READ,
            Visibility.PRIVATE,
            List.of(),
            List.of(),
            List.of()),
        nothing);
  }
}

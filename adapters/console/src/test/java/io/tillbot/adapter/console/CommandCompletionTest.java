package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.LocationType;
import io.tillbot.core.command.option.OptionType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.reply.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandCompletionTest {
  private static final OptionSpec<?> LOCATION = OptionSpec.named("location", new LocationType());
  private static final List<CommandSpec> COMMANDS =
      List.of(
          CommandSpec.read(
              "invoice",
              Visibility.PRIVATE,
              OptionSpec.required("id", IdType.invoice()),
              OptionSpec.flag("no-pdf"),
              LOCATION),
          new CommandSpec(
              CommandPath.of("invoices"),
              List.of("bills"),
              Effect.READ,
              Visibility.PRIVATE,
              List.of(
                  OptionSpec.optional("status", choice("unpaid", "paid", "overdue")),
                  OptionSpec.named("invoice", IdType.invoice()),
                  LOCATION),
              List.of(),
              List.of()),
          CommandSpec.read(
              "server show", Visibility.PRIVATE, OptionSpec.required("id", IdType.server())),
          CommandSpec.destructive(
              "cancel server",
              Visibility.PRIVATE,
              OptionSpec.required("id", IdType.server()),
              OptionSpec.rest("reason", new TextType(200, "too slow")),
              OptionSpec.flag("now")),
          CommandSpec.read("billing help", Visibility.PRIVATE),
          CommandSpec.read("billing-admin groups", Visibility.PRIVATE));

  private final AtomicInteger readings = new AtomicInteger();
  private final CommandCompletion completion =
      new CommandCompletion(
          COMMANDS,
          (_, option) -> {
            if (option.type().subject().equals(Optional.of(OptionType.Subject.SERVER))) {
              return List.of();
            }
            readings.incrementAndGet();
            return List.of(Proposal.of("123", Text.of("unpaid")), Proposal.of("101"));
          });

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'/inv'               | /invoice /invoices",
        "'inv'                | invoice invoices",
        "'  INV'              | invoice invoices",
        "'/b'                 | /bills /billing /billing-admin",
        "'ex'                 | exit",
        "'/nothing'           | ''",
        "'server '            | show",
        "'/cancel s'          | server",
        "'/server sh'         | show",
        "'server show '       | ''",
        "'nothing '           | ''",
        "'/billing '          | help invoice invoices bills server cancel admin",
        "'/billing inv'       | invoice invoices",
        "'/billing server '   | show",
        "'/billing admin '    | groups",
        "'billing invoices un'| unpaid",
        "'/billing-admin '    | groups",
      })
  void namesAreCompleted(String typed, String words) {
    assertThat(words(typed)).isEqualTo(words);
    assertThat(readings).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'/invoices '                       | unpaid paid overdue --invoice --location",
        "'/invoices p'                      | paid",
        "'BILLS o'                          | overdue",
        "'/invoices paid '                  | --invoice --location",
        "'/invoices --'                     | --invoice --location",
        "'/invoices --location '            | ''",
        "'/invoices --location eu '         | unpaid paid overdue --invoice",
        "'/invoices --location=eu --l'      | ''",
        "'/invoices --location eu paid -'   | --invoice",
        "'/cancel server 42 '               | --now",
        "'/cancel server 42 it is '         | --now",
        "'/cancel server 42 --now '         | ''",
      })
  void optionsAndChoicesAreCompleted(String typed, String words) {
    assertThat(words(typed)).isEqualTo(words);
    assertThat(readings).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'/invoice '               | 123 101 --no-pdf --location",
        "'invoice 12'              | 123",
        "'invoice #1'              | #123 #101",
        "'invoice inv-12'          | inv-123",
        "'/billing invoice 10'     | 101",
        "'/invoices --invoice '    | 123 101",
        "'/invoices --invoice 10'  | 101",
        "'/invoices --invoice=1'   | --invoice=123 --invoice=101",
      })
  void idsOfInvoicesAreTheCallersOwn(String typed, String words) {
    assertThat(words(typed)).isEqualTo(words);
    assertThat(readings).hasValue(1);
  }

  @Test
  void anEmptyLineOffersEverythingThatCanBegin() {
    assertThat(words(""))
        .isEqualTo(
            "/invoice /invoices /bills /server /cancel /billing /billing-admin /help /more /exit");
  }

  @Test
  void theSpaceInsideQuotesEndsNoWord() {
    assertThat(words("/invoices \"pa id\" ")).isEqualTo("--invoice --location");
    assertThat(words("/invoices \"un paid")).isEmpty();
  }

  @Test
  void whatAProposalIsStandsBesideIt() {
    assertThat(completion.after("/invoice"))
        .first()
        .isEqualTo(new Proposal("/invoice", List.of(Text.of("command.invoice"))));
    assertThat(completion.after("/invoice --n"))
        .containsExactly(new Proposal("--no-pdf", List.of(Text.of("option.no-pdf"))));
  }

  @Test
  void aLinesCommandIsFoundWhateverFollows() {
    assertThat(completion.command("/billing cancel server 42"))
        .map(CommandSpec::effect)
        .contains(Effect.DESTRUCTIVE);
    assertThat(completion.command("bills")).map(CommandSpec::effect).contains(Effect.READ);
    assertThat(completion.command("server")).isEmpty();
    assertThat(completion.command("")).isEmpty();
  }

  private String words(String typed) {
    return String.join(" ", completion.after(typed).stream().map(Proposal::word).toList());
  }

  private static ChoiceType<String> choice(String... words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      values.put(word, word);
    }
    return new ChoiceType<>(values);
  }
}

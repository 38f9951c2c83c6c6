package io.tillbot.core.help;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;

/** Cards made of the catalogue: what there is, how one command is used, and what was wrong. */
public final class HelpCards {
  private HelpCards() {}

  /** The commands with a sentence each. */
  public static Reply catalogue(List<Command> commands) {
    return Reply.card(Text.of("help.title"))
        .body(Text.of("help.how"))
        .table(
            new Table(
                List.of(Text.of("column.command"), Text.of("column.what-it-does")),
                commands.stream()
                    .map(Command::spec)
                    .map(
                        spec ->
                            new Table.Row(
                                Tone.NEUTRAL,
                                List.of(Value.line(spec.shortUsage()), spec.description())))
                    .toList()))
        .build();
  }

  /** The commands with a sentence each, for somebody who is new here. */
  public static Reply everything(List<Command> commands) {
    return catalogue(commands)
        .more()
        .body(
            Text.of(
                "help.first-steps",
                Value.line("/invoices unpaid"),
                Value.line("/invoice 123"),
                Value.line("/pay 123")))
        .run(Text.of("button.unpaid"), "/invoices unpaid")
        .run(Text.of("button.credit"), "/credit")
        .run(Text.of("button.help-of-pay"), "/billing help pay")
        .build();
  }

  /** One command: usage, options, example, and what usually comes next. */
  public static Reply command(CommandSpec spec) {
    Reply.Builder card =
        Reply.card(Text.of("help.command-title", Value.line(spec.path().toString())))
            .body(spec.description())
            .field(Text.of("field.usage"), Value.line(spec.usage()))
            .field(Text.of("field.example"), Value.line(spec.example()));
    if (!spec.options().isEmpty()) {
      card.table(
          new Table(
              List.of(
                  Text.of("column.option"),
                  Text.of("column.what-it-means"),
                  Text.of("column.example")),
              spec.options().stream().map(HelpCards::row).toList()));
    }
    for (CommandPath next : spec.next()) {
      card.run(Text.of("help.next", Value.line(next.toString())), "/billing help " + next.name());
    }
    return card.build();
  }

  private static Table.Row row(OptionSpec<?> option) {
    List<String> choices = option.type().choices();
    String words =
        choices.isEmpty() || option.type().isFlag()
            ? option.type().example()
            : String.join(", ", choices);
    return new Table.Row(
        Tone.NEUTRAL,
        List.of(
            Value.data(option.isPositional() ? option.name() : "--" + option.name()),
            option.description(),
            Value.data(option.type().isFlag() ? "--" + option.name() : words)));
  }

  /** What was wrong with a line, and how it would be right. */
  public static Reply notUnderstood(ParseResult.Failed failed) {
    Reply.Builder card = Reply.card(Text.of("input.title")).tone(Tone.WARNING);
    failed.problems().forEach(card::body);
    CommandSpec spec = failed.spec();
    if (spec == null) {
      return card.run(Text.of("button.help"), "/billing help").build();
    }
    return card.field(Text.of("field.usage"), Value.line(spec.usage()))
        .run(Text.of("button.help"), "/billing help " + String.join(" ", spec.path().words()))
        .build();
  }
}

package io.tillbot.core.help;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cards made of the catalogue: what there is, how one command is used, and what was wrong. */
public final class HelpCards {
  private HelpCards() {}

  /** The commands with a sentence each; says so where there is none. */
  public static Reply catalogue(List<Command> commands) {
    if (commands.isEmpty()) {
      return Reply.card(Text.of("help.title")).body(Text.of("help.nothing")).build();
    }
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

  /**
   * The commands below a parent, with a button each: what only reads, or asks first, is run by it;
   * of what changes something or needs words it shows how that is used.
   */
  public static Reply leaves(List<Command> commands) {
    Reply.Builder card = catalogue(commands).more();
    commands.stream().map(Command::spec).forEach(spec -> button(card, spec));
    return card.build();
  }

  private static void button(Reply.Builder card, CommandSpec spec) {
    boolean needsWords =
        spec.options().stream().anyMatch(option -> option.form() == OptionSpec.Form.REQUIRED);
    Value line = Value.line(spec.path().toString());
    if (!needsWords && (spec.effect() == Effect.READ || spec.opensForm())) {
      card.run(Text.of("button.run", line), spec.path().toString());
    } else {
      card.run(Text.of("button.help-of", line), "/billing help " + spec.path().name());
    }
  }

  /** The commands with a sentence each, for somebody who is new here. */
  public static Reply everything(List<Command> commands) {
    Set<String> names =
        commands.stream().map(each -> each.spec().path().name()).collect(Collectors.toSet());
    Reply.Builder card = catalogue(commands).more();
    if (names.containsAll(Set.of("invoices", "invoice"))) {
      card.body(firstSteps(names)).run(Text.of("button.unpaid"), "/invoices unpaid");
    }
    if (names.contains("credit")) {
      card.run(Text.of("button.credit"), "/credit");
    }
    if (names.contains("pay")) {
      card.run(Text.of("button.help-of-pay"), "/billing help pay");
    }
    return card.build();
  }

  private static Text firstSteps(Set<String> names) {
    Value unpaid = Value.line("/invoices unpaid");
    Value invoice = Value.line("/invoice 123");
    return names.contains("pay")
        ? Text.of("help.first-steps", unpaid, invoice, Value.line("/pay 123"))
        : Text.of("help.first-steps-reading", unpaid, invoice);
  }

  /** One command: usage, options, example, and what usually comes next. */
  public static Reply command(CommandSpec spec) {
    return command(spec, spec.next());
  }

  /** The same, with those of the commands after it that may be run. */
  static Reply command(CommandSpec spec, List<CommandPath> nextOnes) {
    Reply.Builder card = usage(spec, titled(spec).body(spec.description()));
    for (CommandPath next : nextOnes) {
      card.run(Text.of("help.next", Value.line(next.toString())), "/billing help " + next.name());
    }
    return card.build();
  }

  /** One command that the reader may not run: the same, with where to learn why. */
  static Reply deniedCommand(CommandSpec spec) {
    Reply.Builder card =
        titled(spec).tone(Tone.WARNING).body(Text.of("help.not-allowed")).body(spec.description());
    return usage(spec, card)
        .run(Text.of("button.why"), "/billing why " + spec.path().name())
        .build();
  }

  private static Reply.Builder titled(CommandSpec spec) {
    return Reply.card(Text.of("help.command-title", Value.line(spec.path().toString())));
  }

  private static Reply.Builder usage(CommandSpec spec, Reply.Builder card) {
    card.field(Text.of("field.usage"), Value.line(spec.usage()))
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
    return card;
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

  /** Says that a command which changes something may have been done, and where to look. */
  public static Reply perhapsDone(CommandSpec spec) {
    Reply.Builder card =
        Reply.card(Text.of("again.perhaps-done", Value.line(spec.path().toString())))
            .tone(Tone.WARNING)
            .body(Text.of("again.look-first"));
    spec.next().stream()
        .findFirst()
        .ifPresent(next -> card.field(Text.of("field.try"), Value.line(next.toString())));
    return card.build();
  }
}

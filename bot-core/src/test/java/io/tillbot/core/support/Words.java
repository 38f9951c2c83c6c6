package io.tillbot.core.support;

import io.tillbot.core.reply.Field;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the parts of a reply without any language: a text is its key with its arguments, as in
 * {@code invoice.title(123)}.
 */
public final class Words {
  private Words() {}

  /** One value. */
  public static String of(Value value) {
    return switch (value) {
      case Value.Data(String text) -> text;
      case Value.Line(String text) -> text;
      case Value.Amount(var money) -> money.toString();
      case Value.Day(var date) -> date.toString();
      case Value.Moment(var instant) -> instant.toString();
      case Value.Count(long number) -> Long.toString(number);
      case Text(String key, List<Value> arguments) ->
          arguments.isEmpty() ? key : key + "(" + joined(arguments) + ")";
    };
  }

  /** Several values. */
  public static List<String> of(List<? extends Value> values) {
    return values.stream().map(Words::of).toList();
  }

  /** The value of the field of that name, written in words; empty when the card has none. */
  public static Optional<String> field(Reply reply, String name) {
    return reply.fields().stream()
        .filter(field -> of(field.name()).equals(name))
        .map(Field::value)
        .map(Words::of)
        .findFirst();
  }

  /** The table's rows, without the header; none when there is no table. */
  public static List<List<String>> rows(Reply reply) {
    return reply.table().map(Table::rows).orElse(List.of()).stream()
        .map(row -> of(row.cells()))
        .toList();
  }

  /** What the buttons run. */
  public static List<String> buttons(Reply reply) {
    return reply.buttons().stream().map(button -> button.action().id()).toList();
  }

  /** Every piece of text of a reply, each for itself. */
  public static List<String> everything(Reply reply) {
    List<Value> values = new ArrayList<>();
    values.add(reply.title());
    values.addAll(reply.body());
    reply.fields().forEach(field -> values.addAll(List.of(field.name(), field.value())));
    reply
        .table()
        .ifPresent(
            table -> {
              values.addAll(table.header());
              table.rows().forEach(row -> values.addAll(row.cells()));
            });
    values.addAll(reply.notes());
    reply.buttons().forEach(button -> values.add(button.label()));
    List<String> pieces = new ArrayList<>();
    values.forEach(value -> put(value, pieces));
    pieces.addAll(buttons(reply));
    reply.attachments().forEach(attachment -> pieces.add(attachment.name()));
    return pieces;
  }

  private static void put(Value value, List<String> pieces) {
    if (value instanceof Text(String key, List<Value> arguments)) {
      pieces.add(key);
      arguments.forEach(argument -> put(argument, pieces));
    } else {
      pieces.add(of(value));
    }
  }

  private static String joined(List<Value> values) {
    return values.stream().map(Words::of).collect(Collectors.joining(", "));
  }
}

package io.tillbot.core.command.option;

import io.tillbot.core.operation.OperationId;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/** An operation's id, in any case, with or without {@code op-}. */
public final class OperationType implements OptionType<OperationId> {
  private static final String EXAMPLE = "op-7k3mq9xw2d";

  @Override
  public Parsed<OperationId> parse(String word) {
    return OperationId.read(word)
        .<Parsed<OperationId>>map(Parsed.Ok::new)
        .orElseGet(
            () ->
                new Parsed.Bad<>(
                    Text.of("input.not-an-operation", Value.echo(word), Value.data(EXAMPLE))));
  }

  @Override
  public String example() {
    return EXAMPLE;
  }
}

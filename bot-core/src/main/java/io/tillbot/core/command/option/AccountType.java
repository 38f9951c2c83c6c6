package io.tillbot.core.command.option;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Optional;

/** One of the caller's accounts, by its name: {@code 1001@whmcs_eu}, {@code 1001}. */
public record AccountType() implements OptionType<AccountName> {
  @Override
  public Parsed<AccountName> parse(String word) {
    Optional<Text> suspicion = Digits.suspicion(word);
    if (suspicion.isPresent()) {
      return new Parsed.Bad<>(suspicion.get());
    }
    return AccountName.isName(word)
        ? new Parsed.Ok<>(new AccountName(word))
        : new Parsed.Bad<>(
            Text.of("input.not-an-account", Value.echo(word), Value.data(example())));
  }

  @Override
  public String example() {
    return "1001@whmcs_eu";
  }
}

package io.tillbot.core.command.option;

import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.TransactionId;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that names something: {@code 123}, {@code #123}, and for invoices {@code INV-123}. A
 * string on every platform, because a chat's own integer type refuses the last two.
 */
public final class IdType<T> implements OptionType<T> {
  private static final int MOST_DIGITS = 18;

  private final Pattern pattern;
  private final Subject subject;
  private final String example;
  private final LongFunction<T> id;

  private IdType(Subject subject, String prefix, String example, LongFunction<T> id) {
    this.subject = subject;
    this.pattern = Pattern.compile("#?" + prefix + "([0-9]+)", Pattern.CASE_INSENSITIVE);
    this.example = example;
    this.id = id;
  }

  public static IdType<InvoiceId> invoice() {
    return new IdType<>(Subject.INVOICE, "(?:INV-)?", "123", InvoiceId::new);
  }

  public static IdType<ServerId> server() {
    return new IdType<>(Subject.SERVER, "", "42", ServerId::new);
  }

  public static IdType<ContactId> contact() {
    return new IdType<>(Subject.CONTACT, "", "7", ContactId::new);
  }

  public static IdType<TransactionId> transaction() {
    return new IdType<>(Subject.TRANSACTION, "", "9001", TransactionId::new);
  }

  @Override
  public Parsed<T> parse(String word) {
    Optional<Text> suspicion = Digits.suspicion(word);
    if (suspicion.isPresent()) {
      return new Parsed.Bad<>(suspicion.get());
    }
    Matcher matcher = pattern.matcher(word);
    if (!matcher.matches()) {
      return new Parsed.Bad<>(Text.of("input.not-an-id", Value.echo(word), Value.data(example())));
    }
    String digits = matcher.group(1);
    if (digits.length() > MOST_DIGITS) {
      return new Parsed.Bad<>(Text.of("input.id-too-long", Value.data(example())));
    }
    long number = Long.parseLong(digits);
    return number == 0
        ? new Parsed.Bad<>(Text.of("input.id-zero", Value.data(example())))
        : new Parsed.Ok<>(id.apply(number));
  }

  @Override
  public Optional<Subject> subject() {
    return Optional.of(subject);
  }

  @Override
  public String example() {
    return example;
  }

  /** Another one, for lists. */
  String secondExample() {
    return Long.toString(Long.parseLong(example) + 1);
  }
}

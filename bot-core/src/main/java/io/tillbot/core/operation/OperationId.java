package io.tillbot.core.operation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an operation to people: short enough to be read out, of letters and digits that are not
 * taken for one another. Not a secret: who may see an operation is decided by who asks.
 *
 * @param value such as {@code op-7k3mq9xw2d}
 */
public record OperationId(String value) {
  /** What a random part is made of: Crockford's base 32. */
  public static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  /** In characters, 50 random bits. */
  public static final int LENGTH = 10;

  private static final String PREFIX = "op-";
  private static final Pattern SHAPE =
      Pattern.compile(PREFIX + "[" + ALPHABET + "]{" + LENGTH + "}");

  public OperationId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an operation's id");
    }
  }

  /** The id whose random part this is. */
  public static OperationId of(String random) {
    return new OperationId(PREFIX + random);
  }

  /**
   * What a person typed, in any case, with or without its prefix, and with the letters that are
   * taken for digits: i and l for 1, o for 0.
   */
  public static Optional<OperationId> read(String typed) {
    String word = typed.strip().toLowerCase(Locale.ROOT);
    String random = word.startsWith(PREFIX) ? word.substring(PREFIX.length()) : word;
    String id = PREFIX + random.replace('i', '1').replace('l', '1').replace('o', '0');
    return SHAPE.matcher(id).matches() ? Optional.of(new OperationId(id)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}

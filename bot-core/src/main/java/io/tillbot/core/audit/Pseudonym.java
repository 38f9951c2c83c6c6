package io.tillbot.core.audit;

import java.util.regex.Pattern;

/**
 * Stands for a person in the audit trail: 80 random bits that tell nothing. Whose it is, the store
 * knows as long as the person is linked, and then nobody does.
 *
 * @param value {@code p-} and {@value #LENGTH} characters of {@link
 *     io.tillbot.core.operation.OperationId#ALPHABET}
 */
public record Pseudonym(String value) {
  /** Of the random part, in characters. */
  public static final int LENGTH = 16;

  /** With what each begins. */
  public static final String PREFIX = "p-";

  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9a-z]{" + LENGTH + "}");

  public Pseudonym {
    if (!isPseudonym(value)) {
      throw new IllegalArgumentException("not a pseudonym");
    }
  }

  /** The pseudonym whose random part this is. */
  public static Pseudonym of(String random) {
    return new Pseudonym(PREFIX + random);
  }

  /** Whether a text can be one. */
  public static boolean isPseudonym(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}

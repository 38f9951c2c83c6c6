package io.tillbot.core.access;

/**
 * A text that nobody may see: it prints as {@code ***} wherever it is logged, joined or thrown.
 * Only {@link #reveal()} gives the text, and its callers are few enough to read.
 */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * Wraps a secret text.
   *
   * @throws IllegalArgumentException when it is blank; the message never holds it
   */
  public static Secret of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    return new Secret(text);
  }

  /** The text itself, for the one place that sends or encrypts it. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}

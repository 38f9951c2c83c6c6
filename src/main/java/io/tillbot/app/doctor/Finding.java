package io.tillbot.app.doctor;

import java.util.Optional;

/**
 * What was found of one part.
 *
 * @param part such as {@code store}
 * @param text in one line, with no secret in it
 * @param mend what to do about it; empty when nothing has to be done
 */
public record Finding(String part, Health health, String text, Optional<String> mend) {

  /** How a part is. */
  public enum Health {
    FINE,
    /** It is switched off, or could not be looked at because another part is bad. */
    SKIPPED,
    BAD
  }

  public static Finding fine(String part, String text) {
    return new Finding(part, Health.FINE, text, Optional.empty());
  }

  public static Finding skipped(String part, String why) {
    return new Finding(part, Health.SKIPPED, why, Optional.empty());
  }

  public static Finding bad(String part, String text, String mend) {
    return new Finding(part, Health.BAD, text, Optional.of(mend));
  }
}

package io.tillbot.app;

import io.tillbot.core.CorrelationId;
import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes correlation ids: ten characters that cannot be misread when they are spelt out. */
final class Correlations implements Supplier<CorrelationId> {
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 10;

  private final RandomGenerator random;

  Correlations() {
    this(new SecureRandom());
  }

  private Correlations(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public CorrelationId get() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new CorrelationId(id.toString());
  }
}

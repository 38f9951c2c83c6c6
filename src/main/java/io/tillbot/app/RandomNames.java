package io.tillbot.app;

import io.tillbot.core.CorrelationId;
import io.tillbot.core.operation.OperationId;
import java.security.SecureRandom;

/** Names that nobody has used before, of characters that cannot be misread when they are spelt. */
final class RandomNames {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 10;
  private static final int SECRET_LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomNames() {}

  /** A command's name in the logs. */
  static CorrelationId correlation() {
    return new CorrelationId(word(LETTERS, LENGTH));
  }

  /** An operation's name. */
  static OperationId operation() {
    return OperationId.of(word(OperationId.ALPHABET, OperationId.LENGTH));
  }

  /** Names this process among all that ever use the same store. */
  static String ofThisProcess() {
    return ProcessHandle.current().pid() + "-" + word(LETTERS, LENGTH);
  }

  /** A text that nobody can guess. */
  static String secret() {
    return word(LETTERS, SECRET_LENGTH);
  }

  private static String word(String alphabet, int length) {
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
    }
    return word.toString();
  }
}

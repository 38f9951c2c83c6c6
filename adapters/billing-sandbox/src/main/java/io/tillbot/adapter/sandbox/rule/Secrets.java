package io.tillbot.adapter.sandbox.rule;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Makes tokens and codes that nobody can guess. */
final class Secrets {

  private final SecureRandom random = new SecureRandom();

  /** 32 hexadecimal digits. */
  String token() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Six digits. */
  String code() {
    return String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
  }
}

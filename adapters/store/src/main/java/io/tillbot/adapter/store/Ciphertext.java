package io.tillbot.adapter.store;

import java.nio.ByteBuffer;

/** Sealed bytes, in Tink's form: five clear bytes that name the key, then what is encrypted. */
final class Ciphertext {
  private static final int TINK_FORM = 1;
  private static final int PREFIX_LENGTH = 1 + Integer.BYTES;

  private final byte[] bytes;

  Ciphertext(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** The id of the key that sealed it; 0, which no key has, when it is nothing sealed. */
  int keyId() {
    return bytes.length < PREFIX_LENGTH || bytes[0] != TINK_FORM
        ? 0
        : ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
  }

  byte[] bytes() {
    return bytes.clone();
  }
}

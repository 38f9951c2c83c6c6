package io.tillbot.adapter.store;

import java.nio.ByteBuffer;

/** Sealed bytes, in Tink's form: five clear bytes that name the key, then what is encrypted. */
final class Ciphertext {
  /** What {@link #keyId} gives for what is nothing sealed. */
  static final int NO_KEY = 0;

  private static final int TINK_FORM = 1;
  private static final int PREFIX_LENGTH = 1 + Integer.BYTES;

  private final byte[] bytes;

  Ciphertext(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** How everything begins that the key of that id has sealed. */
  static byte[] prefix(int keyId) {
    return ByteBuffer.allocate(PREFIX_LENGTH).put((byte) TINK_FORM).putInt(keyId).array();
  }

  /** The id of the key that sealed it; {@link #NO_KEY} when it is nothing sealed. */
  int keyId() {
    return bytes.length < PREFIX_LENGTH || bytes[0] != TINK_FORM
        ? NO_KEY
        : ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
  }

  byte[] bytes() {
    return bytes.clone();
  }
}

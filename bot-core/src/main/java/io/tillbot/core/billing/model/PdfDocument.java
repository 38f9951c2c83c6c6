package io.tillbot.core.billing.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A PDF of download_invoice. Prints as its size alone. */
public final class PdfDocument {
  private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final byte[] content;

  /**
   * Checks and copies the bytes.
   *
   * @throws IllegalArgumentException when they do not start with {@code %PDF-}
   */
  public PdfDocument(byte[] content) {
    if (!isPdf(content)) {
      throw new IllegalArgumentException("not a PDF");
    }
    this.content = content.clone();
  }

  /** Whether the bytes start as a PDF does. */
  public static boolean isPdf(byte[] content) {
    return content.length > MAGIC.length
        && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** A copy of the bytes. */
  public byte[] content() {
    return content.clone();
  }

  public int size() {
    return content.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PdfDocument pdf && Arrays.equals(pdf.content, content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "PdfDocument[" + content.length + " bytes]";
  }
}

package io.tillbot.adapter.billing;

import java.nio.charset.StandardCharsets;

/** How a PDF ends. Not every writer sets the mark of its end, and many add bytes after it. */
final class PdfEnd {
  private static final int MARK_WITHIN = 1_024;

  private PdfEnd() {}

  /** Whether the mark of the end stands near the last byte. */
  static boolean isMarked(byte[] pdf) {
    int from = Math.max(0, pdf.length - MARK_WITHIN);
    return new String(pdf, from, pdf.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
  }

  /** Whether it stops before an object that it began is over: somebody cut it. */
  static boolean isInsideAnObject(byte[] pdf) {
    if (isMarked(pdf)) {
      return false;
    }
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    return text.lastIndexOf(" obj") > text.lastIndexOf("endobj");
  }
}

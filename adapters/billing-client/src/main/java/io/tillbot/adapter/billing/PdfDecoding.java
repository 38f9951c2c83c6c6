package io.tillbot.adapter.billing;

import io.tillbot.core.billing.model.PdfDocument;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * download_invoice: base64 under {@code message}, or the bare PDF. Base64 is read strictly: a
 * decoder that passes over what it does not know would give a damaged paper for a good one.
 */
final class PdfDecoding {
  private static final Pattern DATA_PREFIX =
      Pattern.compile("^data:[^,]{0,200};base64,", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\t]+");

  /** Either an indentation or a lost {@code +}: nobody can tell. */
  private static final Pattern BLANK_BESIDE_LINE_BREAK =
      Pattern.compile(" [\\r\\n\\t]|[\\r\\n\\t] ");

  private static final Set<Integer> LINE_LENGTHS = Set.of(64, 76);
  private static final Pattern PADDING = Pattern.compile("={1,2}$");

  private PdfDecoding() {}

  static PdfDocument document(Answer answer) {
    byte[] content =
        switch (answer) {
          case Answer.Pdf(byte[] bare) -> bare;
          case Answer.Document(Fields fields) -> base64(fields);
        };
    if (!PdfDocument.isPdf(content) || PdfEnd.isInsideAnObject(content)) {
      throw new BrokenAnswerException("no whole PDF in message");
    }
    return new PdfDocument(content);
  }

  private static byte[] base64(Fields fields) {
    String text = Fields.required(Scalars.raw(Fields.sole(fields.get("message"))), "message");
    String lines = DATA_PREFIX.matcher(text.stripLeading()).replaceFirst("");
    if (BLANK_BESIDE_LINE_BREAK.matcher(lines).find()) {
      throw new BrokenAnswerException("blanks in the base64 of message");
    }
    String plain = LINE_BREAK.matcher(lines).replaceAll("").replace('-', '+').replace('_', '/');
    try {
      return decoded(isInLines(plain) ? plain.replace(" ", "") : plain.replace(' ', '+'));
    } catch (IllegalArgumentException notBase64) {
      throw new BrokenAnswerException("no base64 in message");
    }
  }

  /** A blank is a {@code +} that a form's decoding took away, unless blanks part even lines. */
  private static boolean isInLines(String text) {
    int length = text.indexOf(' ');
    if (!LINE_LENGTHS.contains(length)) {
      return false;
    }
    return IntStream.range(0, text.length())
        .allMatch(i -> (text.charAt(i) == ' ') == (i % (length + 1) == length));
  }

  /** A text without its padding is taken; one that has some has all of it. */
  private static byte[] decoded(String text) {
    boolean padded = PADDING.matcher(text).find();
    if (padded && text.length() % 4 != 0) {
      throw new IllegalArgumentException("padding that does not fit");
    }
    return Base64.getDecoder().decode(text);
  }
}

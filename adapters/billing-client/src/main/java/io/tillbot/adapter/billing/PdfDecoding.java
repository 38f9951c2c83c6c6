package io.tillbot.adapter.billing;

import io.tillbot.core.billing.model.PdfDocument;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** download_invoice: base64 under {@code message}, or the bare PDF. */
final class PdfDecoding {
  private static final String BASE64_MARK = ";base64,";

  private PdfDecoding() {}

  static PdfDocument document(Answer answer) {
    byte[] content =
        switch (answer) {
          case Answer.Pdf(byte[] bare) -> bare;
          case Answer.Document(Fields fields) -> base64(fields);
        };
    if (!PdfDocument.isPdf(content)) {
      throw new BrokenAnswerException("no PDF in message");
    }
    return new PdfDocument(content);
  }

  private static byte[] base64(Fields fields) {
    String text = Fields.required(Scalars.raw(fields.get("message")), "message");
    int mark = text.startsWith("data:") ? text.indexOf(BASE64_MARK) : -1;
    String encoded = mark < 0 ? text : text.substring(mark + BASE64_MARK.length());
    try {
      return Base64.getMimeDecoder().decode(encoded.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException notBase64) {
      throw new BrokenAnswerException("no base64 in message");
    }
  }
}

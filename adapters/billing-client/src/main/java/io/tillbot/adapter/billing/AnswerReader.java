package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.PdfDocument;
import java.nio.charset.StandardCharsets;

/**
 * Judges an answer. HTTP 200 proves nothing here, and a failure may come in many shapes; where an
 * answer proves neither success nor failure, the outcome is unknown.
 *
 * <p>429 was turned away unread. 5xx says nothing of what was done before it. 401 is a matter of
 * the credential. Any other 4xx is believed when its JSON says no. A redirect is never followed.
 */
final class AnswerReader {
  // Where the mark of its end stands; many writers add bytes after it.
  private static final int END_OF_PDF_WITHIN = 1_024;

  private final JsonTree json = new JsonTree();
  private final Signs signs;

  AnswerReader(Signs signs) {
    this.signs = signs;
  }

  /**
   * The judgement.
   *
   * @throws BrokenAnswerException when the body is neither one JSON object nor a whole PDF
   */
  Attempt read(HttpAnswer answer) {
    int status = answer.status();
    if (status == 429) {
      return Attempt.notSent(NotSentCause.RATE_LIMITED, answer.retryAfter());
    }
    if (status >= 500) {
      return Attempt.unknownForNow(UnknownCause.SERVER_ERROR, answer.retryAfter());
    }
    if (status == 401) {
      return Attempt.notAuthorized(messageIn(answer));
    }
    if (status < 200 || (status >= 300 && status < 400)) {
      return Attempt.unknown(UnknownCause.BROKEN_ANSWER);
    }
    boolean success = status < 300;
    if (success && PdfDocument.isPdf(answer.body())) {
      return Attempt.done(new Answer.Pdf(whole(answer.body())));
    }
    return judge(fields(answer), success);
  }

  /** The bare PDF: nothing around it tells that it was cut short, as a JSON's last brace does. */
  private static byte[] whole(byte[] pdf) {
    int from = Math.max(0, pdf.length - END_OF_PDF_WITHIN);
    String end = new String(pdf, from, pdf.length - from, StandardCharsets.ISO_8859_1);
    if (!end.contains("%%EOF")) {
      throw new BrokenAnswerException("a PDF cut short");
    }
    return pdf;
  }

  private Attempt judge(Fields fields, boolean httpSuccess) {
    Signs.Verdict verdict = signs.read(fields);
    return switch (verdict) {
      case FAILURE ->
          Refusals.isAboutCredential(fields)
              ? Attempt.notAuthorized(Refusals.of(fields).message())
              : Attempt.refused(Refusals.of(fields));
      case CONTRADICTION -> Attempt.unknown(UnknownCause.CONTRADICTORY_ANSWER);
      case SUCCESS ->
          httpSuccess
              ? Attempt.done(new Answer.Document(fields))
              : Attempt.unknown(UnknownCause.CONTRADICTORY_ANSWER);
      case NEITHER -> Attempt.unknown(UnknownCause.BROKEN_ANSWER);
    };
  }

  private Fields fields(HttpAnswer answer) {
    if (json.read(answer.body()) instanceof Json.Obj object) {
      return new Fields(object);
    }
    throw new BrokenAnswerException("not a JSON object");
  }

  private String messageIn(HttpAnswer answer) {
    try {
      return Refusals.of(fields(answer)).message();
    } catch (BrokenAnswerException notJson) {
      return "";
    }
  }
}

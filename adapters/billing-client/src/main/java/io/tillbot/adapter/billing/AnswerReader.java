package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.PdfDocument;

/**
 * Judges an answer. HTTP 200 proves nothing here, and a failure may come in many shapes; where an
 * answer proves neither success nor failure, the outcome is unknown.
 *
 * <p>429 was turned away unread. 5xx says nothing of what was done before it. 401 is a matter of
 * the credential. Any other 4xx is believed when its JSON says no. A redirect is never followed.
 */
final class AnswerReader {
  private final JsonTree json = new JsonTree();
  private final Signs signs;
  private final Purpose purpose;

  AnswerReader(Signs signs, Purpose purpose) {
    this.signs = signs;
    this.purpose = purpose;
  }

  /** What the calls that it judges are for. */
  enum Purpose {
    /** An unknown word of {@code result} beside a message is a no: nothing can have changed. */
    READ,
    /** Such an answer proves nothing: it may have been done. */
    WRITE
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
      return Attempt.done(new Answer.Pdf(whole(answer)));
    }
    return judge(fields(answer), success);
  }

  /**
   * The bare PDF. It needs the mark of its end only where nothing else tells that it has come
   * whole, as HTTP's length and chunks do, and the last brace of a JSON.
   */
  private static byte[] whole(HttpAnswer answer) {
    boolean told = answer.framing() == HttpAnswer.Framing.TOLD;
    if (!PdfEnd.isMarked(answer.body()) && (!told || PdfEnd.isInsideAnObject(answer.body()))) {
      throw new BrokenAnswerException("a PDF cut short");
    }
    return answer.body();
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
      case NEITHER -> withoutSign(fields);
    };
  }

  private Attempt withoutSign(Fields fields) {
    if (Refusals.isAboutCredential(fields)) {
      return Attempt.notAuthorized(Refusals.of(fields).message());
    }
    return purpose == Purpose.READ && Refusals.isUnknownWordWithMessage(fields)
        ? Attempt.refused(Refusals.of(fields))
        : Attempt.unknown(UnknownCause.BROKEN_ANSWER);
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

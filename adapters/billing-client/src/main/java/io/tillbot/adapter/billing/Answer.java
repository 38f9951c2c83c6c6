package io.tillbot.adapter.billing;

/** What a successful call brought, before it is decoded. */
sealed interface Answer {

  /** JSON that says success. */
  record Document(Fields fields) implements Answer {}

  /** A bare PDF, as download_invoice may answer. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; copied where it leaves.
  record Pdf(byte[] content) implements Answer {
    @Override
    public String toString() {
      return "Answer.Pdf";
    }
  }

  /**
   * The JSON fields.
   *
   * @throws BrokenAnswerException when it is a PDF
   */
  default Fields json() {
    return switch (this) {
      case Document(Fields fields) -> fields;
      case Pdf _ -> throw new BrokenAnswerException("a PDF that nobody asked for");
    };
  }
}

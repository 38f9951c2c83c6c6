package io.tillbot.core.reply;

import io.tillbot.core.billing.model.PdfDocument;
import java.util.regex.Pattern;

/**
 * A PDF that goes with a card.
 *
 * @param name a file name that we made, never the API's: lower-case letters, digits, hyphens,
 *     {@code .pdf}
 */
public record Attachment(String name, PdfDocument document) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}\\.pdf");

  public Attachment {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a file name of ours: " + name);
    }
  }

  /** The IANA media type. */
  public String mediaType() {
    return "application/pdf";
  }
}

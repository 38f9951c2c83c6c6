package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The invoices that a message in a chat speaks of, in the order of the message. What is marked as
 * an invoice's number counts; where nothing is, a number that stands alone does, since people paste
 * them bare.
 */
public final class FoundInvoices {
  /** As many as a card has room for. */
  private static final int MOST = 10;

  /** Longer than any message of a chat is worth reading for. */
  private static final int LONGEST = 4_000;

  private static final String NUMBER = "([1-9][0-9]{0,14})(?![0-9])";

  private static final Pattern MARKED =
      Pattern.compile(
          "(?:viewinvoice\\.php\\?id=|(?<![\\p{L}\\p{N}])(?:"
              + "inv[-_ ]?#?|invoices?[ \\u00A0]*(?:no\\.?|number)?[ \\u00A0]*[#№:]?[ \\u00A0]*"
              + "|сч[её]т\\p{L}{0,3}[ \\u00A0]*[#№:]?[ \\u00A0]*|#))"
              + NUMBER,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Not a part of an amount, a date, a time, an address or a word. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,:/@€$£₽_+-])([1-9][0-9]{1,14})(?![\\p{L}\\p{N}:/@€$£₽%_-]|[.,][0-9])");

  private FoundInvoices() {}

  /** The ids, each once. */
  public static List<InvoiceId> in(String text) {
    String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<InvoiceId> marked = all(MARKED, read);
    return marked.isEmpty() ? all(BARE, read) : marked;
  }

  private static List<InvoiceId> all(Pattern pattern, String text) {
    Set<InvoiceId> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find() && found.size() < MOST) {
      found.add(new InvoiceId(Long.parseLong(matcher.group(1))));
    }
    return List.copyOf(found);
  }

  /** The only one, when there is one. */
  public static Optional<InvoiceId> only(List<InvoiceId> found) {
    return Optional.of(found).filter(all -> all.size() == 1).map(List::getFirst);
  }

  /** What to do when there is none, or more than one. */
  public static Outcome choice(List<InvoiceId> found) {
    if (found.isEmpty()) {
      return new Outcome.Refused(
          Reply.card(Text.of("found.none"))
              .tone(Tone.WARNING)
              .body(Text.of("found.none-what-to-do", Value.line("/invoice 123")))
              .run(Text.of("button.invoices"), "/invoices")
              .build());
    }
    Reply.Builder card =
        Reply.card(Text.of("found.several", Value.count(found.size())))
            .body(Text.of("found.which"));
    found.forEach(
        id -> card.run(Text.of("button.invoice-of", Value.data(id.toString())), "/invoice " + id));
    return new Outcome.Answered(card.build());
  }
}

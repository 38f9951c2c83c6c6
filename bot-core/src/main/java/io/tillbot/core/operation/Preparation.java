package io.tillbot.core.operation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.util.Optional;
import java.util.function.Function;

/** What came of looking before a change. */
public sealed interface Preparation {

  /** It can be confirmed. */
  record Ready(Change<?> change) implements Preparation {}

  /**
   * It ends here: refused, nothing to do, something is to be answered first, or it was done
   * already.
   *
   * @param about an operation that was changed on the way
   */
  record Ended(Outcome outcome, Optional<OperationId> about) implements Preparation {
    /** Nothing was changed. */
    public Ended(Outcome outcome) {
      this(outcome, Optional.empty());
    }
  }

  /** Goes on with what was read, or ends with the card that says why it could not be read. */
  static <T> Preparation of(ApiResult<T> read, Function<? super T, Preparation> next) {
    Optional<T> found = read.found();
    return found.isPresent()
        ? next.apply(found.get())
        : new Ended(ApiFailures.answer(read, _ -> new Outcome.Unavailable(unread())));
  }

  /** Ends with a "no" of our own. */
  static Preparation refused(Reply.Builder card) {
    return new Ended(new Outcome.Refused(card.tone(Tone.WARNING).build()));
  }

  private static Reply unread() {
    return Reply.of(Text.of("api.unavailable.title"));
  }
}

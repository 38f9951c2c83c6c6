package io.tillbot.core.overview;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An overview while it is made, part by part: what one of them does not bring is said, and spoils
 * no other. Where the billing system does not accept the access, cannot be reached or asks to be
 * left alone, no further part is asked for: each would be told the same. For one thread.
 */
final class Summary {
  private final Reply.Builder card;
  private int brought;
  private Tone tone = Tone.NEUTRAL;
  private @Nullable Outcome first;
  private @Nullable Outcome last;

  Summary(Reply.Builder card) {
    this.card = card;
  }

  Reply.Builder card() {
    return card;
  }

  /** The card is at least so serious. */
  void tone(Tone least) {
    if (least.compareTo(tone) > 0) {
      tone = least;
    }
  }

  /**
   * Asks for a part.
   *
   * @param name what it is called where it is missing
   * @param put puts it on the card
   * @return what was brought
   */
  <T> Optional<T> part(Text name, Supplier<ApiResult<T>> read, Consumer<T> put) {
    if (last != null) {
      missing(name, last);
      return Optional.empty();
    }
    ApiResult<T> result = read.get();
    result
        .found()
        .ifPresentOrElse(
            found -> {
              brought++;
              put.accept(found);
            },
            () -> failed(name, result));
    return result.found();
  }

  private <T> void failed(Text name, ApiResult<T> result) {
    Outcome failure = ApiFailures.answer(result, _ -> new Outcome.Answered(Reply.of(name)));
    if (first == null) {
      first = failure;
    }
    if (endsAsking(result)) {
      last = failure;
    }
    missing(name, failure);
  }

  private static <T> boolean endsAsking(ApiResult<T> result) {
    return switch (result) {
      case ApiResult.NotAuthorized<T> _, ApiResult.NotSent<T> _ -> true;
      case ApiResult.Done<T> _, ApiResult.Refused<T> _, ApiResult.Unknown<T> _ -> false;
    };
  }

  private void missing(Text name, Outcome failure) {
    // That the access is not accepted is the same for all of them, and stands above them.
    if (!needsLink(failure)) {
      card.note(Text.of("overview.missing", name, failure.reply().body().getFirst()));
    }
  }

  private static boolean needsLink(@Nullable Outcome failure) {
    return failure instanceof Outcome.NeedsLink;
  }

  /** The end: an answer where anything was brought, else what stands in the way. */
  Outcome outcome(Linking linking) {
    if (needsLink(last)) {
      card.body(Text.of("api.not-authorized.title"))
          .body(Text.of("api.not-authorized.what-to-do"))
          .tone(Tone.WARNING);
      if (linking == Linking.ALLOWED) {
        card.run(Text.of("button.link"), "/billing link");
      }
      return new Outcome.NeedsLink(card.build());
    }
    if (first != null && brought == 0) {
      return first.with(card.tone(Tone.WARNING).build());
    }
    return new Outcome.Answered(card.tone(tone).build());
  }

  /** Whether the caller may link an account. */
  enum Linking {
    ALLOWED,
    DENIED
  }
}

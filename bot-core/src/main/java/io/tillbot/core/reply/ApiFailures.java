package io.tillbot.core.reply;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a person what became of a read that brought no answer. */
public final class ApiFailures {
  private ApiFailures() {}

  /** The answer made of what was read, or the card that says why there is none. */
  public static <T> Outcome answer(
      ApiResult<T> result, Function<? super T, ? extends Outcome> answer) {
    return switch (result) {
      case ApiResult.Done<T>(T value) -> answer.apply(value);
      case ApiResult.Refused<T>(Refusal refusal) -> refused(refusal);
      case ApiResult.NotAuthorized<T>(String message) -> notAuthorized(message);
      case ApiResult.NotSent<T>(ApiResult.NotSentCause cause, Duration retryAfter) ->
          notSent(cause, retryAfter);
      case ApiResult.Unknown<T>(ApiResult.UnknownCause cause) -> unavailable(cause(cause));
    };
  }

  private static Outcome refused(Refusal refusal) {
    Reply.Builder card = Reply.card(Text.of("api.refused.title")).tone(Tone.BAD);
    card.body(
        refusal.message().isEmpty()
            ? Text.of("api.refused.code", Value.data(refusal.code()))
            : Text.of("api.refused.message", Value.data(refusal.message())));
    List<String> words = new ArrayList<>(refusal.details());
    words.addFirst(refusal.message());
    KnownRefusals.explain(words).forEach(card::body);
    refusal.details().forEach(detail -> card.note(Text.of("api.detail", Value.data(detail))));
    return new Outcome.Refused(card.build());
  }

  private static Outcome notAuthorized(String message) {
    Reply.Builder card =
        Reply.card(Text.of("api.not-authorized.title"))
            .tone(Tone.WARNING)
            .body(Text.of("api.not-authorized.what-to-do"));
    if (!message.isEmpty()) {
      card.note(Text.of("api.says", Value.data(message)));
    }
    return new Outcome.NeedsLink(card.run(Text.of("button.link"), "/billing link").build());
  }

  private static Outcome notSent(ApiResult.NotSentCause cause, @Nullable Duration retryAfter) {
    Text why =
        switch (cause) {
          case NO_CONNECTION -> Text.of("api.no-connection");
          case RATE_LIMITED ->
              retryAfter == null
                  ? Text.of("api.rate-limited")
                  : Text.of("api.rate-limited-until", Value.count(retryAfter.toSeconds()));
          case NO_SESSION -> Text.of("api.no-session");
          case NOT_PREPARED -> Text.of("api.not-prepared");
        };
    return unavailable(why);
  }

  /** Why an answer tells nothing, in a sentence. */
  public static Text cause(ApiResult.UnknownCause cause) {
    return switch (cause) {
      case TIMED_OUT -> Text.of("api.timed-out");
      case CONNECTION_LOST -> Text.of("api.connection-lost");
      case SERVER_ERROR -> Text.of("api.server-error");
      case BROKEN_ANSWER -> Text.of("api.broken-answer");
      case CONTRADICTORY_ANSWER -> Text.of("api.contradictory-answer");
    };
  }

  private static Outcome unavailable(Text why) {
    return new Outcome.Unavailable(
        Reply.card(Text.of("api.unavailable.title"))
            .tone(Tone.WARNING)
            .body(why)
            .note(Text.of("api.nothing-changed"))
            .build());
  }
}

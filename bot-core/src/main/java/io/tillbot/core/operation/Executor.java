package io.tillbot.core.operation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a confirmed change: sends it once, reads what has become of it, and tells done, not
 * done or unknown. An unclear answer is never told as success, and a clear one only where the
 * change's own proof agrees. Once something may have been sent, even a fault of our own is told as
 * unknown.
 */
public final class Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Executor.class);

  private Executor() {}

  /** Sends the change and tells what became of it. */
  public static Outcome carryOut(Change<?> change, BillingApi billing) {
    // What a fault is told with must not be able to fail.
    Text subject = change.subject();
    try {
      return sent(change, billing);
    } catch (RuntimeException | LinkageError bug) {
      LOG.error("a change broke after it may have been sent", bug);
      return new Outcome.Unknown(unknown(subject, List.of(Text.of("unknown.broken-here"))).build());
    }
  }

  private static <A> Outcome sent(Change<A> change, BillingApi billing) {
    ApiResult<A> sent = change.send(billing.writes());
    return switch (sent) {
      case ApiResult.Done<A>(A answer) ->
          told(
              change,
              change.find(Optional.of(answer), billing.reads(), CreditTrail.CLEAR),
              Text.of("unknown.said-done-unproven"));
      case ApiResult.Unknown<A>(ApiResult.UnknownCause cause) ->
          told(
              change,
              change.find(Optional.empty(), billing.reads(), CreditTrail.CLEAR),
              ApiFailures.cause(cause));
      case ApiResult.Refused<A> _, ApiResult.NotAuthorized<A> _, ApiResult.NotSent<A> _ ->
          ApiFailures.answer(sent, _ -> unknown(change, List.of()));
    };
  }

  private static Outcome told(Change<?> change, Finding finding, Text why) {
    return switch (finding) {
      case Finding.Done(Reply reply) -> new Outcome.Answered(reply);
      case Finding.NotDone(String line) -> new Outcome.Unavailable(notDone(change, why, line));
      case Finding.Unproven(List<Text> traces) -> {
        Outcome.Unknown unknown = unknown(change, List.of(why));
        Reply.Builder card = unknown.reply().more();
        traces.forEach(card::note);
        yield new Outcome.Unknown(card.build());
      }
    };
  }

  private static Outcome.Unknown unknown(Change<?> change, List<Text> reasons) {
    Reply.Builder card = unknown(change.subject(), reasons);
    change.whereToLook(card);
    return new Outcome.Unknown(card.build());
  }

  private static Reply.Builder unknown(Text subject, List<Text> reasons) {
    Reply.Builder card =
        Reply.card(Text.of("unknown.title"))
            .tone(Tone.WARNING)
            .body(Text.of("unknown.what", subject));
    reasons.forEach(card::body);
    return card.body(Text.of("unknown.do-not-repeat"));
  }

  private static Reply notDone(Change<?> change, Text why, String line) {
    return Reply.card(Text.of("not-done.title"))
        .tone(Tone.WARNING)
        .body(Text.of("unknown.what", change.subject()))
        .body(why)
        .body(Text.of("not-done.read-back"))
        .run(Text.of("button.again"), line)
        .build();
  }
}

package io.tillbot.core.execution;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.util.List;
import java.util.Optional;

/**
 * What became of a change that was sent, for the ledger and for its owner.
 *
 * @param state what follows {@link State#SENDING}
 * @param settled how it is settled at once, where a read settles what the answer left unknown
 */
record Ending(State state, Optional<State> settled, Evidence evidence, Outcome outcome) {

  /** What an ending rests on. */
  enum Evidence {
    /** The API's own word, which holds whatever else was sent. */
    WORD,
    /** Reads alone, which another change may have blurred. */
    READS
  }

  /** What the API's answer and a fresh look make of it. A clear no is taken at its word. */
  static <A> Ending of(Change<A> change, ApiResult<A> sent, BillingReads reads, CreditTrail trail) {
    return switch (sent) {
      case ApiResult.Done<A>(A answer) ->
          told(
              change,
              change.find(Optional.of(answer), reads, trail),
              Evidence.WORD,
              Text.of("unknown.said-done-unproven"));
      case ApiResult.Unknown<A>(ApiResult.UnknownCause cause) ->
          told(
              change,
              change.find(Optional.empty(), reads, trail),
              Evidence.READS,
              ApiFailures.cause(cause));
      case ApiResult.Refused<A> _, ApiResult.NotAuthorized<A> _ ->
          saidNo(State.REFUSED, change, sent);
      case ApiResult.NotSent<A> _ -> saidNo(State.NOT_SENT, change, sent);
    };
  }

  private static <A> Ending saidNo(State state, Change<A> change, ApiResult<A> sent) {
    return new Ending(
        state,
        Optional.of(State.SETTLED_NOT_DONE),
        Evidence.WORD,
        ApiFailures.answer(sent, _ -> unknown(change, List.of())));
  }

  /** A fault of our own, after which it may be on its way. */
  static Ending brokenHere(Text subject) {
    return new Ending(
        State.UNKNOWN,
        Optional.empty(),
        Evidence.READS,
        new Outcome.Unknown(unknown(subject, List.of(Text.of("unknown.broken-here"))).build()));
  }

  private static Ending told(Change<?> change, Finding finding, Evidence evidence, Text why) {
    return switch (finding) {
      case Finding.Done(Reply reply) ->
          new Ending(
              State.SUCCEEDED,
              Optional.of(State.SETTLED_DONE),
              evidence,
              new Outcome.Answered(reply));
      case Finding.NotDone(String line) when change.commitment() instanceof Commitment.Nothing ->
          new Ending(
              State.UNKNOWN,
              Optional.of(State.SETTLED_NOT_DONE),
              Evidence.READS,
              new Outcome.Unavailable(notDone(change, why, line)));
      // What moves money may still arrive: a later look tells.
      case Finding.NotDone _ ->
          new Ending(State.UNKNOWN, Optional.empty(), evidence, unknown(change, List.of(why)));
      case Finding.Unproven(List<Text> traces) -> {
        Reply.Builder card = unknown(change, List.of(why)).reply().more();
        traces.forEach(card::note);
        yield new Ending(
            State.UNKNOWN, Optional.empty(), evidence, new Outcome.Unknown(card.build()));
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

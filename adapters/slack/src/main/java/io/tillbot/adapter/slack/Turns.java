package io.tillbot.adapter.slack;

import io.tillbot.adapter.slack.AnswerAddress.InView;
import io.tillbot.adapter.slack.LateAnswers.Told;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.core.Answer;
import io.tillbot.core.Received;
import io.tillbot.core.Step;
import io.tillbot.core.Stepped;
import io.tillbot.core.access.Caller;
import io.tillbot.core.reply.Outcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Works for one request until its sender has the answer. */
final class Turns {
  private final Desk desk;
  private final LateAnswers late;
  private final SignsOfLife signs;
  private final Shares shares;
  private final Surroundings surroundings;
  private final Home home;

  Turns(
      Desk desk,
      LateAnswers late,
      SignsOfLife signs,
      Shares shares,
      Surroundings surroundings,
      Home home) {
    this.desk = desk;
    this.late = late;
    this.signs = signs;
    this.shares = shares;
    this.surroundings = surroundings;
    this.home = home;
  }

  /**
   * How an answer is shown.
   *
   * @param step what made it, so that its other pages can be shown; empty where it cannot be run
   *     again
   */
  record Way(Optional<Step> step, Placing placing) {}

  /**
   * Does the work and brings the answer: with the acknowledgement where that still waits, else to
   * where it goes.
   */
  void serve(Received received, Recipient to, Handover handover, Function<Stepped, Way> shown) {
    Caller caller = to.caller();
    SignsOfLife.Sign sign = signs.watch(to);
    AtomicReference<Placing> placing = new AtomicReference<>(Placing.NEW);
    Optional<Message> made =
        desk.tried(
            caller,
            () -> {
              Stepped stepped = received.answer(place -> surroundings.seen(caller, place));
              if (stepped.answer().trace() == Answer.Trace.MAY_HAVE_CHANGED) {
                home.changed(caller);
              }
              Way way = shown.apply(stepped);
              placing.set(way.placing());
              Outcome outcome = stepped.answer().outcome();
              return way.placing() == Placing.NEW
                  ? desk.message(to, outcome, way.step())
                  : Optional.of(desk.message(caller, outcome, way.step()));
            });
    boolean isSignGiven = sign.isGivenBefore();
    if (made.isEmpty()) {
      handover.goesItsOwnWay();
      received.answered();
      return;
    }
    Message message = made.get();
    if (placing.get() == Placing.FOR_ALL) {
      shares.share(to, message);
      received.answered();
      return;
    }
    Told told = bring(message, to, handover, isSignGiven, placing.get());
    if (told != Told.NOT) {
      received.answered();
    }
    if (told == Told.THERE && message.next() instanceof Message.Next.Rest) {
      late.keep(caller, message);
    }
  }

  private Told bring(
      Message message, Recipient to, Handover handover, boolean isSignGiven, Placing placing) {
    if (handover.takes(message)) {
      return Told.THERE;
    }
    handover.settle();
    if (placing == Placing.IN_PLACE && to.place().equals(Home.PLACE)) {
      return home.replace(to.caller(), message) ? Told.THERE : Told.NOT;
    }
    boolean isInPlaceOfSign = isSignGiven && to.address() instanceof InView;
    return late.send(to, message, isInPlaceOfSign ? Placing.IN_PLACE : placing);
  }
}

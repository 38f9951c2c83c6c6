package io.tillbot.adapter.slack;

import io.tillbot.adapter.slack.Message.Placing;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells those who wait that something is happening, once it takes a while. */
final class SignsOfLife {
  /** As long as one waits without wondering. */
  static final Duration AFTER = Duration.ofSeconds(1);

  private final LateAnswers late;
  private final Modals modals;
  private final WebAnswers calls;
  private final Remarks remarks;
  private final Duration after;

  SignsOfLife(LateAnswers late, Modals modals, WebAnswers calls, Remarks remarks, Duration after) {
    this.late = late;
    this.modals = modals;
    this.calls = calls;
    this.remarks = remarks;
    this.after = after;
  }

  /** Begins to wait for an answer. */
  Sign watch(Recipient to) {
    Sign sign = new Sign();
    Thread.ofVirtual().name("slack-sign-of-life").start(() -> sign.giveWhenLate(to));
    return sign;
  }

  /** What one who waits is told before the answer. */
  final class Sign {
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch given = new CountDownLatch(1);
    private volatile boolean stands;

    private void giveWhenLate(Recipient to) {
      try {
        if (!answered.await(after.toNanos(), TimeUnit.NANOSECONDS)) {
          stands = give(to);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } finally {
        given.countDown();
      }
    }

    /**
     * By the one who has the answer: no sign comes after it.
     *
     * @return whether one was given
     */
    boolean isGivenBefore() {
      answered.countDown();
      try {
        // A call of Slack's Web API ends by then.
        return given.await(SlackWeb.LONGEST_CALL.toSeconds() * 2, TimeUnit.SECONDS) && stands;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private boolean give(Recipient to) {
    return switch (to.address()) {
      case AnswerAddress.ResponseUrl _, AnswerAddress.InChannel _ ->
          late.there(to, remarks.working(to.caller()), Placing.NEW);
      case AnswerAddress.InView view ->
          // A view that was opened just now shows that it waits.
          view.hash().isPresent()
              && calls
                  .update(to.caller(), view.id(), view.hash(), modals.loading(view.memo()))
                  .isEmpty();
      // Where somebody pressed a button on the app's own page, nobody looks at its conversation.
      case AnswerAddress.Direct() -> false;
    };
  }
}

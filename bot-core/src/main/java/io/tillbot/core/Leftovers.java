package io.tillbot.core;

import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.delivery.Destination;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.port.Messenger.Standing;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages that some process has taken up and not brought to an end: each is answered again. */
final class Leftovers {
  // The entrance's own name: whoever reads the log looks for the bot.
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final Receipts receipts;
  private final Again again;
  private final Messenger messenger;

  Leftovers(Receipts receipts, Again again, Messenger messenger) {
    this.receipts = receipts;
    this.again = again;
    this.messenger = messenger;
  }

  /** How a message is answered that was taken up before. */
  interface Again {
    Answer answer(Delivered delivered, Origin origin);
  }

  /**
   * What is known of a message.
   *
   * @param operation the write that it led to, once there is one
   */
  record Origin(Receipts.Receipt receipt, Optional<OperationId> operation) {}

  /** Answers those of the platform, and forgets those that nobody delivers any more. */
  int answer(Platform platform) {
    List<Delivery> left = receipts.left(platform);
    for (Delivery one : left) {
      if (!one.isLegible()) {
        LOG.error("{} does not open, its row was damaged or moved: it was given up", one);
        receipts.giveUp(one);
      } else if (one.tries() >= Receipts.MOST_TRIES) {
        LOG.error("{} was given up after {} tries", one, one.tries());
        receipts.giveUp(one);
      } else {
        receipts.claimAgain(one).ifPresent(receipt -> answer(one, receipt));
      }
    }
    receipts.forgetOld();
    return left.size();
  }

  private void answer(Delivery left, Receipts.Receipt receipt) {
    try {
      Delivered delivered = seen(DeliveredFacts.read(left));
      Answer answer = again.answer(delivered, new Origin(receipt, left.operation()));
      delivered.destination().ifPresent(to -> post(to, delivered.message(), answer));
      receipts.end(receipt);
    } catch (RuntimeException broken) {
      LOG.error("{} could not be answered again", left, broken);
    }
  }

  private Delivered seen(Delivered delivered) {
    Message message = delivered.message();
    return delivered.at(messenger.seen(message.caller(), message.place()));
  }

  private void post(Destination to, Message message, Answer answer) {
    Outcome outcome = answer.outcome();
    Text repeated = Text.of("bot.answered-again");
    messenger.post(
        to, outcome.with(outcome.reply().more().note(repeated).build()), standing(message, answer));
  }

  /** A confirmation that was used gives way to what became of it. */
  private static Standing standing(Message message, Answer answer) {
    boolean isUsedUp =
        switch (message) {
          case Pressed(Pressed.Kind kind, Press _) ->
              switch (kind) {
                case CONFIRM, STOP -> true;
                case STEP, SHARE -> false;
              };
          case Invocation _, FormAnswers _ -> false;
        };
    return isUsedUp && answer.use() == Answer.Use.SERVED ? Standing.IN_PLACE : Standing.BESIDE;
  }
}

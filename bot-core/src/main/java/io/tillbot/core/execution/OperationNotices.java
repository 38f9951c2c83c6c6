package io.tillbot.core.execution;

import io.tillbot.core.access.Workspace;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.policy.ChannelId;
import io.tillbot.core.port.Notices;
import io.tillbot.core.reply.Outcome;

/**
 * Tells people what happens to operations without them: who may agree that somebody asks, and
 * owners what became of what waited. Each is tried once: whom it does not reach finds it in their
 * list of operations.
 */
final class OperationNotices {
  private final Notices notices;

  OperationNotices(Notices notices) {
    this.notices = notices;
  }

  /** Asks in the channel that the policy names, in the workspace of the operation's owner. */
  void ask(Operation awaiting, ChannelId channel) {
    notices.announce(
        Workspace.of(awaiting.owner()),
        channel.value(),
        new Outcome.Answered(OperationCards.asked(awaiting)));
  }

  /** Tells the owner how it stands now. */
  void tellOwner(Operation now) {
    notices.tell(now.owner(), OperationAnswers.standing(now, OperationCards.Viewer.OWNER));
  }

  /** Whether its owner waits for what becomes of it, without being there to see it. */
  static boolean isAwaited(Operation operation) {
    return switch (operation.state()) {
      case AWAITING_APPROVAL, HELD, SENDING, UNKNOWN -> true;
      // Nobody waits for these, or they are answered where they were given.
      case PROPOSED,
          CONFIRMED,
          SUCCEEDED,
          REFUSED,
          NOT_SENT,
          SETTLED_DONE,
          SETTLED_NOT_DONE,
          EXPIRED,
          WITHDRAWN,
          REJECTED,
          STALE ->
          false;
    };
  }
}

package io.tillbot.core.erasure;

import io.tillbot.core.access.Workspace;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.execution.Means;
import java.util.List;

/** What a workspace's people wait for is given up; nobody answers there any more. */
final class WaitingDeliveries {
  private static final int AT_ONCE = 100;

  private final Means means;

  WaitingDeliveries(Means means) {
    this.means = means;
  }

  /** Ends them all; what was received is dropped with that. */
  void giveUp(Workspace workspace) {
    String after = "";
    List<Delivery> some;
    do {
      String from = after;
      some =
          means
              .store()
              .read(unit -> unit.deliveries().waiting(workspace.platform(), from, AT_ONCE));
      List<Delivery> theirs = some.stream().filter(one -> one.isFrom(workspace)).toList();
      if (!theirs.isEmpty()) {
        means
            .store()
            .writeWithoutTrace(
                unit ->
                    theirs.stream()
                        .filter(one -> unit.deliveries().done(one.key(), one.tries(), means.now()))
                        .count());
      }
      after = some.isEmpty() ? "" : some.getLast().key();
    } while (some.size() == AT_ONCE);
  }
}

package io.tillbot.core.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * That a workspace has let the bot in, and what the bot needs there. Prints without it.
 *
 * @param part of the workspace, where a platform lets each part decide for itself; empty where it
 *     is for all of it
 * @param facts by names of the adapter's, secret ones among them
 * @param since when it was let in, to the millisecond
 */
public record Install(Workspace workspace, String part, Map<String, String> facts, Instant since) {
  public Install {
    facts = Map.copyOf(facts);
    since = since.truncatedTo(ChronoUnit.MILLIS);
    if (!part.isEmpty() && !Caller.isId(part)) {
      throw new IllegalArgumentException("not a part of a workspace");
    }
  }

  @Override
  public String toString() {
    return "Install[" + workspace.key() + "]";
  }
}

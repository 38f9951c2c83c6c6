package io.tillbot.core.support;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.port.Notices;
import io.tillbot.core.reply.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Whom a test's bot told what. */
public final class RecordedNotices implements Notices {
  private final List<Notice> notices = new ArrayList<>();
  private boolean getsThere = true;

  /**
   * What was told.
   *
   * @param to a person's key, or a workspace's key, a space and a channel
   */
  public record Notice(String to, Outcome outcome) {}

  /** From now on nobody can be reached. */
  public synchronized void nobodyListens() {
    getsThere = false;
  }

  /** From now on everybody can be reached. */
  public synchronized void everybodyListens() {
    getsThere = true;
  }

  /** What got there, in its order. */
  public synchronized List<Notice> notices() {
    return List.copyOf(notices);
  }

  @Override
  public boolean tell(Caller person, Outcome outcome) {
    return add(person.key(), outcome);
  }

  @Override
  public boolean announce(Workspace workspace, String channel, Outcome outcome) {
    return add(workspace.key() + " " + channel, outcome);
  }

  private synchronized boolean add(String to, Outcome outcome) {
    if (getsThere) {
      notices.add(new Notice(to, outcome));
    }
    return getsThere;
  }
}

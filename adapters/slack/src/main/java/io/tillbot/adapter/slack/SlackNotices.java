package io.tillbot.adapter.slack;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.port.Notices;
import io.tillbot.core.reply.Outcome;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people in Slack what they have not just asked for. */
final class SlackNotices implements Notices {
  private static final Logger LOG = LoggerFactory.getLogger(SlackNotices.class);

  /** No user of Slack has such an id; with its workspace it tells which token is used. */
  private static final String EVERYBODY = "everybody";

  private final Desk desk;
  private final WebAnswers calls;

  SlackNotices(Desk desk, WebAnswers calls) {
    this.desk = desk;
    this.calls = calls;
  }

  @Override
  public boolean tell(Caller person, Outcome outcome) {
    Message message = desk.guarded(person, () -> desk.message(person, outcome, Optional.empty()));
    return isTaken("a person", calls.direct(person, message));
  }

  @Override
  public boolean announce(Workspace workspace, String channel, Outcome outcome) {
    Caller everybody = new Caller(workspace.platform(), workspace.id(), EVERYBODY);
    Message message = desk.guarded(everybody, () -> desk.announcement(workspace, outcome));
    return isTaken("a channel", calls.forAll(everybody, channel, Optional.empty(), message));
  }

  private static boolean isTaken(String whom, Optional<String> trouble) {
    trouble.ifPresent(why -> LOG.warn("{} was not told: {}", whom, why));
    return trouble.isEmpty();
  }
}

package io.tillbot.core.notice;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.port.Notices;
import io.tillbot.core.reply.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notices of all chats that run in this process. Nobody is told at a terminal, nor by a chat
 * that does not run here.
 */
public final class NoticeBoard implements Notices {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeBoard.class);

  private final Map<Platform, Notices> chats = new ConcurrentHashMap<>();

  /** From now on people on that platform are told by it. */
  public void joins(Platform platform, Notices notices) {
    chats.put(platform, notices);
  }

  @Override
  public boolean tell(Caller person, Outcome outcome) {
    return by(person.platform(), chat -> chat.tell(person, outcome));
  }

  @Override
  public boolean announce(Workspace workspace, String channel, Outcome outcome) {
    return by(workspace.platform(), chat -> chat.announce(workspace, channel, outcome));
  }

  private boolean by(Platform platform, Predicate<Notices> telling) {
    try {
      return Optional.ofNullable(chats.get(platform)).filter(telling).isPresent();
    } catch (RuntimeException broken) {
      LOG.error("a notice on {} was not given: {}", platform, broken.getClass().getSimpleName());
      return false;
    }
  }
}

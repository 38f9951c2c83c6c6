package io.tillbot.core.access;

import org.jspecify.annotations.Nullable;

/**
 * What belongs to a team rather than to a person is kept for its workspace: on Slack the team (or
 * enterprise), at the terminal this machine; on Discord all servers of the bot are one, since its
 * users are the same in every server.
 *
 * @param id null on Discord
 */
public record Workspace(Platform platform, @Nullable String id) {
  public Workspace {
    if ((platform == Platform.DISCORD) != (id == null) || (id != null && !Caller.isId(id))) {
      throw new IllegalArgumentException("not a workspace");
    }
  }

  /** The one in which somebody gives commands. */
  public static Workspace of(Caller caller) {
    return new Workspace(caller.platform(), caller.workspace());
  }

  /** One text that no two workspaces share, and no caller has: {@code slack/T1}. */
  public String key() {
    return platform.id() + "/" + (id == null ? "" : id);
  }

  /**
   * What {@link #key} gave.
   *
   * @throws IllegalArgumentException when it is no workspace's key
   */
  public static Workspace ofKey(String key) {
    String[] parts = key.split("/", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("not a workspace's key");
    }
    return new Workspace(Platform.of(parts[0]), parts[1].isEmpty() ? null : parts[1]);
  }
}

package io.tillbot.core.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: the key of everything that is kept for a person. On Discord the user alone; on Slack
 * the team (or enterprise) and the user; in the terminal {@code local} and the user's name.
 *
 * @param workspace null on Discord, where a user is the same in every server
 * @param user the platform's own id, or the local user's name; 1 to 64 characters, no control
 *     characters, no separators
 */
public record Caller(Platform platform, @Nullable String workspace, String user) {
  private static final String LOCAL = "local";
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");

  public Caller {
    if ((platform == Platform.DISCORD) != (workspace == null)) {
      throw new IllegalArgumentException("Discord takes no workspace, the others need one");
    }
    if (!isId(user) || (workspace != null && !isId(workspace))) {
      throw new IllegalArgumentException("not a user's or workspace's id");
    }
  }

  /** The user of that name at this machine's terminal. */
  public static Caller local(String user) {
    return new Caller(Platform.CONSOLE, LOCAL, user);
  }

  /** Whether a text can name a user or a workspace. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * One text that no two callers share: {@code console/local/ann}, {@code discord//80351110224}.
   */
  public String key() {
    return platform.id() + "/" + (workspace == null ? "" : workspace) + "/" + user;
  }

  /**
   * What {@link #key()} gave.
   *
   * @throws IllegalArgumentException when it is no caller's key; the message does not hold it
   */
  public static Caller ofKey(String key) {
    String[] parts = key.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a caller's key");
    }
    return new Caller(Platform.of(parts[0]), parts[1].isEmpty() ? null : parts[1], parts[2]);
  }
}

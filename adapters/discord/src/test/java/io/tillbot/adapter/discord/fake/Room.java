package io.tillbot.adapter.discord.fake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where people talk to the bot: {@code …/resources/channel#channel-object-channel-types}. */
public enum Room {
  /** A channel that everybody in the server sees. */
  LOBBY("200000000000000001", 0, null),
  /** A channel for those who were let in. */
  BACK_OFFICE("200000000000000002", 0, null),
  /** A conversation with the bot. */
  DIRECT("200000000000000003", 1, null),
  /** A forum that everybody sees; nobody writes there but in its posts. */
  FORUM("200000000000000004", 15, null),
  /** A thread beside the lobby. */
  THREAD("200000000000000005", 11, LOBBY),
  /** A thread beside the lobby for those who were invited: a ticket, as most servers have them. */
  TICKET("200000000000000006", 12, LOBBY),
  /** A post in the forum. */
  POST("200000000000000007", 11, FORUM),
  /** A thread in the back office. */
  OFFICE_THREAD("200000000000000008", 11, BACK_OFFICE),
  /** One that the bot may see and not write in. */
  READ_ONLY("200000000000000009", 0, null),
  /** One that the bot may not look into, though it knows that it is there. */
  HIDDEN("200000000000000010", 0, null);

  private final String id;
  private final int type;
  private final @Nullable Room parent;

  Room(String id, int type, @Nullable Room parent) {
    this.id = id;
    this.type = type;
    this.parent = parent;
  }

  public String id() {
    return id;
  }

  int type() {
    return type;
  }

  @Nullable Room parent() {
    return parent;
  }

  boolean isThread() {
    return parent != null;
  }

  /** Those that the server tells the bot of at the start. */
  static List<Room> told() {
    return Arrays.stream(values()).filter(room -> room != DIRECT && !room.isThread()).toList();
  }
}

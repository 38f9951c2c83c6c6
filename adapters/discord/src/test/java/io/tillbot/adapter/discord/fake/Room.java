package io.tillbot.adapter.discord.fake;

/** Where people talk to the bot. */
public enum Room {
  /** A channel that everybody in the server sees. */
  LOBBY("200000000000000001", 0),
  /** A channel for those who were let in. */
  BACK_OFFICE("200000000000000002", 0),
  /** A conversation with the bot. */
  DIRECT("200000000000000003", 1);

  private final String id;
  private final int type;

  Room(String id, int type) {
    this.id = id;
    this.type = type;
  }

  public String id() {
    return id;
  }

  int type() {
    return type;
  }
}

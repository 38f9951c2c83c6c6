package io.tillbot.adapter.discord.fake;

/**
 * Somebody on Discord.
 *
 * @param locale as their client is set, such as {@code en-US} or {@code ru}
 */
public record Person(String id, String name, String locale) {
  public static final Person ANN = new Person("400000000000000001", "ann", "en-US");
  public static final Person EVE = new Person("400000000000000002", "eve", "en-GB");
  public static final Person OLGA = new Person("400000000000000003", "olga", "ru");
}

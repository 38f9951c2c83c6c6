package io.tillbot.adapter.discord.fake;

import java.util.List;

/**
 * Somebody on Discord.
 *
 * @param locale as their client is set, such as {@code en-US} or {@code ru}
 * @param roles ids of the roles that they have in the server
 */
public record Person(String id, String name, String locale, List<String> roles) {
  /** The role of those who may approve. */
  public static final String STAFF_ROLE = "300000000000000001";

  public static final Person ANN = new Person("400000000000000001", "ann", "en-US", List.of());
  public static final Person EVE = new Person("400000000000000002", "eve", "en-GB", List.of());
  public static final Person OLGA = new Person("400000000000000003", "olga", "ru", List.of());

  /** Has the role of the staff. */
  public static final Person SAM =
      new Person("400000000000000004", "sam", "en-US", List.of(STAFF_ROLE));

  public Person {
    roles = List.copyOf(roles);
  }
}

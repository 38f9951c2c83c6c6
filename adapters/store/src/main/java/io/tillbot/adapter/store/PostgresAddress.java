package io.tillbot.adapter.store;

import java.util.Locale;
import java.util.regex.Pattern;

/** The address of a PostgreSQL database. Prints without its parameters. */
record PostgresAddress(String url) {
  static final String SCHEME = "jdbc:postgresql:";
  private static final String EXPECTED =
      "expected jdbc:postgresql://HOST:PORT/DATABASE, such as"
          + " jdbc:postgresql://db.example.com:5432/tillbot";
  private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?";
  private static final Pattern SHAPE =
      Pattern.compile(SCHEME + "//%s(?:,%s)*/[^/@?&]+(?:\\?.*)?".formatted(HOST, HOST));
  private static final Pattern SECRET = Pattern.compile("[?&](user|[a-z]*password)=");

  /**
   * Reads the store's address.
   *
   * @throws StoreException when it names no database, or a user or a password, which have settings
   *     of their own; the message quotes nothing
   */
  static PostgresAddress of(String url) {
    if (SECRET.matcher(url.toLowerCase(Locale.ROOT)).find() || url.contains("@")) {
      throw new StoreException(
          "The store's address must not hold the user or the password: name them by"
              + " TILLBOT_STORE_USER and TILLBOT_STORE_PASSWORD");
    }
    if (!SHAPE.matcher(url).matches()) {
      throw new StoreException("The store's address is not understood: " + EXPECTED);
    }
    return new PostgresAddress(url);
  }

  /** Host, port and database. */
  @Override
  public String toString() {
    return url.substring(SCHEME.length() + "//".length()).replaceAll("\\?.*", "");
  }
}

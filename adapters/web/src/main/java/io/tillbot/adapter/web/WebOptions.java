package io.tillbot.adapter.web;

/**
 * Where the server listens.
 *
 * @param address such as {@code 127.0.0.1}
 * @param port 0 for any free one
 */
public record WebOptions(String address, int port) {
  private static final int HIGHEST = 65_535;

  public WebOptions {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException("port: 0 to " + HIGHEST);
    }
  }
}

package io.tillbot.app.config;

import java.util.List;

/** The configuration cannot be used; the message holds every reason, a line each. */
public final class ConfigurationException extends RuntimeException {
  private final List<String> problems;

  ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** The reasons. */
  public List<String> problems() {
    return problems;
  }
}

package io.tillbot.app.cli;

import io.tillbot.core.access.Caller;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which terminal user speaks. */
final class UserOption {
  @Option(names = "--as", paramLabel = "USER", description = "a terminal user; you by default")
  private @Nullable String user;

  Caller caller() {
    String name = user == null ? System.getProperty("user.name", "") : user;
    if (!Caller.isId(name)) {
      throw new WrongUseException("not a terminal user's name; use letters, digits and . _ @ + -");
    }
    return Caller.local(name);
  }
}

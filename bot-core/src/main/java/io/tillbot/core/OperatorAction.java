package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.reply.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that somebody at the machine does with the program itself.
 *
 * @param name the command of the program, such as {@code link}
 * @param options none of them secret or personal
 * @param whom to whom it is done, where that is somebody else; audited when it was done
 */
public record OperatorAction(
    String name, Map<String, String> options, Optional<Caller> whom, Supplier<Outcome> work) {
  public OperatorAction {
    options = Map.copyOf(options);
  }
}

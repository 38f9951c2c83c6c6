package io.tillbot.core.oversight;

import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.OperationType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options that several commands about operations share. */
final class OperationOptions {
  private static final int LONGEST_REASON = 500;

  static final OptionSpec<OperationId> OPERATION =
      OptionSpec.required("operation", new OperationType());
  static final OptionSpec<State> STATE = OptionSpec.named("state", new ChoiceType<>(states()));
  static final OptionSpec<String> REASON =
      OptionSpec.rest("reason", new TextType(LONGEST_REASON, "no longer needed"));

  private OperationOptions() {}

  private static Map<String, State> states() {
    Map<String, State> states = new LinkedHashMap<>();
    for (State state : State.values()) {
      states.put(state.word(), state);
    }
    return states;
  }
}

package io.tillbot.core.cancellation;

import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.TextType;

/** The options that several commands about cancellations share. */
final class CancelOptions {
  private static final int LONGEST_REASON = 500;

  static final OptionSpec<ServerId> ID = OptionSpec.required("id", IdType.server());
  static final OptionSpec<String> REASON =
      OptionSpec.rest("reason", new TextType(LONGEST_REASON, "no longer needed"));

  private CancelOptions() {}
}

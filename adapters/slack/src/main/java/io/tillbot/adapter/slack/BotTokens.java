package io.tillbot.adapter.slack;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Secret;
import java.io.IOException;
import java.util.Optional;

/** With which bot's token Slack is spoken to for whom. Safe for many threads. */
@FunctionalInterface
interface BotTokens {

  /**
   * The token of the workspace, or the organisation, that the caller belongs to.
   *
   * @return nothing where the app is not installed there
   * @throws IOException when Slack had to be asked and did not answer
   */
  Optional<Secret> of(Caller caller) throws IOException;
}

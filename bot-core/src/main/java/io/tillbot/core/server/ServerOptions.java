package io.tillbot.core.server;

import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.option.IdType;

/** The option that every command about a server has. */
final class ServerOptions {
  static final OptionSpec<ServerId> ID = OptionSpec.required("id", IdType.server());

  private ServerOptions() {}
}

package io.tillbot.core.overview;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.Outcome;

/**
 * {@code /billing overview}: getcredits, get_client, get_invoices and get_cancellation_requests on
 * one card.
 */
public final class OverviewCommand implements Handler.ReadsAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read(Overview.COMMAND, Visibility.PRIVATE)
          .leadingTo("invoices", "pay", "cancel list");

  private final Overview overview;

  private OverviewCommand(Overview overview) {
    this.overview = overview;
  }

  public static Command command(Overview overview) {
    return new Command(SPEC, new OverviewCommand(overview));
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    return overview.of(call, billing);
  }
}

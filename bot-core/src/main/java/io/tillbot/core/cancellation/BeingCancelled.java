package io.tillbot.core.cancellation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;

/**
 * Servers for which a cancellation is requested, in short: the first few with their numbers, and
 * how many more there are.
 *
 * @param all how many there are
 */
public record BeingCancelled(List<Listed> first, int all) {
  /** For each of them several reads are made. */
  private static final int MOST = 3;

  public BeingCancelled {
    first = List.copyOf(first);
  }

  /**
   * One of them.
   *
   * @param server empty where it is not known
   */
  public record Listed(CancellationRequest request, Optional<ServerId> server) {}

  /** Whether a way to take them back is of use. */
  public enum Undo {
    OFFERED,
    NOT_OFFERED
  }

  /** get_cancellation_requests, the soonest first. */
  public static ApiResult<BeingCancelled> read(BillingReads billing) {
    ServerOfAccount servers = new ServerOfAccount(billing);
    return billing
        .getCancellationRequests(
            new ReadRequest.GetCancellationRequests(null, null, null, null, null))
        .map(
            requests ->
                new BeingCancelled(
                    requests.stream()
                        .sorted(CancelListCommand.soonestFirst())
                        .limit(MOST)
                        .map(request -> new Listed(request, servers.find(request.account())))
                        .toList(),
                    requests.size()));
  }

  /** Puts them on a card. */
  public void put(Reply.Builder card, Undo undo) {
    for (Listed each : first) {
      card.field(
          each.server()
              .map(server -> Text.of("overview.cancelled-server", CancellationCards.id(server)))
              .orElseGet(
                  () ->
                      Text.of(
                          "overview.cancelled-account",
                          Value.data(each.request().account().toString()))),
          Text.of(
              "overview.cancelled",
              Value.cell(each.request().type(), CancellationCards::type),
              Value.cell(each.request().due(), Value::day)));
    }
    if (all > first.size()) {
      card.note(
          Text.of(
              "overview.more-cancelled",
              Value.count(all - first.size()),
              Value.line("/cancel list")));
    }
    if (undo == Undo.OFFERED) {
      first.stream()
          .flatMap(each -> each.server().stream())
          .forEach(
              server ->
                  card.run(
                      Text.of("button.undo-of", CancellationCards.id(server)),
                      "/cancel undo " + server));
    }
    if (all > 0) {
      card.run(Text.of("button.cancellations"), "/cancel list");
    }
  }
}

package io.tillbot.core.credit;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Objects;

/**
 * A client and their credit: getcredits gives a bare number, whose currency get_client tells.
 *
 * @param credit of {@link CurrencyCode#NONE} where the API names no currency
 */
public record Holdings(Client client, Money credit) {

  /** Reads both. */
  public static ApiResult<Holdings> read(BillingReads billing) {
    return billing
        .getClient(ReadRequest.GetClient.own())
        .then(
            client ->
                billing
                    .getCredits(new ReadRequest.GetCredits())
                    .map(
                        balance ->
                            new Holdings(
                                client,
                                balance.in(
                                    Objects.requireNonNullElse(
                                        client.currency(), CurrencyCode.NONE)))));
  }

  /**
   * A credit after a change, beside what it was before where the difference can be the change's
   * doing.
   */
  public static Value afterwards(Money before, Money now, CreditTrail trail) {
    return switch (trail) {
      case CLEAR -> Text.of("confirm.changed", Value.amount(before), Value.amount(now));
      case BLURRED -> Value.amount(now);
    };
  }

  CurrencyCode currency() {
    return credit.currency();
  }
}

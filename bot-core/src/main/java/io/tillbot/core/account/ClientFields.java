package io.tillbot.core.account;

import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/** Shows which client a credential opens, without giving the client away to an onlooker. */
final class ClientFields {
  private ClientFields() {}

  static Reply.Builder put(Client client, Reply.Builder card) {
    card.field(Text.of("field.client"), Value.data(client.id().toString()));
    String email = client.email();
    if (email != null) {
      card.field(Text.of("field.email"), Value.data(masked(email)));
    }
    CurrencyCode currency = client.currency();
    if (currency != null) {
      card.field(Text.of("field.currency"), Value.data(currency.code()));
    }
    Location location = client.location();
    if (location != null) {
      card.field(Text.of("field.billing-location"), Value.data(location.value()));
    }
    return card;
  }

  /** {@code a…@example.com}: enough to know one's own address again. */
  static String masked(String email) {
    int at = email.lastIndexOf('@');
    return at < 1
        ? "…"
        : email.substring(0, email.offsetByCodePoints(0, 1)) + "…" + email.substring(at);
  }
}

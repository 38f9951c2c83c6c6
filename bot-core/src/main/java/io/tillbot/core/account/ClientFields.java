package io.tillbot.core.account;

import io.tillbot.core.billing.model.Client;
import io.tillbot.core.person.Masked;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/** Shows which client a credential opens, without giving the client away to an onlooker. */
final class ClientFields {
  private ClientFields() {}

  static Reply.Builder put(Client client, Reply.Builder card) {
    return card.field(Text.of("field.client"), Value.data(client.id().toString()))
        .fieldIfKnown(
            Text.of("field.email"), client.email(), email -> Value.data(Masked.email(email)))
        .fieldIfKnown(
            Text.of("field.currency"), client.currency(), currency -> Value.data(currency.code()))
        .fieldIfKnown(
            Text.of("field.billing-location"),
            client.location(),
            place -> Value.data(place.value()));
  }
}

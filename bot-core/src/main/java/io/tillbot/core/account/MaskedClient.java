package io.tillbot.core.account;

import io.tillbot.core.billing.model.Client;
import io.tillbot.core.person.Masked;
import io.tillbot.core.reply.Field;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which client a credential opens: enough for its owner to know it again, and too little to give
 * the client away to an onlooker.
 *
 * @param id the client's number
 * @param email masked; null when it is not told, as the others
 */
public record MaskedClient(
    String id, @Nullable String email, @Nullable String currency, @Nullable String location) {
  private static final String ID = "id";
  private static final String EMAIL = "email";
  private static final String CURRENCY = "currency";
  private static final String LOCATION = "location";

  /** As the billing API tells the client. */
  public static MaskedClient of(Client client) {
    String email = client.email();
    var currency = client.currency();
    var location = client.location();
    return new MaskedClient(
        client.id().toString(),
        email == null ? null : Masked.email(email),
        currency == null ? null : currency.code(),
        location == null ? null : location.value());
  }

  /** What {@link #facts()} came from. */
  public static MaskedClient of(Map<String, String> facts) {
    return new MaskedClient(
        Objects.requireNonNull(facts.get(ID)),
        facts.get(EMAIL),
        facts.get(CURRENCY),
        facts.get(LOCATION));
  }

  /** As a ticket keeps it. */
  public Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    facts.put(ID, id);
    put(facts, EMAIL, email);
    put(facts, CURRENCY, currency);
    put(facts, LOCATION, location);
    return facts;
  }

  /** As it is shown. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    add(fields, Text.of("field.client"), id);
    add(fields, Text.of("field.email"), email);
    add(fields, Text.of("field.currency"), currency);
    add(fields, Text.of("field.billing-location"), location);
    return fields;
  }

  /** Puts it onto a card. */
  public Reply.Builder put(Reply.Builder card) {
    fields().forEach(field -> card.field(field.name(), field.value()));
    return card;
  }

  private static void put(Map<String, String> facts, String name, @Nullable String known) {
    if (known != null) {
      facts.put(name, known);
    }
  }

  private static void add(List<Field> fields, Text name, @Nullable String known) {
    if (known != null) {
      fields.add(new Field(name, Value.data(known)));
    }
  }
}

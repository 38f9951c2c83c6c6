package io.tillbot.adapter.store;

import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A row of the table {@code tickets}.
 *
 * @param hash of the id; see {@link #hash}
 * @param owner whom it serves
 * @param purpose the name of what it is for
 * @param expires from when on it serves nobody
 */
record TicketKey(String hash, String owner, String purpose, Instant expires)
    implements SealedPlace {

  static TicketKey of(TicketId id, Ticket ticket) {
    return new TicketKey(hash(id), ticket.owner().key(), ticket.purpose().name(), ticket.expires());
  }

  /** What the database knows of an id: an id is random enough that nobody finds it from this. */
  static String hash(TicketId id) {
    return HexFormat.of().formatHex(Hash.sha256(id.value().getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public List<String> parts() {
    return List.of("tickets", "body", hash, owner, purpose, Long.toString(expires.toEpochMilli()));
  }
}

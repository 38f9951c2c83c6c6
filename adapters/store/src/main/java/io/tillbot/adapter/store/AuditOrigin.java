package io.tillbot.adapter.store;

import io.tillbot.adapter.store.AuditRow.AuditKey;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Finds for which place a row was written that does not fit where it stands, by trying the places
 * around it. Takes time, so that it is done for the first few such rows alone.
 */
final class AuditOrigin {
  private static final int MOST_ROWS = 20;
  private static final long FARTHEST = 20_000;

  private final AuditSecret secret;
  private final Map<String, AuditHead> heads;
  private int asked;

  AuditOrigin(AuditSecret secret, Map<String, AuditHead> heads) {
    this.secret = secret;
    this.heads = heads;
  }

  Optional<AuditKey> of(AuditLink link) {
    asked++;
    return asked > MOST_ROWS
        ? Optional.empty()
        : secret.chains().stream().flatMap(chain -> in(chain, link).stream()).findFirst();
  }

  private Optional<AuditKey> in(String chain, AuditLink link) {
    AuditHead head = heads.get(chain);
    long most = head == null ? 0 : head.count();
    long here = Math.clamp(link.key().number(), 0, most);
    return LongStream.rangeClosed(0, Math.min(FARTHEST, most))
        .flatMap(distance -> LongStream.of(here - distance, here + distance))
        .filter(number -> number >= 1 && number <= most)
        .mapToObj(number -> new AuditKey(chain, number))
        .filter(place -> link.isOf(place, secret))
        .findFirst();
  }
}

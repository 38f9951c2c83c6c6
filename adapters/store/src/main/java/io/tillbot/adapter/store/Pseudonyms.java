package io.tillbot.adapter.store;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.operation.OperationId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which pseudonym the audit trail knows whom, within a unit of work: of each person one sealed
 * row. When that is deleted, nobody knows it any more.
 */
final class Pseudonyms {
  private static final Logger log = LoggerFactory.getLogger(Pseudonyms.class);
  private static final String KIND = "pseudonym";

  private final Handle handle;
  private final Dialect dialect;
  private final Sealer sealer;
  private final Clock clock;

  Pseudonyms(Handle handle, Dialect dialect, Sealer sealer, Clock clock) {
    this.handle = handle;
    this.dialect = dialect;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** Also empty where it does not open: its person can have another. */
  Optional<Pseudonym> find(Caller caller) {
    return new SealedRows(handle).find(place(caller)).flatMap(this::opened);
  }

  /** The same, made where there is none that opens, in place of one that does not. */
  Pseudonym findOrMake(Caller caller, SecureRandom random) {
    Optional<Pseudonym> found = find(caller);
    if (found.isPresent()) {
      return found.get();
    }
    exclude(handle, dialect, caller);
    // Looked for again: another process may have been quicker.
    return find(caller).orElseGet(() -> made(caller, random));
  }

  private Pseudonym made(Caller caller, SecureRandom random) {
    StringBuilder letters = new StringBuilder();
    random
        .ints(Pseudonym.LENGTH, 0, OperationId.ALPHABET.length())
        .forEach(n -> letters.append(OperationId.ALPHABET.charAt(n)));
    Pseudonym pseudonym = Pseudonym.of(letters.toString());
    RowKey key = place(caller);
    byte[] plain = pseudonym.value().getBytes(StandardCharsets.US_ASCII);
    // The day alone: the time would be that of the person's first row in the trail.
    new SealedRows(handle)
        .put(
            new SealedRow(
                key, sealer.seal(plain, key), clock.instant().truncatedTo(ChronoUnit.DAYS)));
    return pseudonym;
  }

  /** Who is behind them; goes through all people that are known. */
  Map<Pseudonym, Caller> behind(Collection<Pseudonym> wanted) {
    Set<Pseudonym> sought = Set.copyOf(wanted);
    Map<Pseudonym, Caller> found = new HashMap<>();
    if (!sought.isEmpty()) {
      new SealedRows(handle)
          .each(
              KIND,
              row ->
                  opened(row)
                      .filter(sought::contains)
                      .ifPresent(one -> found.put(one, Caller.ofKey(row.key().owner()))));
    }
    return found;
  }

  /** Forgets who some of a workspace's people were; how many. */
  int forget(Workspace workspace, int most) {
    return new SealedRows(handle).deleteSome(KIND, People.of(workspace), most);
  }

  /** Forgets who somebody was. */
  static void forget(Handle handle, Dialect dialect, Caller caller) {
    exclude(handle, dialect, caller);
    RowKey key = place(caller);
    new SealedRows(handle).delete(key.kind(), key.owner(), key.name());
  }

  private static void exclude(Handle handle, Dialect dialect, Caller caller) {
    dialect.exclude(handle, KIND + "/" + caller.key());
  }

  private Optional<Pseudonym> opened(SealedRow row) {
    Optional<Pseudonym> opened =
        sealer
            .open(row.body(), row.key())
            .map(plain -> new String(plain, StandardCharsets.US_ASCII))
            .filter(Pseudonym::isPseudonym)
            .map(Pseudonym::new);
    if (opened.isEmpty()) {
      log.error(
          "A pseudonym of the audit trail does not open, its row was damaged or moved: its person"
              + " gets another");
    }
    return opened;
  }

  private static RowKey place(Caller caller) {
    return new RowKey(KIND, caller.key(), "", "");
  }
}

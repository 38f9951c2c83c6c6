package io.tillbot.adapter.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What of the audit trail is sealed: its key, made once when a database is first opened, and the
 * heads of its chains. A process adds to one chain, so that of several processes none waits long
 * for another. Safe for many threads.
 */
final class AuditSeal {
  private final Sealer sealer;
  private final Clock clock;
  private final SecureRandom random;
  private @Nullable AuditSecret known;
  private @Nullable String chain;

  AuditSeal(Sealer sealer, Clock clock, SecureRandom random) {
    this.sealer = sealer;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes key and heads where nothing of an audit trail is yet; to be done before anything else.
   */
  void prepare(Database database) {
    if (!database.read(AuditSeal::isBegun)) {
      database.write(
          handle -> {
            database.dialect().exclude(handle, "audit");
            // Looked for again: another process may have been quicker.
            return isBegun(handle) || make(handle, database.dialect().chains());
          });
    }
  }

  private static boolean isBegun(Handle handle) {
    SealedRows sealed = new SealedRows(handle);
    return sealed.find(AuditSecret.PLACE).isPresent()
        || !sealed.all(AuditHead.KIND, "").isEmpty()
        || !new AuditRows(handle).isEmpty();
  }

  private boolean make(Handle handle, int chains) {
    AuditSecret secret = AuditSecret.random(random, chains);
    put(handle, AuditSecret.PLACE, secret.encode());
    secret.chains().forEach(one -> put(handle, AuditHead.first(one)));
    return true;
  }

  /**
   * The key, as long as it is there.
   *
   * @throws StoreException when it does not open
   */
  Optional<AuditSecret> findSecret(Handle handle) {
    return new SealedRows(handle)
        .find(AuditSecret.PLACE)
        .map(
            row ->
                sealer
                    .within(handle)
                    .open(row.body(), row.key())
                    .map(AuditSecret::decode)
                    .orElseThrow(() -> new StoreException(damaged("its key does not open"))));
  }

  /** The key. It never changes, so that it is looked for once. */
  synchronized AuditSecret secret(Handle handle) {
    AuditSecret found = known;
    if (found == null) {
      found =
          findSecret(handle).orElseThrow(() -> new StoreException(damaged("its key is missing")));
      known = found;
    }
    return found;
  }

  /** The chain that this process adds to. */
  synchronized String chain(Handle handle) {
    String mine = chain;
    if (mine == null) {
      List<String> all = secret(handle).chains();
      mine = all.get(random.nextInt(all.size()));
      chain = mine;
    }
    return mine;
  }

  /**
   * The head of a chain.
   *
   * @throws StoreException when it is missing or does not open: what would be added then could hide
   *     what was taken away
   */
  AuditHead head(Handle handle, String of) {
    return new SealedRows(handle)
        .find(AuditHead.place(of))
        .flatMap(row -> opened(handle, row))
        .orElseThrow(
            () -> new StoreException(damaged("the head of its chain %s is missing".formatted(of))));
  }

  /** The heads that there are and that open. */
  List<AuditHead> heads(Handle handle) {
    List<AuditHead> heads = new ArrayList<>();
    new SealedRows(handle)
        .all(AuditHead.KIND, "")
        .forEach(row -> opened(handle, row).ifPresent(heads::add));
    return heads;
  }

  void put(Handle handle, AuditHead head) {
    put(handle, AuditHead.place(head.chain()), head.encode());
  }

  private Optional<AuditHead> opened(Handle handle, SealedRow row) {
    return sealer
        .within(handle)
        .open(row.body(), row.key())
        .map(plain -> AuditHead.decode(row.key().name(), plain));
  }

  private void put(Handle handle, RowKey key, byte[] plain) {
    new SealedRows(handle).put(new SealedRow(key, sealer.within(handle).seal(plain, key), now()));
  }

  private Instant now() {
    return clock.instant();
  }

  private static String damaged(String how) {
    return ("The audit trail was damaged, %s, and nothing is done that could not be written down:"
            + " ./tillbot audit verify tells more; put the database back from its backup")
        .formatted(how);
  }
}

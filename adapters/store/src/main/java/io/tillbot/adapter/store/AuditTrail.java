package io.tillbot.adapter.store;

import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.ChainHead;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The whole audit trail, gone through with few rows in memory, however many there are. Other
 * processes go on writing meanwhile.
 */
public final class AuditTrail {
  private final Database database;
  private final AuditSeal seal;

  AuditTrail(Database database, AuditSeal seal) {
    this.database = database;
    this.seal = seal;
  }

  /**
   * Gives each row that the filter wants, in the order of time.
   *
   * @param passingOver gets, in place of a row, that it cannot be read
   * @return how many were given
   */
  public long each(
      AuditFilter filter, Consumer<AuditRecord> taking, Consumer<AuditFinding> passingOver) {
    return VaultFailures.translated(
        () ->
            database.readLong(
                handle -> {
                  long[] count = {0};
                  new AuditRows(handle)
                      .eachByTime(
                          filter,
                          link ->
                              AuditForm.read(
                                  link.row(),
                                  record -> {
                                    taking.accept(record);
                                    count[0]++;
                                  },
                                  passingOver));
                  return count[0];
                }));
  }

  /**
   * Looks for everything that is not as it was written.
   *
   * @param noted heads that were noted elsewhere, which the trail must hold
   * @param taking gets each finding as it is found
   * @return the heads as they are now
   */
  public List<ChainHead> verify(List<ChainHead> noted, Consumer<AuditFinding> taking) {
    return VaultFailures.translated(
        () -> database.readLong(handle -> verify(handle, noted, taking)));
  }

  private List<ChainHead> verify(
      Handle handle, List<ChainHead> noted, Consumer<AuditFinding> taking) {
    AuditSecret secret;
    try {
      secret = seal.findSecret(handle).orElse(null);
    } catch (StoreException unopened) {
      secret = null;
    }
    if (secret == null) {
      taking.accept(AuditFinding.ofChain(AuditFinding.Kind.KEY_MISSING, "", ""));
      return List.of();
    }
    List<AuditHead> heads = seal.heads(handle);
    new AuditVerification(secret, heads, new AuditRows(handle), taking).verify(noted);
    return heads.stream().map(AuditHead::shown).toList();
  }
}

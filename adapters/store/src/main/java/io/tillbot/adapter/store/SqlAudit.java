package io.tillbot.adapter.store;

import io.tillbot.adapter.store.AuditRow.AuditKey;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.AuditLog;
import io.tillbot.core.audit.AuditPage;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.ChainHead;
import io.tillbot.core.audit.Pseudonym;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit trail as rows, within a unit of work. */
final class SqlAudit implements AuditLog {
  private static final Logger log = LoggerFactory.getLogger(SqlAudit.class);

  private final Handle handle;
  private final SqlUnit.Means means;
  private final AuditRows rows;
  private final Pseudonyms pseudonyms;

  SqlAudit(Handle handle, SqlUnit.Means means) {
    this.handle = handle;
    this.means = means;
    this.rows = new AuditRows(handle);
    this.pseudonyms =
        new Pseudonyms(handle, means.dialect(), means.sealer().within(handle), means.clock());
  }

  @Override
  public void append(AuditEntry entry) {
    VaultFailures.translated(
        () -> {
          String chain = means.audit().chain(handle);
          // People first, the chain last: whoever holds a chain waits for nobody.
          AuditRow row = AuditForm.row(new AuditKey(chain, 0), entry, this::name);
          means.dialect().exclude(handle, "audit/" + chain);
          AuditHead head = means.audit().head(handle, chain);
          return add(row.at(new AuditKey(chain, head.count() + 1)), head.mac());
        });
  }

  private AuditHead add(AuditRow row, AuditMac previous) {
    AuditMac mac = means.audit().secret(handle).mac(row, previous);
    rows.add(new AuditLink(row, previous, mac));
    AuditHead head = new AuditHead(row.key().chain(), row.key().number(), mac);
    means.audit().put(handle, head);
    return head;
  }

  private Pseudonym name(Actor.Somebody somebody) {
    return switch (somebody) {
      case Actor.Known(Pseudonym pseudonym) -> pseudonym;
      case Actor.Person(Caller caller) -> pseudonyms.findOrMake(caller, means.random());
    };
  }

  @Override
  public Optional<Pseudonym> pseudonym(Caller caller) {
    return VaultFailures.translated(() -> pseudonyms.find(caller));
  }

  @Override
  public Pseudonym named(Caller caller) {
    return VaultFailures.translated(() -> pseudonyms.findOrMake(caller, means.random()));
  }

  @Override
  public int forget(Workspace workspace, int most) {
    return VaultFailures.translated(() -> pseudonyms.forget(workspace, most));
  }

  @Override
  public Map<Pseudonym, Caller> behind(Collection<Pseudonym> wanted) {
    return VaultFailures.translated(() -> pseudonyms.behind(wanted));
  }

  @Override
  public AuditPage newest(AuditFilter filter, int most) {
    return VaultFailures.translated(
        () -> {
          List<AuditRecord> readable = new ArrayList<>();
          List<AuditFinding> unreadable = new ArrayList<>();
          rows.newest(filter, most)
              .forEach(link -> AuditForm.read(link.row(), readable::add, unreadable::add));
          unreadable.forEach(finding -> log.error("In the audit trail: {}", finding));
          return new AuditPage(readable, unreadable.size());
        });
  }

  @Override
  public List<ChainHead> heads() {
    return VaultFailures.translated(
        () ->
            means.audit().heads(handle).stream()
                .map(AuditHead::shown)
                .sorted(Comparator.comparing(ChainHead::chain))
                .toList());
  }
}

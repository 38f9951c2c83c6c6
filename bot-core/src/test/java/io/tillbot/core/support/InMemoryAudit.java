package io.tillbot.core.support;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An audit trail of one chain, without MACs. Not safe for several threads. */
final class InMemoryAudit implements AuditLog {
  private static final String CHAIN = "a";
  private static final String NO_MAC = "0".repeat(64);

  private final List<AuditRecord> records;
  private final Map<Caller, Pseudonym> pseudonyms;
  private boolean isFull;
  private int named;

  InMemoryAudit() {
    this.records = new ArrayList<>();
    this.pseudonyms = new HashMap<>();
  }

  InMemoryAudit(InMemoryAudit other) {
    this.records = new ArrayList<>(other.records);
    this.pseudonyms = new HashMap<>(other.pseudonyms);
    this.isFull = other.isFull;
    this.named = other.named;
  }

  /** From now on nothing can be appended, as when the disk is full; or again. */
  void fillUp(boolean full) {
    isFull = full;
  }

  @Override
  public void append(AuditEntry entry) {
    if (isFull) {
      throw new CredentialVault.VaultException("no room for an audit row");
    }
    AuditEntry.What what = entry.what();
    AuditEntry kept =
        new AuditEntry(
            entry.at(),
            entry.who() instanceof Actor.Somebody somebody ? known(somebody) : entry.who(),
            entry.where(),
            what.whom().map(whom -> what.to(known(whom))).orElse(what),
            entry.end());
    records.add(new AuditRecord(CHAIN, records.size() + 1L, kept));
  }

  private Actor.Somebody known(Actor.Somebody somebody) {
    return switch (somebody) {
      case Actor.Known known -> known;
      case Actor.Person(Caller caller) -> new Actor.Known(named(caller));
    };
  }

  @Override
  public Optional<Pseudonym> pseudonym(Caller caller) {
    return Optional.ofNullable(pseudonyms.get(caller));
  }

  @Override
  public Pseudonym named(Caller caller) {
    return pseudonyms.computeIfAbsent(caller, _ -> Pseudonym.of("%016d".formatted(++named)));
  }

  @Override
  public int forget(Workspace workspace, int most) {
    List<Caller> gone =
        pseudonyms.keySet().stream()
            .filter(caller -> Workspace.of(caller).equals(workspace))
            .limit(most)
            .toList();
    gone.forEach(pseudonyms::remove);
    return gone.size();
  }

  @Override
  public Map<Pseudonym, Caller> behind(Collection<Pseudonym> wanted) {
    Map<Pseudonym, Caller> found = new HashMap<>();
    pseudonyms.forEach(
        (caller, pseudonym) -> {
          if (wanted.contains(pseudonym)) {
            found.put(pseudonym, caller);
          }
        });
    return found;
  }

  @Override
  public AuditPage newest(AuditFilter filter, int most) {
    return new AuditPage(
        records.stream()
            .filter(one -> isWanted(one.entry(), filter))
            .sorted(
                Comparator.comparing((AuditRecord one) -> one.entry().at())
                    .thenComparing(AuditRecord::number)
                    .reversed())
            .limit(most)
            .toList(),
        0);
  }

  private static boolean isWanted(AuditEntry entry, AuditFilter filter) {
    AuditEntry.What what = entry.what();
    return filter.who().filter(who -> !entry.who().equals(new Actor.Known(who))).isEmpty()
        && filter
            .command()
            .filter(name -> !what.command().equals(name) && !what.command().startsWith(name + " "))
            .isEmpty()
        && filter.outcome().filter(word -> !entry.end().outcome().equals(word)).isEmpty()
        && filter
            .rule()
            .filter(name -> what.rules().stream().noneMatch(rule -> rule.name().equals(name)))
            .isEmpty()
        && filter.operation().filter(id -> !what.operation().equals(Optional.of(id))).isEmpty()
        && filter.since().filter(entry.at()::isBefore).isEmpty()
        && filter.until().filter(until -> !entry.at().isBefore(until)).isEmpty();
  }

  @Override
  public List<ChainHead> heads() {
    return List.of(new ChainHead(CHAIN, records.size(), NO_MAC));
  }
}

package io.tillbot.core.support;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.ServiceAccount.State;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Workspace;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Service accounts for tests. */
final class InMemoryServiceAccounts implements ServiceAccounts {
  private final Map<Name, Row> rows;
  private final Set<Name> told;
  private final Clock clock;

  private record Name(Workspace owner, AccountName account) {}

  private record Row(ServiceAccount account, Credential.@Nullable ApiKey key) {}

  InMemoryServiceAccounts(Clock clock) {
    this.rows = new LinkedHashMap<>();
    this.told = new HashSet<>();
    this.clock = clock;
  }

  /** A copy that goes its own way from here. */
  InMemoryServiceAccounts(InMemoryServiceAccounts original) {
    this.rows = new LinkedHashMap<>(original.rows);
    this.told = new HashSet<>(original.told);
    this.clock = original.clock;
  }

  @Override
  public void add(
      Workspace owner, AccountName account, Credential.ApiKey key, ServiceAccount.Added added) {
    put(new ServiceAccount(owner, account, Optional.of(added), State.ACTIVE, clock.instant()), key);
  }

  private void put(ServiceAccount account, Credential.@Nullable ApiKey key) {
    rows.put(new Name(account.owner(), account.account()), new Row(account, key));
  }

  @Override
  public List<ServiceAccount> of(Workspace owner) {
    return rows.values().stream()
        .map(Row::account)
        .filter(one -> one.owner().equals(owner))
        .sorted(Comparator.comparing(ServiceAccount::account))
        .toList();
  }

  @Override
  public List<ServiceAccount> active() {
    return rows.values().stream()
        .map(Row::account)
        .filter(one -> one.state() == State.ACTIVE)
        .toList();
  }

  @Override
  public Optional<Credential.ApiKey> open(Workspace owner, AccountName account) {
    return Optional.ofNullable(rows.get(new Name(owner, account))).map(Row::key);
  }

  @Override
  public boolean revoke(Workspace owner, AccountName account, Credential.ApiKey tried) {
    Row row = rows.get(new Name(owner, account));
    boolean isActive = row != null && tried.equals(row.key());
    if (isActive) {
      Optional<ServiceAccount.Added> added = row.account().added();
      put(new ServiceAccount(owner, account, added, State.REVOKED, clock.instant()), null);
      told.remove(new Name(owner, account));
    }
    return isActive;
  }

  @Override
  public int erase(Workspace owner, int most) {
    List<Name> gone =
        rows.keySet().stream().filter(name -> name.owner().equals(owner)).limit(most).toList();
    gone.forEach(rows::remove);
    return gone.size();
  }

  @Override
  public List<ServiceAccount> untold() {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().account().state() == State.REVOKED)
        .filter(row -> !told.contains(row.getKey()))
        .map(row -> row.getValue().account())
        .toList();
  }

  @Override
  public void told(Workspace owner, AccountName account) {
    told.add(new Name(owner, account));
  }

  @Override
  public boolean remove(Workspace owner, AccountName account) {
    return rows.remove(new Name(owner, account)) != null;
  }
}

package io.tillbot.core.support;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.ServiceAccount.State;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Workspace;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Service accounts for tests. */
final class InMemoryServiceAccounts implements ServiceAccounts {
  private final Map<Name, Row> rows;
  private final Clock clock;

  private record Name(Workspace owner, AccountName account) {}

  private record Row(ServiceAccount account, Credential.@Nullable ApiKey key) {}

  InMemoryServiceAccounts(Clock clock) {
    this.rows = new LinkedHashMap<>();
    this.clock = clock;
  }

  /** A copy that goes its own way from here. */
  InMemoryServiceAccounts(InMemoryServiceAccounts original) {
    this.rows = new LinkedHashMap<>(original.rows);
    this.clock = original.clock;
  }

  @Override
  public void add(Workspace owner, AccountName account, Credential.ApiKey key, Caller addedBy) {
    put(
        new ServiceAccount(owner, account, Optional.of(addedBy), State.ACTIVE, clock.instant()),
        key);
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
      Optional<Caller> addedBy = row.account().addedBy();
      put(new ServiceAccount(owner, account, addedBy, State.REVOKED, clock.instant()), null);
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
  public boolean remove(Workspace owner, AccountName account) {
    return rows.remove(new Name(owner, account)) != null;
  }
}

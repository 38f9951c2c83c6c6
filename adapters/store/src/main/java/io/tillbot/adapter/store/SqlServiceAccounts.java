package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.ServiceAccount.State;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Workspace;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspaces' own accounts as sealed rows, within a unit of work. */
final class SqlServiceAccounts implements ServiceAccounts {
  private static final String KIND = "service-account";
  private static final String KEY = "key";
  private static final String ADDED_BY = "added-by";

  private final SealedRows rows;
  private final Sealer sealer;
  private final Clock clock;

  SqlServiceAccounts(SealedRows rows, Sealer sealer, Clock clock) {
    this.rows = rows;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public void add(Workspace owner, AccountName account, Credential.ApiKey key, Caller addedBy) {
    put(
        key(owner, account, State.ACTIVE),
        Map.of(KEY, key.secret().reveal(), ADDED_BY, addedBy.key()));
  }

  private void put(RowKey key, Map<String, String> facts) {
    VaultFailures.translated(
        () -> rows.put(new SealedRow(key, sealer.seal(Facts.encode(facts), key), clock.instant())));
  }

  @Override
  public List<ServiceAccount> of(Workspace owner) {
    return VaultFailures.translated(() -> rows.all(KIND, owner.key())).stream()
        .map(this::account)
        .sorted(Comparator.comparing(ServiceAccount::account))
        .toList();
  }

  @Override
  public List<ServiceAccount> active() {
    return VaultFailures.translated(() -> rows.all(KIND)).stream()
        .map(this::account)
        .filter(one -> one.state() == State.ACTIVE)
        .toList();
  }

  @Override
  public Optional<Credential.ApiKey> open(Workspace owner, AccountName account) {
    return found(owner, account)
        .flatMap(row -> Optional.ofNullable(facts(row).get(KEY)))
        .map(key -> new Credential.ApiKey(Secret.of(key)));
  }

  @Override
  public boolean revoke(Workspace owner, AccountName account) {
    Optional<SealedRow> active = found(owner, account).filter(row -> state(row) == State.ACTIVE);
    active.ifPresent(
        row -> {
          Map<String, String> left = new HashMap<>(facts(row));
          left.remove(KEY);
          put(key(owner, account, State.REVOKED), left);
        });
    return active.isPresent();
  }

  @Override
  public boolean remove(Workspace owner, AccountName account) {
    return VaultFailures.translated(() -> rows.delete(KIND, owner.key(), account.value()));
  }

  private Optional<SealedRow> found(Workspace owner, AccountName account) {
    return VaultFailures.translated(() -> rows.find(KIND, owner.key(), account.value()));
  }

  private ServiceAccount account(SealedRow row) {
    return new ServiceAccount(
        Workspace.ofKey(row.key().owner()),
        new AccountName(row.key().name()),
        Caller.ofKey(facts(row).getOrDefault(ADDED_BY, "")),
        state(row),
        row.since());
  }

  private Map<String, String> facts(SealedRow row) {
    return VaultFailures.translated(
        () ->
            Facts.decode(
                sealer
                    .open(row.body(), row.key())
                    .orElseThrow(
                        () ->
                            new StoreException(
                                "A stored service account does not open, its row was damaged or"
                                    + " moved: remove it and add it again"))));
  }

  private static State state(SealedRow row) {
    return State.valueOf(row.key().label());
  }

  private static RowKey key(Workspace owner, AccountName account, State state) {
    return new RowKey(KIND, owner.key(), account.value(), state.name());
  }
}

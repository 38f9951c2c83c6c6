package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.ServiceAccount.State;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspaces' own accounts as sealed rows, within a unit of work. */
final class SqlServiceAccounts implements ServiceAccounts {
  private static final Logger log = LoggerFactory.getLogger(SqlServiceAccounts.class);
  private static final String KIND = "service-account";
  private static final String KEY = "key";
  private static final String ADDED_BY = "added-by";
  private static final String ADDED_IN = "added-in";
  private static final String TOLD = "told";

  private final SealedRows rows;
  private final Sealer sealer;
  private final Clock clock;

  SqlServiceAccounts(SealedRows rows, Sealer sealer, Clock clock) {
    this.rows = rows;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public void add(
      Workspace owner, AccountName account, Credential.ApiKey key, ServiceAccount.Added added) {
    Map<String, String> facts = new HashMap<>();
    facts.put(KEY, key.secret().reveal());
    facts.put(ADDED_BY, added.by().key());
    added.channel().ifPresent(channel -> facts.put(ADDED_IN, channel));
    put(key(owner, account, State.ACTIVE), facts);
  }

  private void put(RowKey key, Map<String, String> facts) {
    kept(key, facts, clock.instant());
  }

  private void kept(RowKey key, Map<String, String> facts, Instant since) {
    VaultFailures.translated(
        () -> rows.put(new SealedRow(key, sealer.seal(Facts.encode(facts), key), since)));
  }

  @Override
  public List<ServiceAccount> of(Workspace owner) {
    return VaultFailures.translated(() -> rows.all(KIND, owner.key())).stream()
        .flatMap(row -> listed(owner, row).stream())
        .sorted(Comparator.comparing(ServiceAccount::account))
        .toList();
  }

  @Override
  public List<ServiceAccount> active() {
    return VaultFailures.translated(() -> rows.all(KIND)).stream()
        .flatMap(row -> legible(row).stream())
        .filter(one -> one.state() == State.ACTIVE)
        .toList();
  }

  @Override
  public Optional<Credential.ApiKey> open(Workspace owner, AccountName account) {
    return found(owner, account)
        .flatMap(row -> key(opened(row).orElseThrow(SqlServiceAccounts::doesNotOpen)));
  }

  @Override
  public boolean revoke(Workspace owner, AccountName account, Credential.ApiKey tried) {
    Optional<Map<String, String>> refused =
        found(owner, account)
            .flatMap(this::opened)
            .filter(facts -> key(facts).equals(Optional.of(tried)));
    refused.ifPresent(
        facts -> {
          Map<String, String> left = new HashMap<>(facts);
          left.remove(KEY);
          put(key(owner, account, State.REVOKED), left);
        });
    return refused.isPresent();
  }

  @Override
  public List<ServiceAccount> untold() {
    return VaultFailures.translated(() -> rows.all(KIND)).stream()
        .filter(row -> row.key().label().equals(State.REVOKED.name()))
        .flatMap(
            row ->
                opened(row)
                    .filter(facts -> !facts.containsKey(TOLD))
                    .map(facts -> account(row, facts))
                    .stream())
        .toList();
  }

  @Override
  public void told(Workspace owner, AccountName account) {
    found(owner, account)
        .filter(row -> row.key().label().equals(State.REVOKED.name()))
        .ifPresent(
            row ->
                opened(row)
                    .ifPresent(
                        facts -> {
                          Map<String, String> more = new HashMap<>(facts);
                          more.put(TOLD, "");
                          kept(row.key(), more, row.since());
                        }));
  }

  @Override
  public boolean remove(Workspace owner, AccountName account) {
    return VaultFailures.translated(() -> rows.delete(KIND, owner.key(), account.value()));
  }

  @Override
  public int erase(Workspace owner, int most) {
    // The owner is the workspace itself, so that there is nothing after its key.
    return VaultFailures.translated(
        () ->
            (int)
                rows.all(KIND, owner.key()).stream()
                    .limit(most)
                    .filter(row -> rows.delete(KIND, owner.key(), row.key().name()))
                    .count());
  }

  private Optional<SealedRow> found(Workspace owner, AccountName account) {
    return VaultFailures.translated(() -> rows.find(KIND, owner.key(), account.value()));
  }

  private Optional<ServiceAccount> listed(Workspace owner, SealedRow row) {
    return opened(row).map(facts -> account(row, facts)).or(() -> unreadable(owner, row));
  }

  /** Empty when its name is none any more: nobody could remove it by that. */
  private static Optional<ServiceAccount> unreadable(Workspace owner, SealedRow row) {
    return Optional.of(row.key().name())
        .filter(AccountName::isName)
        .map(AccountName::new)
        .map(
            name ->
                new ServiceAccount(owner, name, Optional.empty(), State.UNREADABLE, row.since()));
  }

  /** One that does not open must not keep the others from being looked at. */
  private Optional<ServiceAccount> legible(SealedRow row) {
    Optional<Map<String, String>> facts = opened(row);
    if (facts.isEmpty()) {
      log.error(
          "A service account of {} does not open, its row was damaged or moved: remove it and add"
              + " it again",
          row.key().owner());
    }
    return facts.map(some -> account(row, some));
  }

  private static ServiceAccount account(SealedRow row, Map<String, String> facts) {
    // What opens is as it was kept, its place with it.
    return new ServiceAccount(
        Workspace.ofKey(row.key().owner()),
        new AccountName(row.key().name()),
        Optional.ofNullable(facts.get(ADDED_BY))
            .map(
                by ->
                    new ServiceAccount.Added(
                        Caller.ofKey(by), Optional.ofNullable(facts.get(ADDED_IN)))),
        State.valueOf(row.key().label()),
        row.since());
  }

  private Optional<Map<String, String>> opened(SealedRow row) {
    return VaultFailures.translated(() -> sealer.open(row.body(), row.key()).map(Facts::decode));
  }

  private static CredentialVault.VaultException doesNotOpen() {
    return new CredentialVault.VaultException(
        "A stored service account does not open, its row was damaged or moved: remove it and add it"
            + " again");
  }

  private static Optional<Credential.ApiKey> key(Map<String, String> facts) {
    return Optional.ofNullable(facts.get(KEY)).map(key -> new Credential.ApiKey(Secret.of(key)));
  }

  private static RowKey key(Workspace owner, AccountName account, State state) {
    return new RowKey(KIND, owner.key(), account.value(), state.name());
  }
}

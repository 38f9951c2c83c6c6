package io.tillbot.core.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A vault without a database for tests; it refuses what the real one refuses. */
public final class InMemoryCredentialVault implements CredentialVault {
  private record Place(Caller caller, AccountName account) {}

  private record Row(Place sealedFor, Credential credential, Instant since) {}

  private final Map<Caller, SortedMap<AccountName, Row>> rows = new HashMap<>();
  private final Map<Caller, AccountName> inUse = new HashMap<>();
  private final Clock clock;
  private @Nullable String failure;

  public InMemoryCredentialVault(Clock clock) {
    this.clock = clock;
  }

  /** From now on every call fails with this message, as when the disk is full. */
  public synchronized void failWith(String message) {
    failure = message;
  }

  /** Puts all that is kept for one caller under another's name; it will not open there. */
  public synchronized void moveRows(Caller from, Caller to) {
    rows.put(to, rows.remove(from));
    inUse.put(to, inUse.remove(from));
  }

  /** Puts what is kept for one account under another's name; it will not open there. */
  public synchronized void moveRow(Caller caller, AccountName from, AccountName to) {
    SortedMap<AccountName, Row> accounts = accounts(caller);
    accounts.put(to, accounts.remove(from));
    inUse.replace(caller, from, to);
  }

  @Override
  public synchronized void store(Caller caller, AccountName account, Credential credential) {
    check();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(credential.secret().reveal())) {
      throw new VaultException("The credential is not a valid text");
    }
    SortedMap<AccountName, Row> accounts = accounts(caller);
    accounts.remove(AccountName.UNNAMED);
    accounts.put(
        account,
        new Row(
            new Place(caller, account),
            credential,
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    inUse.put(caller, account);
  }

  @Override
  public synchronized Optional<Credential> open(Caller caller, AccountName account) {
    check();
    Row row = accounts(caller).get(account);
    if (row != null && !row.sealedFor().equals(new Place(caller, account))) {
      throw new VaultException("The credential does not open");
    }
    return Optional.ofNullable(row).map(Row::credential);
  }

  @Override
  public synchronized Optional<AccountName> inUse(Caller caller) {
    check();
    return Optional.ofNullable(inUse.get(caller));
  }

  @Override
  public synchronized List<Link> links(Caller caller) {
    check();
    return accounts(caller).entrySet().stream()
        .map(
            row ->
                new Link(row.getKey(), kindOf(row.getValue().credential()), row.getValue().since()))
        .toList();
  }

  @Override
  public synchronized boolean use(Caller caller, AccountName account) {
    check();
    boolean isKept = accounts(caller).containsKey(account);
    if (isKept) {
      inUse.put(caller, account);
    }
    return isKept;
  }

  @Override
  public synchronized boolean erase(Caller caller, AccountName account) {
    check();
    inUse.remove(caller, account);
    return accounts(caller).remove(account) != null;
  }

  @Override
  public synchronized int erase(Workspace workspace, int most) {
    check();
    List<Place> gone =
        rows.entrySet().stream()
            .filter(row -> Workspace.of(row.getKey()).equals(workspace))
            .flatMap(row -> row.getValue().keySet().stream().map(a -> new Place(row.getKey(), a)))
            .limit(most)
            .toList();
    gone.forEach(place -> erase(place.caller(), place.account()));
    return gone.size();
  }

  private SortedMap<AccountName, Row> accounts(Caller caller) {
    return rows.computeIfAbsent(caller, _ -> new TreeMap<>());
  }

  private void check() {
    String message = failure;
    if (message != null) {
      throw new VaultException(message);
    }
  }

  private static Kind kindOf(Credential credential) {
    return switch (credential) {
      case Credential.Token _ -> Kind.TOKEN;
      case Credential.ApiKey _ -> Kind.API_KEY;
    };
  }
}

package io.tillbot.core.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A vault without a database for tests; it refuses what the real one refuses. */
public final class InMemoryCredentialVault implements CredentialVault {
  private record Row(Caller sealedFor, Credential credential, Instant since) {}

  private final Map<Caller, Row> rows = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile @Nullable String failure;

  public InMemoryCredentialVault(Clock clock) {
    this.clock = clock;
  }

  /** From now on every call fails with this message, as when the disk is full. */
  public void failWith(String message) {
    failure = message;
  }

  /** Puts what is kept for one caller under another's name; it will not open there. */
  public void moveRow(Caller from, Caller to) {
    rows.put(to, rows.remove(from));
  }

  @Override
  public void store(Caller caller, Credential credential) {
    check();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(credential.secret().reveal())) {
      throw new VaultException("The credential is not a valid text");
    }
    rows.put(caller, new Row(caller, credential, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  @Override
  public Optional<Credential> open(Caller caller) {
    check();
    Row row = rows.get(caller);
    if (row != null && !row.sealedFor().equals(caller)) {
      throw new VaultException("The credential does not open");
    }
    return Optional.ofNullable(row).map(Row::credential);
  }

  @Override
  public Optional<Link> link(Caller caller) {
    check();
    return Optional.ofNullable(rows.get(caller))
        .map(row -> new Link(kindOf(row.credential()), row.since()));
  }

  @Override
  public boolean erase(Caller caller) {
    check();
    return rows.remove(caller) != null;
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

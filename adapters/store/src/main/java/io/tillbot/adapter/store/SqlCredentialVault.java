package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.Workspace;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Credentials as sealed rows, one for each account of a caller. */
final class SqlCredentialVault implements CredentialVault {
  private static final String KIND = "credential";

  /** Of a row from before accounts had names. */
  private static final String NO_NAME = "";

  private final Database database;
  private final Sealer sealer;
  private final Clock clock;

  SqlCredentialVault(Database database, Sealer sealer, Clock clock) {
    this.database = database;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public void store(Caller caller, AccountName account, Credential credential) {
    RowKey key = new RowKey(KIND, caller.key(), nameOf(account), kindOf(credential).name());
    byte[] plain = bytes(credential.secret());
    VaultFailures.translated(
        () ->
            database.writeWithoutTrace(
                handle -> {
                  oneAtATime(handle, caller);
                  SealedRows rows = new SealedRows(handle);
                  rows.delete(KIND, key.owner(), NO_NAME);
                  rows.put(
                      new SealedRow(key, sealer.within(handle).seal(plain, key), clock.instant()));
                  return rows.use(KIND, key.owner(), key.name());
                }));
  }

  @Override
  public Optional<Credential> open(Caller caller, AccountName account) {
    return VaultFailures.translated(
        () ->
            database
                .read(handle -> new SealedRows(handle).find(KIND, caller.key(), nameOf(account)))
                .map(this::opened));
  }

  @Override
  public Optional<AccountName> inUse(Caller caller) {
    return VaultFailures.translated(
        () ->
            database
                .read(handle -> new SealedRows(handle).inUse(KIND, caller.key()))
                .map(SqlCredentialVault::account));
  }

  @Override
  public List<Link> links(Caller caller) {
    return VaultFailures.translated(
        () ->
            database.read(handle -> new SealedRows(handle).all(KIND, caller.key())).stream()
                .map(row -> new Link(account(row.key().name()), kindOf(row), row.since()))
                .sorted(Comparator.comparing(Link::account))
                .toList());
  }

  @Override
  public boolean use(Caller caller, AccountName account) {
    return VaultFailures.translated(
        () ->
            database.write(
                handle -> {
                  oneAtATime(handle, caller);
                  return new SealedRows(handle).use(KIND, caller.key(), nameOf(account));
                }));
  }

  /** With the last one goes what the audit trail knows of who the caller is. */
  @Override
  public boolean erase(Caller caller, AccountName account) {
    return VaultFailures.translated(
        () ->
            database.writeWithoutTrace(
                handle -> {
                  oneAtATime(handle, caller);
                  SealedRows rows = new SealedRows(handle);
                  boolean wasThere = rows.delete(KIND, caller.key(), nameOf(account));
                  if (rows.all(KIND, caller.key()).isEmpty()) {
                    Pseudonyms.forget(handle, database.dialect(), caller);
                  }
                  return wasThere;
                }));
  }

  @Override
  public int erase(Workspace workspace, int most) {
    return VaultFailures.translated(
        () ->
            database.writeWithoutTrace(
                handle -> new SealedRows(handle).deleteSome(KIND, People.of(workspace), most)));
  }

  /** Of a caller's accounts one at most is in use, also while several processes choose one. */
  private void oneAtATime(Handle handle, Caller caller) {
    database.dialect().exclude(handle, KIND + "/" + caller.key());
  }

  private static String nameOf(AccountName account) {
    return account.equals(AccountName.UNNAMED) ? NO_NAME : account.value();
  }

  private static AccountName account(String name) {
    if (name.equals(NO_NAME)) {
      return AccountName.UNNAMED;
    }
    if (!AccountName.isName(name)) {
      throw new StoreException("A stored credential is of an account without a proper name");
    }
    return new AccountName(name);
  }

  private Credential opened(SealedRow row) {
    byte[] plain =
        sealer
            .open(row.body(), row.key())
            .orElseThrow(
                () ->
                    new StoreException(
                        "The stored credential does not open, its row was damaged or moved:"
                            + " link again"));
    Secret secret = Secret.of(new String(plain, StandardCharsets.UTF_8));
    return switch (kindOf(row)) {
      case TOKEN -> new Credential.Token(secret);
      case API_KEY -> new Credential.ApiKey(secret);
    };
  }

  private static byte[] bytes(Secret secret) {
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(secret.reveal()));
      byte[] exact = new byte[encoded.remaining()];
      encoded.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      // Without its cause, lest that ever quotes the text.
      throw new VaultException("The credential is not a valid text and cannot be kept");
    }
  }

  private static Kind kindOf(Credential credential) {
    return switch (credential) {
      case Credential.Token _ -> Kind.TOKEN;
      case Credential.ApiKey _ -> Kind.API_KEY;
    };
  }

  private static Kind kindOf(SealedRow row) {
    try {
      return Kind.valueOf(row.key().label());
    } catch (IllegalArgumentException e) {
      throw new StoreException("The stored credential is of a kind unknown here: link again", e);
    }
  }
}

package io.tillbot.adapter.store;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Credentials as sealed rows, one for each caller. */
final class SqliteCredentialVault implements CredentialVault {
  private static final String ROW_KIND = "credential";

  private final Database database;
  private final Sealer sealer;
  private final Clock clock;

  SqliteCredentialVault(Database database, Sealer sealer, Clock clock) {
    this.database = database;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public void store(Caller caller, Credential credential) {
    RowKey key = new RowKey(ROW_KIND, caller.key(), kindOf(credential).name());
    byte[] plain = bytes(credential.secret());
    attempt(
        () -> {
          SealedRow row = new SealedRow(key, sealer.seal(plain, key), clock.instant());
          return database.writeWithoutTrace(handle -> new SealedRows(handle).put(row));
        });
  }

  @Override
  public Optional<Credential> open(Caller caller) {
    return attempt(() -> find(caller).map(this::opened));
  }

  @Override
  public Optional<Link> link(Caller caller) {
    return attempt(() -> find(caller).map(row -> new Link(kindOf(row), row.since())));
  }

  @Override
  public boolean erase(Caller caller) {
    return attempt(
        () ->
            database.writeWithoutTrace(
                handle -> new SealedRows(handle).delete(ROW_KIND, caller.key())));
  }

  private Optional<SealedRow> find(Caller caller) {
    return database.read(handle -> new SealedRows(handle).find(ROW_KIND, caller.key()));
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

  private static <T> T attempt(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw new VaultException(String.valueOf(e.getMessage()), e);
    }
  }
}

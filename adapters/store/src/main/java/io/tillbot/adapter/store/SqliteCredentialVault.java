package io.tillbot.adapter.store;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlStatement;

/** Credentials as sealed rows, one for each caller. */
final class SqliteCredentialVault implements CredentialVault {
  private static final String ROW_KIND = "credential";

  private record Row(Kind kind, byte[] body) {}

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
    Kind kind = kindOf(credential);
    byte[] plain = bytes(credential.secret());
    attempt(
        () -> {
          byte[] body = sealer.seal(plain, place(caller, kind));
          return database.writeWithoutTrace(
              handle ->
                  of(
                          caller,
                          handle.createUpdate(
                              """
                              INSERT INTO sealed (kind, owner, label, body, since)
                              VALUES (:kind, :owner, :label, :body, :since)
                              ON CONFLICT (kind, owner) DO UPDATE
                              SET label = excluded.label, body = excluded.body, since = excluded.since
                              """))
                      .bind("label", kind.name())
                      .bind("body", body)
                      .bind("since", clock.millis())
                      .execute());
        });
  }

  @Override
  public Optional<Credential> open(Caller caller) {
    return attempt(
            () ->
                database.read(
                    handle ->
                        of(
                                caller,
                                handle.createQuery(
                                    "SELECT label, body FROM sealed WHERE kind = :kind AND owner ="
                                        + " :owner"))
                            .map(
                                (row, _) ->
                                    new Row(kind(row.getString("label")), row.getBytes("body")))
                            .findOne()))
        .map(row -> opened(caller, row));
  }

  @Override
  public Optional<Link> link(Caller caller) {
    return attempt(
        () ->
            database.read(
                handle ->
                    of(
                            caller,
                            handle.createQuery(
                                "SELECT label, since FROM sealed WHERE kind = :kind AND owner ="
                                    + " :owner"))
                        .map(
                            (row, _) ->
                                new Link(
                                    kind(row.getString("label")),
                                    Instant.ofEpochMilli(row.getLong("since"))))
                        .findOne()));
  }

  @Override
  public boolean erase(Caller caller) {
    return attempt(
        () ->
            database.writeWithoutTrace(
                    handle ->
                        of(
                                caller,
                                handle.createUpdate(
                                    "DELETE FROM sealed WHERE kind = :kind AND owner = :owner"))
                            .execute())
                > 0);
  }

  private Credential opened(Caller caller, Row row) {
    byte[] plain =
        attempt(
            () -> {
              try {
                return sealer.open(row.body(), place(caller, row.kind()));
              } catch (GeneralSecurityException e) {
                throw new StoreException(
                    "The stored credential does not open: its row was damaged or moved. Link again",
                    e);
              }
            });
    Secret secret = Secret.of(new String(plain, StandardCharsets.UTF_8));
    return switch (row.kind()) {
      case TOKEN -> new Credential.Token(secret);
      case API_KEY -> new Credential.ApiKey(secret);
    };
  }

  private static <S extends SqlStatement<S>> S of(Caller caller, S statement) {
    return statement.bind("kind", ROW_KIND).bind("owner", caller.key());
  }

  private static RowKey place(Caller caller, Kind kind) {
    return new RowKey(ROW_KIND, caller.key(), kind.name());
  }

  private static byte[] bytes(Secret secret) {
    try {
      ByteBuffer bytes =
          StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(secret.reveal()));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
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

  private static Kind kind(String label) {
    try {
      return Kind.valueOf(label);
    } catch (IllegalArgumentException e) {
      throw new StoreException("The stored credential is of a kind unknown here. Link again", e);
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

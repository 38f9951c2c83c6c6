package io.tillbot.adapter.store;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.CredentialVault.Kind;
import io.tillbot.core.access.CredentialVault.Link;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first version, made by its migration alone and sealed as it sealed. */
final class MigrationTest {
  private static final Caller ANN = Caller.local("ann");
  private static final Caller BOB = new Caller(Platform.DISCORD, null, "7");
  private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final AccountName HOME = new AccountName("1001@whmcs_eu");

  @TempDir Path directory;
  private StoreFiles files;
  private Aead aead;

  @BeforeEach
  void makeTheFirstVersionsFiles() throws Exception {
    files = new StoreFiles(directory);
    writeKeyset();
    Files.createDirectories(files.database().getParent());
    Flyway.configure()
        .dataSource(
            new SqliteConnections(new DatabaseFile(files.database()), Duration.ofSeconds(1))
                .dataSource())
        .locations("classpath:" + Dialect.SQLITE.migrations())
        .target("1")
        .load()
        .migrate();
    insert("keyset", "", "fingerprint", "");
    insert("credential", ANN.key(), "TOKEN", "fake-token-of-ann");
    insert("credential", BOB.key(), "API_KEY", "fake-key-of-bob");
  }

  @Test
  void itsCredentialsOpenAndAreInUse() {
    try (SqlStore store = files.open()) {
      CredentialVault vault = store.credentialVault();

      assertThat(vault.open(ANN)).contains(new Credential.Token(Secret.of("fake-token-of-ann")));
      assertThat(vault.open(BOB)).contains(new Credential.ApiKey(Secret.of("fake-key-of-bob")));
      assertThat(vault.links(ANN))
          .containsExactly(new Link(AccountName.UNNAMED, Kind.TOKEN, SINCE));
      assertThat(vault.link(BOB)).contains(new Link(AccountName.UNNAMED, Kind.API_KEY, SINCE));
    }
  }

  @Test
  void theNextLinkGivesTheAccountItsName() {
    Credential renewed = new Credential.ApiKey(Secret.of("fake-key-of-ann"));
    try (SqlStore store = files.open()) {
      CredentialVault vault = store.credentialVault();
      vault.store(ANN, HOME, renewed);

      assertThat(vault.links(ANN)).extracting(Link::account).containsExactly(HOME);
      assertThat(vault.open(ANN)).contains(renewed);
      assertThat(vault.open(BOB)).isPresent();
    }
  }

  @Test
  void theMigrationLeavesNoCopyBehindThatOutlivesErasing() throws Exception {
    byte[] body = files.bodyOf(ANN);
    try (SqlStore store = files.open()) {
      assertThat(files.bodyOf(ANN)).as("the same bytes as before").isEqualTo(body);

      assertThat(store.credentialVault().erase(ANN)).isTrue();

      int length = body.length;
      for (int from : new int[] {5, length / 2 - 6, length - 12}) {
        assertThat(files.databaseHolds(Arrays.copyOfRange(body, from, from + 12))).isFalse();
      }
    }
  }

  @Test
  void itIsMigratedOnce() throws Exception {
    files.open().close();
    files.open().close();

    try (SqlStore store = files.open()) {
      assertThat(store.credentialVault().open(ANN)).isPresent();
    }
  }

  private void writeKeyset() throws Exception {
    KeysetHandle keys =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
    String keyset =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    Files.createDirectory(files.keyset().getParent());
    Files.setPosixFilePermissions(files.keyset().getParent(), fromString("rwx------"));
    Files.writeString(files.keyset(), keyset);
    Files.setPosixFilePermissions(files.keyset(), fromString("rw-------"));
  }

  private void insert(String kind, String owner, String label, String plain) throws Exception {
    byte[] body =
        aead.encrypt(plain.getBytes(StandardCharsets.UTF_8), associatedData(kind, owner, label));
    try (Connection connection = files.connect();
        PreparedStatement row =
            connection.prepareStatement("INSERT INTO sealed VALUES (?, ?, ?, ?, ?)")) {
      row.setString(1, kind);
      row.setString(2, owner);
      row.setString(3, label);
      row.setBytes(4, body);
      row.setLong(5, SINCE.toEpochMilli());
      row.execute();
    }
  }

  /** As the first version made it; written apart from the code under test. */
  private static byte[] associatedData(String kind, String owner, String label) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    for (String part : new String[] {"sealed", "body", kind, owner, label}) {
      data.writeUTF(part);
    }
    return bytes.toByteArray();
  }
}

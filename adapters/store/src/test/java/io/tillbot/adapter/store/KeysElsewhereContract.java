package io.tillbot.adapter.store;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillbot.core.access.CredentialVault.VaultException;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.TicketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What changed keys are to processes that run beside, on either database. */
abstract class KeysElsewhereContract extends RotatedStore {
  @Test
  void whoRunsOpensWhatWasSealedAnewWithoutARestart() {
    TicketId before = things(1).keepIn(store);

    rotation().add();
    rotation().promote();

    things(1).assertOpenIn(store, before);
  }

  @Test
  void whoRunsSealsWithTheNewKeyWithinSecondsWithoutARestart() throws Exception {
    things(1).keepIn(store);

    rotation().add();
    rotation().promote();

    AtomicInteger number = new AtomicInteger(1);
    await()
        .atMost(KeyRotation.NOTICED.plusSeconds(2))
        .until(
            () -> {
              things(number.incrementAndGet()).keepIn(store);
              return isSealedWith(keyset().newest(), number.get());
            });
  }

  @Test
  void whoWasNotGivenTheNewKeyTakesNothingForDamagedAndGoesOnWhenItHasIt() throws Exception {
    SealedThings things = things(1);
    TicketId ticket = things.keepIn(store);
    StoreOptions elsewhere = withKeysetApart();
    try (SqlStore other = SqlStore.open(elsewhere)) {
      things.assertOpenIn(other, ticket);
      rotation().add();
      rotation().promote();

      assertThatThrownBy(() -> other.credentialVault().open(things.caller()))
          .isInstanceOf(VaultException.class)
          .hasMessageContaining("If keys were rotated, take the file from where that was done");
      assertThatThrownBy(
              () ->
                  other.read(
                      unit ->
                          unit.deliveries().expired(Platform.SLACK, things.delivery().lease(), 9)))
          .as("a row that is passed over would be lost sight of")
          .isInstanceOf(VaultException.class)
          .hasMessageContaining("does not fit the database");
      assertRefused(() -> SqlStore.open(elsewhere), "does not fit the database");

      Files.writeString(elsewhere.keyset(), Files.readString(options.keyset()));

      things.assertOpenIn(other, ticket);
      SqlStore.open(elsewhere).close();
    }
  }

  @Test
  void whoWasNotGivenTheNewKeySealsNothingAnyMore() throws Exception {
    StoreOptions elsewhere = withKeysetApart();
    try (SqlStore other = SqlStore.open(elsewhere)) {
      things(1).keepIn(other);
      rotation().add();
      rotation().promote();

      AtomicInteger number = new AtomicInteger(1);
      await()
          .atMost(KeyRotation.NOTICED.plusSeconds(2))
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> things(number.incrementAndGet()).keepIn(other))
                      .hasMessageContaining("does not fit the database"));
    }
  }

  private boolean isSealedWith(int keyId, int number) {
    return store
        .database()
        .read(
            handle ->
                SealedTable.OPERATIONS
                    .next(handle, Dialect.SQLITE, keyId, SealedTable.OPERATIONS.start(), 99)
                    .stream()
                    .noneMatch(row -> row.key().contains(things(number).operation().id().value())));
  }

  private StoreOptions withKeysetApart() throws Exception {
    Path directory = options.keyset().getParent().resolveSibling("other-keys");
    Files.createDirectory(directory);
    Files.setPosixFilePermissions(directory, fromString("rwx------"));
    return withKeyset(Files.copy(options.keyset(), directory.resolve("keyset.json")));
  }
}

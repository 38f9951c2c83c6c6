package io.tillbot.adapter.store;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.TicketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What each stage of changing the keys promises, on either database. */
abstract class KeyRotationContract extends RotatedStore {
  /** Rows for several units of work. */
  private static final int MANY = 120;

  @Test
  void anAddedKeySealsNothingYet() throws Exception {
    SealedThings things = things(1);
    TicketId ticket = things.keepIn(store);
    Keyset before = keyset();

    rotation().add();

    assertThat(keyset().ids()).hasSize(2).containsAll(before.ids());
    assertThat(keyset().primary()).isEqualTo(before.primary());
    try (SqlStore fresh = fixture.open(clock)) {
      things.assertOpenIn(fresh, ticket);
      things(2).keepIn(fresh);
    }
    assertThat(SealedThings.keyIdsIn(fixture)).isEqualTo(before.ids());
  }

  @Test
  void aSecondKeyIsNotAddedBeforeTheFirstIsTheOnlyOne() throws Exception {
    rotation().add();
    String pending = Files.readString(options.keyset());

    assertRefused(() -> rotation().add(), "--stage promote");
    rotation().promote();
    assertRefused(() -> rotation().add(), "--stage retire");

    assertThat(keyset().ids()).isEqualTo(Keyset.parse(pending).orElseThrow().ids());
  }

  @Test
  void withoutAnAddedKeyNothingIsPromotedOrRetired() throws Exception {
    String before = Files.readString(options.keyset());

    assertRefused(() -> rotation().promote(), "--stage add comes first");
    assertRefused(() -> rotation().retire(), "nothing to retire");

    assertThat(options.keyset()).hasContent(before);
  }

  @Test
  void whatIsThereIsSealedAnewAndCountedByTable() throws Exception {
    Map<SealedThings, TicketId> kept = new HashMap<>();
    for (int n = 1; n <= MANY; n++) {
      kept.put(things(n), things(n).keepIn(store));
    }
    store.write(unit -> unit.deliveries().done("slack/Ev1", 1, NOON));
    kept.remove(things(1));
    rotation().add();

    KeyRotation.Promotion promotion = rotation().promote();

    assertThat(promotion)
        .isEqualTo(
            new KeyRotation.Promotion(
                Map.of(
                    "sealed",
                    120L + ofTheTrail(),
                    "tickets",
                    120L,
                    "operations",
                    120L,
                    "deliveries",
                    119L),
                0,
                0));
    assertThat(keyset().primary()).isEqualTo(keyset().newest());
    assertThat(SealedThings.keyIdsIn(fixture)).containsExactly(keyset().newest());
    kept.forEach((things, ticket) -> things.assertOpenIn(store, ticket));

    assertThat(rotation().retire()).isEqualTo(new KeyRotation.Retirement(1, 0));

    assertThat(keyset().ids()).isEqualTo(SealedThings.keyIdsIn(fixture));
    try (SqlStore fresh = fixture.open(clock)) {
      kept.forEach((things, ticket) -> things.assertOpenIn(fresh, ticket));
    }
  }

  @Test
  void aPromotionThatWasInterruptedGoesOn() throws Exception {
    Map<SealedThings, TicketId> kept = new HashMap<>();
    for (int n = 1; n <= MANY; n++) {
      kept.put(things(n), things(n).keepIn(store));
    }
    rotation().add();
    AtomicInteger writes = new AtomicInteger();
    KeyRotation dying = rotation(dyingAfter(3, writes));

    assertThatThrownBy(dying::promote).hasMessage("killed");

    assertThat(SealedThings.keyIdsIn(fixture)).isEqualTo(keyset().ids()).hasSize(2);
    try (SqlStore fresh = fixture.open(clock)) {
      kept.forEach((things, ticket) -> things.assertOpenIn(fresh, ticket));
    }
    assertRefused(() -> rotation().retire(), 380 + ofTheTrail() + " rows of the database");
    assertThat(rotation().promote().rows())
        .as("two units of work were done")
        .containsEntry("sealed", 20L + ofTheTrail())
        .containsEntry("operations", 120L);
    rotation().retire();
    try (SqlStore fresh = fixture.open(clock)) {
      kept.forEach((things, ticket) -> things.assertOpenIn(fresh, ticket));
    }
  }

  @Test
  void noKeyIsRetiredThatSomethingStillNeeds() throws Exception {
    SealedThings things = things(1);
    TicketId ticket = things.keepIn(store);
    Keyset old = keyset();
    rotation().add();
    assertRefused(() -> rotation().retire(), "--stage promote comes first");
    rotation().promote();
    sealAgain(old, things);

    assertRefused(() -> rotation().retire(), "1 rows of the database");
    assertThat(keyset().ids()).hasSize(2);
    assertThat(rotation().promote().rows()).containsEntry("operations", 1L);
    rotation().retire();

    assertThat(keyset().ids()).hasSize(1);
    things.assertOpenIn(store, ticket);
  }

  @Test
  void aRowThatNoKeyOpensIsToldAndInNobodysWay() throws Exception {
    things(1).keepIn(store);
    things(2).keepIn(store);
    fixture.sql("UPDATE operations SET owner = 'console/local/thief' WHERE id LIKE '%1'");
    rotation().add();

    assertThat(rotation().promote())
        .isEqualTo(
            new KeyRotation.Promotion(
                Map.of(
                    "sealed", 2L + ofTheTrail(), "tickets", 2L, "operations", 1L, "deliveries", 2L),
                1,
                0));
    assertThat(rotation().retire()).isEqualTo(new KeyRotation.Retirement(1, 1));
    assertThat(keyset().ids()).hasSize(1);
  }

  @Test
  void theKeysetOfBeforeDoesNotOpenTheDatabaseAnyMore() throws Exception {
    things(1).keepIn(store);
    String old = Files.readString(options.keyset());
    rotation().add();
    rotation().promote();
    rotation().retire();

    Files.writeString(options.keyset(), old);

    assertRefused(() -> fixture.open(clock), "does not fit the database");
    assertRefused(() -> rotation().add(), "does not fit the database");
  }

  @Test
  void theFileStaysItsOwnersAloneAndNothingLiesBesideIt() throws Exception {
    Files.setPosixFilePermissions(options.keyset(), fromString("r--------"));
    Path left = options.keyset().resolveSibling("keyset.json.new");
    Files.writeString(left, "of one that died");

    rotation().add();
    rotation().promote();
    rotation().retire();

    assertThat(Files.getPosixFilePermissions(options.keyset())).isEqualTo(fromString("r--------"));
    assertThat(options.keyset().getParent())
        .isDirectoryNotContaining(file -> !file.equals(options.keyset()));
  }

  @Test
  void aFileBehindALinkIsReplacedWhereItIs() throws Exception {
    Path target = Files.createDirectory(options.keyset().resolveSibling("there")).resolve("k");
    Files.move(options.keyset(), target);
    Files.createSymbolicLink(options.keyset(), target);

    rotation().add();

    assertThat(options.keyset()).isSymbolicLink();
    assertThat(keyset().ids()).hasSize(2);
  }

  @Test
  void withoutAKeysetNothingIsMade() throws Exception {
    Path nowhere = options.keyset().resolveSibling("elsewhere.json");
    StoreOptions wrong = withKeyset(nowhere);

    assertRefused(
        () -> SqlStore.rotateKeys(wrong, rotation -> rotation.retire()), "There is no keyset");
    assertThat(nowhere).doesNotExist();
  }

  /** Those that the audit trail has sealed: its key, and the heads of its chains. */
  private long ofTheTrail() throws Exception {
    return fixture.number("SELECT count(*) FROM sealed WHERE kind LIKE 'audit-%'");
  }

  /** What dies, before it writes, when it has written so often. */
  private Database dyingAfter(int most, AtomicInteger writes) {
    return beforeEachWrite(
        () -> {
          if (writes.incrementAndGet() > most) {
            throw new IllegalStateException("killed");
          }
        });
  }
}

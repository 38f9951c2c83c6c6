package io.tillbot.app;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tillbot keys}. */
class KeysTest {
  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.start(home);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aKeysetIsMadeForItsOwnerAloneAndTakenByTheStore() throws Exception {
    Bench.Run made = bench.run("", "keys", "create");

    assertThat(made.status()).isZero();
    assertThat(made.out()).contains(keyset().toString(), "Back it up");
    assertThat(Files.getPosixFilePermissions(keyset())).isEqualTo(fromString("rw-------"));
    byte[] keys = Files.readAllBytes(keyset());
    assertThat(bench.exec("/credit").out()).contains("You are not linked");
    assertThat(keyset()).hasBinaryContent(keys);
  }

  @Test
  void oneThatIsThereStaysAsItIs() throws Exception {
    bench.run("", "keys", "create");
    byte[] keys = Files.readAllBytes(keyset());

    Bench.Run again = bench.run("", "keys", "create");

    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("is there already");
    assertThat(keyset()).hasBinaryContent(keys);
  }

  @Test
  void withoutSayingWhatItIsWrongUse() {
    assertThat(bench.run("", "keys").status()).isEqualTo(2);
    assertThat(keyset()).doesNotExist();
  }

  @Test
  void aKeyIsReplacedInThreeStagesThatSayWhatComesNext() throws Exception {
    bench.close();
    bench = Bench.linked(home);
    byte[] before = Files.readAllBytes(keyset());

    assertThat(refused(rotate("promote"))).contains("--stage add comes first");
    assertThat(done(rotate("add"))).contains(keyset().toString(), "back that file up", "promote");
    assertThat(refused(rotate("add"))).contains("is not finished");
    assertThat(refused(rotate("retire"))).contains("--stage promote comes first");
    assertThat(bench.exec("/credit").status()).isZero();
    assertThat(done(rotate("PROMOTE")))
        .contains(
            // A credential, two pseudonyms, the audit trail's key and its head.
            "sealed 5, tickets 0, operations 0, deliveries 0", "keyset from before", "retire");
    assertThat(bench.exec("/credit").status()).isZero();
    assertThat(done(rotate("retire"))).contains("old keys, 1", "cannot be undone");
    assertThat(done(bench.run("", "audit", "export", "--format", "csv")))
        .contains("keys rotate,stage=add", "keys rotate,stage=promote", "keys rotate,stage=retire");
    assertThat(refused(rotate("retire"))).contains("nothing to retire");
    assertThat(bench.exec("/credit").status()).isZero();

    Files.write(keyset(), before);
    assertThat(bench.exec("/credit").out()).contains("does not fit the database");
    assertThat(refused(rotate("add"))).contains("does not fit the database");
  }

  @Test
  void aStageMustBeNamedAndBeOneOfThem() {
    bench.run("", "keys", "create");

    for (Bench.Run wrong :
        List.of(
            bench.run("", "keys", "rotate"), rotate("all"), rotate(""), rotate("add,promote"))) {
      assertThat(wrong.status()).isEqualTo(2);
      assertThat(wrong.out()).isEmpty();
      assertThat(wrong.err()).contains("--stage", "add, promote, retire");
    }
  }

  @Test
  void withoutAKeysetThereIsNothingToRotate() {
    assertThat(refused(rotate("add"))).contains("There is no keyset " + keyset());
    assertThat(keyset()).doesNotExist();
    assertThat(home.resolve("data")).doesNotExist();
  }

  private Bench.Run rotate(String stage) {
    return bench.run("", "keys", "rotate", "--stage", stage);
  }

  private static String done(Bench.Run run) {
    assertThat(run.status()).as(run.toString()).isZero();
    return run.out();
  }

  private static String refused(Bench.Run run) {
    assertThat(run.status()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    return run.err();
  }

  private Path keyset() {
    return home.resolve("keys/keyset.json");
  }
}

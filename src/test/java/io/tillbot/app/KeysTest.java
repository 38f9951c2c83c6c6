package io.tillbot.app;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tillbot keys create}. */
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

  private Path keyset() {
    return home.resolve("keys/keyset.json");
  }
}

package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jdbi.v3.core.statement.JdbiStatementEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class StoreSecrecyTest {
  private static final String CANARY = "canary-3f9c-fake-token";
  private static final Caller ANN = Caller.local("ann");
  private static final Caller BOB = Caller.local("bob");
  private static final Credential SECRET = new Credential.ApiKey(Secret.of(CANARY));

  @TempDir Path directory;
  private StoreFiles files;

  @BeforeEach
  void name() {
    files = new StoreFiles(directory);
  }

  @Test
  void noFileOfTheDatabaseHoldsACredentialInTheClear() throws Exception {
    try (SqlStore store = files.open()) {
      store.credentialVault().store(ANN, StoreFiles.ACCOUNT, SECRET);

      assertThat(files.databaseHolds(CANARY)).isFalse();
      assertThat(files.databaseHolds("ann")).as("the search finds what is there").isTrue();
    }
    assertThat(files.databaseHolds(CANARY)).isFalse();
  }

  @Test
  void aStolenDatabaseOpensWithNoOtherKeyset() throws Exception {
    fill();
    StoreFiles thiefs = new StoreFiles(directory.resolve("thief"));
    thiefs.open().close();
    Files.copy(files.database(), thiefs.database(), StandardCopyOption.REPLACE_EXISTING);
    assertThat(catchThrowable(thiefs::open)).hasMessageContaining("does not fit");

    // Even with the thief's own fingerprint in it.
    StoreFiles own = new StoreFiles(directory.resolve("own"));
    own.open().close();
    Files.copy(thiefs.keyset(), own.keyset(), StandardCopyOption.REPLACE_EXISTING);
    Files.delete(own.database());
    own.open().close();
    try (var connection = own.connect();
        var statement = connection.createStatement()) {
      statement.execute("ATTACH '" + files.database() + "' AS stolen");
      statement.execute("INSERT INTO sealed SELECT * FROM stolen.sealed WHERE kind = 'credential'");
    }
    try (SqlStore store = own.open()) {
      assertThat(store.credentialVault().link(ANN)).isPresent();
      assertThat(catchThrowable(() -> store.credentialVault().open(ANN)))
          .hasMessageContaining("does not open");
    }
  }

  @Test
  void aCredentialThatIsRelabelledDoesNotOpen() throws Exception {
    fill();
    files.sql("UPDATE sealed SET label = 'TOKEN' WHERE owner = ?", ANN.key());

    try (SqlStore store = files.open()) {
      assertThat(catchThrowable(() -> store.credentialVault().open(ANN)))
          .hasMessageContaining("does not open");
    }
  }

  @Test
  void neitherLogsNorExceptionsHoldACredentialOrAKey() throws Exception {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.addAppender(logged);
    root.setLevel(Level.TRACE);
    List<Throwable> thrown;
    try {
      thrown = useAndSpoil();
    } finally {
      root.setLevel(before);
      root.detachAppender(logged);
    }

    String written =
        thrown.stream().map(StoreSecrecyTest::stackOf).collect(Collectors.joining())
            + logged.list.stream()
                .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                .collect(Collectors.joining("\n"));
    assertThat(written)
        .as("the drivers did log, SQL included")
        .contains("INSERT INTO sealed")
        .doesNotContain(CANARY)
        .doesNotContain(keyIn(Files.readString(files.keyset())));
  }

  @Test
  void aFlightRecordingTellsNothingOfACaller() throws Exception {
    Path file = directory.resolve("flight.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(JdbiStatementEvent.NAME).withoutThreshold();
      recording.start();
      fill();
      recording.stop();
      recording.dump(file);
    }

    assertThat(RecordingFile.readAllEvents(file).toString())
        .contains("INSERT INTO sealed")
        .doesNotContain(ANN.key());
  }

  private List<Throwable> useAndSpoil() throws Exception {
    SqlStore store = files.open();
    CredentialVault vault = store.credentialVault();
    vault.store(ANN, StoreFiles.ACCOUNT, SECRET);
    vault.open(ANN);
    Throwable halfPair =
        catchThrowable(() -> vault.store(BOB, StoreFiles.ACCOUNT, token(CANARY + "\ud83d")));
    files.sql("UPDATE sealed SET owner = ? WHERE owner = ?", BOB.key(), ANN.key());
    Throwable moved = catchThrowable(() -> vault.open(BOB));
    files.sql("UPDATE sealed SET label = 'NEW' WHERE owner = ?", BOB.key());
    Throwable unknown = catchThrowable(() -> vault.link(BOB));
    files.sql("ALTER TABLE sealed RENAME TO elsewhere");
    Throwable writing = catchThrowable(() -> vault.store(ANN, StoreFiles.ACCOUNT, SECRET));
    Throwable reading = catchThrowable(() -> vault.open(ANN));
    store.close();
    Throwable closed = catchThrowable(() -> vault.store(ANN, StoreFiles.ACCOUNT, SECRET));
    return List.of(halfPair, moved, unknown, writing, reading, closed);
  }

  private void fill() {
    try (SqlStore store = files.open()) {
      store.credentialVault().store(ANN, StoreFiles.ACCOUNT, SECRET);
    }
  }

  private static Credential token(String text) {
    return new Credential.Token(Secret.of(text));
  }

  private static String keyIn(String keyset) {
    var value = Pattern.compile("\"value\":\\s*\"([^\"]+)\"").matcher(keyset);
    assertThat(value.find()).isTrue();
    return value.group(1).substring(4);
  }

  private static String stackOf(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

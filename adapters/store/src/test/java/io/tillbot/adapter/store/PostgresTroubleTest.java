package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresTroubleTest {
  private final PostgresTrouble trouble =
      new PostgresTrouble(PostgresAddress.of("jdbc:postgresql://db:5432/tillbot?sslmode=require"));

  @ParameterizedTest
  @CsvSource({
    "28P01, refuses this user or password",
    "3D000, does not exist",
    "42501, make it the owner",
    "25006, name the primary server",
    "55P03, kept busy by others",
    "57014, kept busy by others",
    "53100, its disk is full",
    "53300, has no connection left",
    "57P03, is shutting down or starting",
    "08001, cannot be reached",
    "08006, cannot be reached",
    "XX000, cannot be used (SQLSTATE XX000)",
  })
  void whatPostgresComplainsOfIsSaidInPlainWords(String state, String words) {
    var failure = new IllegalStateException(new SQLException("raw words", state));

    assertThat(trouble.explain(failure))
        .hasMessageStartingWith("The database db:5432/tillbot ")
        .hasMessageContaining(words)
        .hasMessageNotContaining("raw words")
        .hasCause(failure);
  }

  @Test
  void aPoolSaysWhatItsLastAttemptMet() {
    var failure = new SQLTransientConnectionException("raw words");
    assertThat(trouble.explain(failure)).hasMessageContaining("gave no free connection in time");

    failure.initCause(new SQLException("raw words", "28P01"));
    assertThat(trouble.explain(failure)).hasMessageContaining("refuses this user or password");
  }

  @ParameterizedTest
  @CsvSource({"40001, true", "23505, true", "08006, false", "57P01, false", "XX000, false"})
  void onlySomeFailedCommitsHaveCertainlyKeptNothing(String state, boolean isCertain) {
    assertThat(PostgresTrouble.isRolledBack(new SQLException("raw words", state)))
        .isEqualTo(isCertain);
  }

  @Test
  void aCommitThatMayHaveHappenedIsSaidToBeThat() {
    var failure = new UncertainCommitException(new SQLException("raw words", "08006"));

    assertThat(trouble.passOn(failure))
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("is not known: look before asking again");
  }
}

package io.tillbot.adapter.store;

import static io.tillbot.core.port.SampleOperations.id;
import static io.tillbot.core.port.SampleOperations.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.CredentialVault.VaultException;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.port.OperationLedgerContract;
import io.tillbot.core.port.SampleOperations;
import io.tillbot.core.port.Store;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ledger's table promises besides, on either database. */
abstract class SqlLedgerContract extends OperationLedgerContract {
  private StoreFixture fixture;
  private SqlStore store;

  abstract StoreFixture fixture() throws Exception;

  @Override
  protected final Store emptyStore() throws Exception {
    fixture = fixture();
    store = fixture.open(clock);
    return store;
  }

  @AfterEach
  final void close() {
    store.close();
  }

  @Test
  void whatIsKeptSurvivesReopening() {
    Operation operation = secretive(1);
    write(unit -> unit.operations().add(operation));

    try (SqlStore other = fixture.open(clock)) {
      assertThat(found(other)).isEqualTo(operation);
    }
  }

  @Test
  void aRowThatIsMovedToAnotherIdOwnerOrAccountDoesNotOpen() throws Exception {
    for (String column : new String[] {"id", "owner", "account"}) {
      fixture.sql("DELETE FROM operations");
      write(unit -> unit.operations().add(secretive(1)));
      String other =
          switch (column) {
            case "id" -> id(2).value();
            case "owner" -> BOB.key();
            default -> WORK.value();
          };
      fixture.sql("UPDATE operations SET " + column + " = ?", other);

      assertThatThrownBy(() -> find(column.equals("id") ? 2 : 1))
          .isInstanceOf(VaultException.class)
          .hasMessageContaining("does not open")
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void anotherRowsBodyDoesNotOpen() throws Exception {
    write(unit -> unit.operations().add(secretive(1)));
    write(unit -> unit.operations().add(secretive(2)));
    fixture.sql(
        "UPDATE operations SET body = (SELECT body FROM operations WHERE id = ?)", id(1).value());

    assertThat(find(1)).isPresent();
    assertThatThrownBy(() -> find(2)).hasMessageContaining("does not open");
  }

  @Test
  void aRowThatCannotBeReadDoesNotKeepOthersFromBeingDue() throws Exception {
    write(unit -> unit.operations().add(secretive(1).dueAt(at(1))));
    write(unit -> unit.operations().add(secretive(2).dueAt(at(2))));
    fixture.sql("UPDATE operations SET state = 'X', history = 'X@1' WHERE id = ?", id(1).value());

    assertThat(operations(ledger -> ledger.due(at(9), 10)))
        .extracting(Operation::id)
        .containsExactly(id(2));
  }

  @Test
  void theDatabaseItselfLetsOnlyOneOfAnAccountBeSent() throws Exception {
    write(unit -> unit.operations().add(proposed(1, ANN, HOME, at(0))));
    write(unit -> unit.operations().add(proposed(2, ANN, HOME, at(0))));

    assertThatThrownBy(() -> fixture.sql("UPDATE operations SET state = 'SENDING'"))
        .isInstanceOf(SQLException.class)
        .message()
        .containsIgnoringCase("unique");
  }

  private static Operation found(Store other) {
    return other.read(unit -> unit.operations().find(id(1)).orElseThrow());
  }

  private static Operation secretive(int number) {
    return SampleOperations.withSealed(
        proposed(number, ANN, HOME, at(0)), Map.of("word:reason", "canary"));
  }
}

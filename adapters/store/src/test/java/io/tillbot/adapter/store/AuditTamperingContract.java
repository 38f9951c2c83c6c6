package io.tillbot.adapter.store;

import static io.tillbot.adapter.store.SqlAuditContract.append;
import static io.tillbot.adapter.store.SqlAuditContract.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tillbot.adapter.store.AuditFinding.Kind;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.audit.ChainHead;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody who can write into the database, and has no keyset, changes the audit trail behind
 * Tillbot's back. What is then found, and what is not.
 */
abstract class AuditTamperingContract {
  private static final int ROWS = 6;
  private static final Caller ANN = Caller.local("ann");
  private static final String OTHERS =
      "at, who, platform, workspace, place, channel, act, command, options, rules, operation, whom,"
          + " outcome, took, correlation, times, previous, mac";

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-05-04T12:00:00.123Z"));
  private StoreFixture fixture;
  private SqlStore store;
  private String chain;

  abstract StoreFixture fixture() throws Exception;

  @BeforeEach
  final void writeSomeRows() throws Exception {
    fixture = fixture();
    store = fixture.open(clock);
    for (int n = 1; n <= ROWS; n++) {
      append(store, ANN, n);
    }
    chain = heads().getFirst().chain();
    assertThat(findings(store)).isEmpty();
  }

  @AfterEach
  final void close() {
    store.close();
  }

  @Test
  void everyColumnThatIsChangedInAnyRowIsFoundAndTheRowIsNamed() throws Exception {
    for (Map.Entry<String, String> column : otherValues().entrySet()) {
      for (int row : new int[] {1, 3, ROWS}) {
        try (Connection connection = fixture.connect()) {
          Object before = value(connection, column.getKey(), row);
          sql(
              "UPDATE audit SET %s = %s WHERE number = %d"
                  .formatted(column.getKey(), column.getValue(), row));

          assertThat(kinds(row))
              .as("%s of row %d", column.getKey(), row)
              .containsAnyOf(Kind.CHANGED, Kind.OUT_OF_ORDER);
          assertThat(findings(store)).as("and no other row").allMatch(one -> one.from() == row);

          try (var restoring =
              connection.prepareStatement(
                  "UPDATE audit SET %s = ? WHERE number = ?".formatted(column.getKey()))) {
            restoring.setObject(1, before);
            restoring.setInt(2, row);
            restoring.execute();
          }
        }
        assertThat(findings(store)).isEmpty();
      }
    }
  }

  @Test
  void aRowThatIsGivenAnotherNumberIsFound() throws Exception {
    sql("UPDATE audit SET number = 1000 WHERE number = 3");

    assertThat(findings(store).stream().map(AuditFinding::toString))
        .anyMatch(line -> line.contains("row 3 ") && line.contains("missing"))
        .anyMatch(
            line ->
                line.contains("row 1000 ") && line.contains("that of chain " + chain + " row 3"));
  }

  @Test
  void aRowThatIsGivenToAnotherChainIsFound() throws Exception {
    sql("UPDATE audit SET chain = 'zz' WHERE number = 3");

    assertThat(findings(store).stream().map(AuditFinding::toString))
        .anyMatch(line -> line.startsWith("chain " + chain + " row 3 ") && line.contains("missing"))
        .anyMatch(line -> line.startsWith("chain zz row 3 ") && line.contains("out of order"));
  }

  @Test
  void aChainsNameDoesNotReachTheTerminalAsItStandsInTheDatabase() throws Exception {
    try (Connection connection = fixture.connect();
        var update =
            connection.prepareStatement("UPDATE audit SET chain = ? WHERE number IN (3, 4)")) {
      update.setString(1, "z\u001b[2J\u009b1A\nThe audit trail is whole: 6 rows.\u202e");
      update.execute();
    }

    assertThat(findings(store).stream().map(AuditFinding::toString))
        .anyMatch(line -> line.startsWith("chain z[2J1A The audit trail is whole: 6 rows. row 3 "))
        .allMatch(line -> line.matches("[ -~]+"));
  }

  @Test
  void aRowThatIsTakenAwayIsFoundAtTheBeginningInTheMiddleAndAtTheEnd() throws Exception {
    sql("DELETE FROM audit WHERE number IN (1, 4, 6)");

    assertThatFindings()
        .extracting(AuditFinding::kind, AuditFinding::from, AuditFinding::to)
        .containsExactly(
            tuple(Kind.MISSING, 1L, 1L), tuple(Kind.MISSING, 4L, 4L), tuple(Kind.CUT_OFF, 6L, 6L));
  }

  @Test
  void aTailThatIsCutOffIsFoundEvenAfterTheTrailWentOn() throws Exception {
    sql("DELETE FROM audit WHERE number >= 5");
    assertThat(kinds(5)).containsExactly(Kind.CUT_OFF);

    append(store, ANN, 7);

    assertThatFindings()
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.MISSING);
              assertThat(finding.from()).isEqualTo(5);
              assertThat(finding.to()).isEqualTo(6);
            });
  }

  @Test
  void everyRowTakenAwayIsFound() throws Exception {
    sql("DELETE FROM audit");

    assertThatFindings()
        .singleElement()
        .satisfies(finding -> assertThat(finding.to()).isEqualTo(ROWS))
        .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.CUT_OFF));
  }

  @Test
  void rowsThatChangedPlacesAreFoundAndWhereTheyBelong() throws Exception {
    swap(2, 5);

    assertThatFindings()
        .extracting(AuditFinding::kind, AuditFinding::from, AuditFinding::detail)
        .containsExactly(
            tuple(Kind.OUT_OF_ORDER, 2L, belongs(5)), tuple(Kind.OUT_OF_ORDER, 5L, belongs(2)));
  }

  @Test
  void neighboursThatChangedPlacesAreFound() throws Exception {
    swap(3, 4);

    assertThatFindings()
        .extracting(AuditFinding::kind, AuditFinding::from, AuditFinding::detail)
        .containsExactly(
            tuple(Kind.OUT_OF_ORDER, 3L, belongs(4)), tuple(Kind.OUT_OF_ORDER, 4L, belongs(3)));
  }

  @Test
  void aCopyOfARowIsFound() throws Exception {
    copy(2, ROWS + 1);

    assertThatFindings()
        .extracting(AuditFinding::kind, AuditFinding::from)
        .containsExactly(tuple(Kind.OUT_OF_ORDER, ROWS + 1L), tuple(Kind.ADDED, ROWS + 1L));
  }

  @Test
  void aCopyInPlaceOfAnotherRowIsFound() throws Exception {
    sql("DELETE FROM audit WHERE number = 4");
    copy(2, 4);

    assertThatFindings()
        .singleElement()
        .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.OUT_OF_ORDER))
        .satisfies(finding -> assertThat(finding.detail()).isEqualTo(belongs(2)));
  }

  @Test
  void aForgedRowIsFoundAtTheEndAndInPlaceOfAnother() throws Exception {
    copy(2, ROWS + 1);
    sql("UPDATE audit SET who = 'p-0000000000000000' WHERE number = " + (ROWS + 1));
    assertThat(kinds(ROWS + 1)).containsExactly(Kind.CHANGED, Kind.ADDED);

    sql("DELETE FROM audit WHERE number IN (4, %d)".formatted(ROWS + 1));
    copy(2, 4);
    sql("UPDATE audit SET who = 'p-0000000000000000' WHERE number = 4");
    assertThat(kinds(4)).containsExactly(Kind.CHANGED);
  }

  @Test
  void aHeadThatIsTakenAwayIsFound() throws Exception {
    sql("DELETE FROM sealed WHERE kind = 'audit-head' AND name = '%s'".formatted(chain));

    assertThat(findings(store).stream().map(AuditFinding::kind)).containsExactly(Kind.HEAD_MISSING);
  }

  @Test
  void aHeadThatIsNoHeadIsFound() throws Exception {
    sql(
        "UPDATE sealed SET body = (SELECT body FROM sealed WHERE kind = 'audit-key')"
            + " WHERE kind = 'audit-head' AND name = '%s'".formatted(chain));

    assertThat(findings(store).stream().map(AuditFinding::kind)).containsExactly(Kind.HEAD_MISSING);
  }

  @Test
  void anOlderHeadIsFound() throws Exception {
    byte[] older = headBody();
    append(store, ANN, 7);
    putHead(older);

    assertThat(kinds(ROWS + 1)).containsExactly(Kind.ADDED);
  }

  @Test
  void aWholeChainTakenAwayWithItsHeadIsFound() throws Exception {
    sql("DELETE FROM audit");
    sql("DELETE FROM sealed WHERE kind = 'audit-head' AND name = '%s'".formatted(chain));

    assertThat(findings(store).stream().map(AuditFinding::kind)).containsExactly(Kind.HEAD_MISSING);
  }

  @Test
  void aKeyThatIsTakenAwayIsFoundAndNoneIsMadeInItsPlace() throws Exception {
    sql("DELETE FROM sealed WHERE kind = 'audit-key'");

    try (SqlStore again = fixture.open(clock)) {
      assertThat(findings(again).stream().map(AuditFinding::kind))
          .containsExactly(Kind.KEY_MISSING);
    }
  }

  @Test
  void aRowOfAnotherCopyOfTheTrailIsFound() throws Exception {
    byte[] head = headBody();
    append(store, ANN, 7);
    sql("CREATE TABLE elsewhere AS SELECT * FROM audit WHERE number > " + ROWS);
    sql("DELETE FROM audit WHERE number > " + ROWS);
    putHead(head);
    // From the same head the trail goes on otherwise, and the row of the first way is put back.
    append(store, ANN, 70);
    append(store, ANN, 80);
    sql("DELETE FROM audit WHERE number = " + (ROWS + 1));
    sql("INSERT INTO audit SELECT * FROM elsewhere");

    assertThat(kinds(ROWS + 2)).containsExactly(Kind.OTHER_COPY);
  }

  /** What verifying alone cannot find, and what finds it. */
  @Test
  void anOlderCopyOfTheWholeTrailIsFoundByANotedHeadAlone() throws Exception {
    byte[] older = headBody();
    append(store, ANN, 7);
    ChainHead noted = head();
    assertThat(findings(store, noted)).isEmpty();
    sql("DELETE FROM audit WHERE number > " + ROWS);
    putHead(older);

    assertThat(findings(store)).as("it is whole, as it was then").isEmpty();
    assertThat(findings(store, noted).stream().map(AuditFinding::kind))
        .containsExactly(Kind.NOTED_HEAD_DIFFERS);
  }

  @Test
  void aNotedHeadGoesOnBeingRightWhileTheTrailGrows() {
    ChainHead noted = head();
    append(store, ANN, 7);
    ChainHead later = head();

    assertThat(findings(store, noted, later)).isEmpty();
    assertThat(findings(store, new ChainHead(chain, noted.count(), "ab".repeat(AuditMac.LENGTH))))
        .hasSize(1);
    assertThat(findings(store, new ChainHead("q", 0, "0".repeat(2 * AuditMac.LENGTH))))
        .as("a chain that is none, without rows")
        .isEmpty();
  }

  /** What cannot be found: whoever has the keyset as well writes what Tillbot would. */
  @Test
  void whoeverHasTheKeysetCanCutTheTrailUnseenUnlessAHeadWasNoted() throws Exception {
    ChainHead noted = head();
    Sealer stolen =
        new KeysetGuard(store.database(), new KeysetFile(fixture.keyset()), clock).sealer();
    AuditSeal seal = new AuditSeal(stolen, clock, new SecureRandom());
    store
        .database()
        .write(
            handle -> {
              handle.execute("DELETE FROM audit WHERE number = 6");
              AuditMac mac =
                  new AuditRows(handle).mac(new AuditRow.AuditKey(chain, 5)).orElseThrow();
              seal.put(handle, new AuditHead(chain, 5, mac));
              return true;
            });

    assertThat(findings(store)).isEmpty();
    assertThat(findings(store, noted)).hasSize(1);
  }

  @Test
  void aFindingNamesChainRowTimeAndWhatItIs() throws Exception {
    sql("UPDATE audit SET outcome = 'refused' WHERE number = 3");

    assertThat(findings(store))
        .singleElement()
        .hasToString(
            "chain %s row 3 (2026-05-04T12:00:03.123Z): changed: it is not what was written there"
                .formatted(chain));
  }

  private ListAssert<AuditFinding> assertThatFindings() {
    return assertThat(findings(store));
  }

  private List<Kind> kinds(long row) {
    return findings(store).stream()
        .filter(finding -> finding.from() <= row && row <= finding.to())
        .map(AuditFinding::kind)
        .toList();
  }

  private String belongs(int row) {
    return "that of chain %s row %d".formatted(chain, row);
  }

  private void swap(int one, int other) throws SQLException {
    sql("UPDATE audit SET number = -1 WHERE number = " + one);
    sql("UPDATE audit SET number = %d WHERE number = %d".formatted(one, other));
    sql("UPDATE audit SET number = %d WHERE number = -1".formatted(other));
  }

  private void copy(int from, int to) throws SQLException {
    sql(
        "INSERT INTO audit (chain, number, %s) SELECT chain, %d, %s FROM audit WHERE number = %d"
            .formatted(OTHERS, to, OTHERS, from));
  }

  private void sql(String statement) throws SQLException {
    fixture.sql(statement);
  }

  private List<ChainHead> heads() {
    return store.read(unit -> unit.audit().heads()).stream()
        .filter(head -> head.count() > 0)
        .toList();
  }

  private ChainHead head() {
    return heads().getFirst();
  }

  private byte[] headBody() throws SQLException {
    try (Connection connection = fixture.connect();
        var query =
            connection.prepareStatement(
                "SELECT body FROM sealed WHERE kind = 'audit-head' AND name = ?")) {
      query.setString(1, chain);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  private void putHead(byte[] body) throws SQLException {
    try (Connection connection = fixture.connect();
        var update =
            connection.prepareStatement(
                "UPDATE sealed SET body = ? WHERE kind = 'audit-head' AND name = ?")) {
      update.setBytes(1, body);
      update.setString(2, chain);
      update.execute();
    }
  }

  private static Object value(Connection connection, String column, int row) throws SQLException {
    try (var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "SELECT %s FROM audit WHERE number = %d".formatted(column, row))) {
      found.next();
      return found.getObject(1);
    }
  }

  /** Another value for every column that the table has, but for those that say where a row is. */
  private Map<String, String> otherValues() throws SQLException {
    Map<String, String> values = new TreeMap<>();
    List<String> places = new ArrayList<>();
    try (Connection connection = fixture.connect();
        var columns = connection.getMetaData().getColumns(null, null, "audit", null)) {
      while (columns.next()) {
        String name = columns.getString("COLUMN_NAME");
        switch (name) {
          case "chain", "number" -> places.add(name);
          case "at", "took", "times" -> values.put(name, name + " + 1");
          case "previous", "mac" -> values.put(name, "(SELECT body FROM sealed LIMIT 1)");
          default -> values.put(name, "coalesce(" + name + ", '') || 'x'");
        }
      }
    }
    assertThat(places).hasSize(2);
    assertThat(values).as("every column").hasSize(OTHERS.split(",").length);
    return values;
  }
}

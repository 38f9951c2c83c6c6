package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.AuditPage;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.ChainHead;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.audit.Where;
import io.tillbot.core.port.AuditLogContract;
import io.tillbot.core.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the audit's table promises besides, on either database. */
abstract class SqlAuditContract extends AuditLogContract {
  private static final Caller CAROL = new Caller(Platform.SLACK, "T0WORKSPACE", "U0CAROL");

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
  void theTableNamesNobody() throws Exception {
    append(CAROL, 1);

    assertThat(fixture.texts("audit").stream().filter(text -> text.contains("CAROL"))).isEmpty();
    assertThat(fixture.texts("audit")).as("while it does hold the rest").contains("T0WORKSPACE");
  }

  @Test
  void thePseudonymGoesWithTheLastAccountAndNotBefore() {
    CredentialVault vault = store.credentialVault();
    vault.store(CAROL, HOME, token());
    vault.store(CAROL, WORK, token());
    Pseudonym before = append(CAROL, 1);

    vault.erase(CAROL, WORK);
    assertThat(pseudonym(CAROL)).contains(before);
    vault.erase(CAROL, HOME);
    assertThat(pseudonym(CAROL)).isEmpty();

    assertThat(behind(before)).as("nobody knows any more").isEmpty();
    assertThat(append(CAROL, 2)).as("another one from now on").isNotEqualTo(before);
    assertThat(findings(store)).isEmpty();
  }

  @Test
  void othersKeepTheirPseudonyms() {
    CredentialVault vault = store.credentialVault();
    vault.store(CAROL, HOME, token());
    Pseudonym ann = append(ANN, 1);
    vault.erase(CAROL, HOME);
    vault.erase(BOB, new AccountName("9@nowhere"));

    assertThat(pseudonym(ANN)).contains(ann);
  }

  @Test
  void aPseudonymThatIsMovedToSomebodyElseIsNotTheirs() throws Exception {
    Pseudonym ann = append(ANN, 1);
    fixture.sql(
        "UPDATE sealed SET owner = ? WHERE kind = 'pseudonym' AND owner = ?", BOB.key(), ANN.key());

    assertThat(behind(ann)).isEmpty();
    assertThat(pseudonym(BOB)).isEmpty();
    assertThat(append(BOB, 2)).isNotEqualTo(ann);
  }

  @Test
  void whosePseudonymIsDamagedGetsAnotherAndGoesOn() throws Exception {
    Pseudonym before = append(ANN, 1);
    fixture.sql(
        "UPDATE sealed SET body = (SELECT body FROM sealed WHERE kind = 'audit-key')"
            + " WHERE kind = 'pseudonym' AND owner = ?",
        ANN.key());
    assertThat(pseudonym(ANN)).as("as if there were none").isEmpty();

    Pseudonym after = store.write(unit -> unit.audit().named(ANN));

    assertThat(after).isNotEqualTo(before);
    assertThat(pseudonym(ANN)).contains(after);
    assertThat(append(ANN, 2)).isEqualTo(after);
    assertThat(behind(after)).containsExactly(ANN);
    assertThat(findings(store)).isEmpty();
  }

  @Test
  void allRowsAreGivenInTheOrderOfTimeWhileOthersGoOnWriting() {
    for (int n : List.of(3, 1, 2)) {
      append(ANN, n);
    }
    List<Instant> times = new ArrayList<>();

    long count =
        store
            .auditTrail()
            .each(
                AuditFilter.everything(),
                record -> {
                  append(ANN, 50);
                  times.add(record.entry().at());
                },
                _ -> {});

    assertThat(times).containsExactly(at(1), at(2), at(3));
    assertThat(count).isEqualTo(3);
    assertThat(fixture.rows("audit")).isEqualTo(6);
    assertThat(given(AuditFilter.between(Optional.of(at(2)), Optional.of(at(3)))))
        .extracting(record -> record.entry().at())
        .containsExactly(at(2));
  }

  @Test
  void aRowThatCannotBeReadIsPassedOverAndNamed() throws Exception {
    for (int n : List.of(1, 2, 3)) {
      append(ANN, n);
    }
    String chain = given(AuditFilter.everything()).getFirst().chain();
    fixture.sql("UPDATE audit SET act = 'conjure' WHERE number = 2");

    AuditPage newest = store.read(unit -> unit.audit().newest(AuditFilter.everything(), 10));
    assertThat(newest.records()).extracting(AuditRecord::number).containsExactly(3L, 1L);
    assertThat(newest.unreadable()).isOne();

    List<AuditRecord> given = new ArrayList<>();
    List<AuditFinding> passed = new ArrayList<>();
    long count = store.auditTrail().each(AuditFilter.everything(), given::add, passed::add);
    assertThat(given).extracting(AuditRecord::number).containsExactly(1L, 3L);
    assertThat(count).isEqualTo(2);
    assertThat(passed)
        .singleElement()
        .hasToString(
            "chain %s row 2 (%s): not readable: it holds what is unknown here"
                .formatted(chain, at(2)));
  }

  @Test
  void severalProcessesAddToTheTrailAndItIsWhole() throws Exception {
    try (SqlStore second = fixture.open(clock);
        SqlStore third = fixture.open(clock)) {
      for (int n = 0; n < 5; n++) {
        append(store, ANN, n);
        append(second, BOB, n);
        append(third, ANN, n);
      }

      assertThat(fixture.rows("audit")).isEqualTo(15);
      assertThat(findings(second)).isEmpty();
      assertThat(rows(second.auditTrail().verify(List.of(), _ -> {}))).isEqualTo(15);
    }
  }

  @Test
  void whenTheKeysAreChangedTheTrailStaysWholeAndGoesOn() {
    append(ANN, 1);
    SqlStore.rotateKeys(
        fixture.options(clock),
        rotation -> {
          rotation.add();
          return true;
        });
    SqlStore.rotateKeys(fixture.options(clock), KeyRotation::promote);
    append(ANN, 2);
    SqlStore.rotateKeys(fixture.options(clock), KeyRotation::retire);
    append(ANN, 3);

    assertThat(findings(store)).isEmpty();
    assertThat(fixture.rows("audit")).isEqualTo(3);
  }

  @Test
  void withoutItsHeadNothingIsAddedToAChain() throws Exception {
    append(ANN, 1);
    fixture.sql("DELETE FROM sealed WHERE kind = 'audit-head'");

    assertThatThrownBy(() -> append(ANN, 2))
        .isInstanceOf(CredentialVault.VaultException.class)
        .hasMessageContaining("audit verify");
    try (SqlStore again = fixture.open(clock)) {
      assertThat(findings(again)).as("it opens, and makes no new heads").isNotEmpty();
    }
  }

  private static long rows(List<ChainHead> heads) {
    return heads.stream().mapToLong(ChainHead::count).sum();
  }

  private List<AuditRecord> given(AuditFilter filter) {
    List<AuditRecord> given = new ArrayList<>();
    store.auditTrail().each(filter, given::add, _ -> {});
    return given;
  }

  static List<AuditFinding> findings(SqlStore store, ChainHead... noted) {
    List<AuditFinding> findings = new ArrayList<>();
    store.auditTrail().verify(List.of(noted), findings::add);
    return findings;
  }

  private Pseudonym append(Caller caller, int second) {
    return append(store, caller, second);
  }

  static Pseudonym append(SqlStore store, Caller caller, int second) {
    return store.write(
        unit -> {
          unit.audit().append(entry(caller, second));
          return unit.audit().pseudonym(caller).orElseThrow();
        });
  }

  private static AuditEntry entry(Caller caller, int second) {
    return new AuditEntry(
        at(second),
        new Actor.Person(caller),
        Where.around(caller),
        AuditEntry.What.of(Act.COMMAND, "pay"),
        new AuditEntry.End("answered", Duration.ofMillis(3), Optional.of("c-" + second + "xx"), 1));
  }

  private Optional<Pseudonym> pseudonym(Caller caller) {
    return store.read(unit -> unit.audit().pseudonym(caller));
  }

  private List<Caller> behind(Pseudonym pseudonym) {
    return List.copyOf(store.read(unit -> unit.audit().behind(List.of(pseudonym))).values());
  }

  private static Credential token() {
    return new Credential.Token(Secret.of("fake-token-of-carol"));
  }
}

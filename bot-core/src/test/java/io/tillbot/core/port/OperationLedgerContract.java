package io.tillbot.core.port;

import static io.tillbot.core.port.SampleOperations.id;
import static io.tillbot.core.port.SampleOperations.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What all {@link OperationLedger}s promise. */
public abstract class OperationLedgerContract extends StoreContract {
  private static final int MANY = 16;
  private static final int ALL = 1000;

  @Test
  void whatIsAddedIsFoundWhole() {
    Operation operation =
        SampleOperations.about(
                proposed(1, new Caller(Platform.DISCORD, null, "80351110224"), HOME, at(0)),
                Set.of(
                    new Target(Target.Kind.INVOICE, "101"),
                    new Target(Target.Kind.SERVER, "42"),
                    Target.client()),
                Commitment.of(Money.of("123456789012345678.905", "EUR")))
            .dueAt(at(60));
    add(operation);

    assertThat(found(1)).isEqualTo(operation);
    assertThat(find(2)).isEmpty();
  }

  @Test
  void everyCommitmentAndNoTargetComeBack() {
    List<Commitment> commitments =
        List.of(Commitment.nothing(), Commitment.open(), Commitment.of(Money.of("0.10", "USD")));
    for (int n = 0; n < commitments.size(); n++) {
      Operation operation =
          SampleOperations.about(proposed(n, ANN, HOME, at(n)), Set.of(), commitments.get(n));
      add(operation);

      assertThat(found(n)).isEqualTo(operation);
    }
  }

  @Test
  void oddTextsThatAreSealedComeBack() {
    Map<String, String> sealed = new HashMap<>();
    for (int n = 0; n < ODD_TEXTS.size(); n++) {
      sealed.put("value" + n, ODD_TEXTS.get(n));
      sealed.put("name" + ODD_TEXTS.get(n), "x");
    }
    Operation operation = SampleOperations.withSealed(proposed(1, ANN, HOME, at(0)), sealed);
    add(operation);

    assertThat(found(1)).isEqualTo(operation);
  }

  @Test
  void anIdIsAddedOnce() {
    add(proposed(1, ANN, HOME, at(0)));

    assertThatThrownBy(() -> add(proposed(1, BOB, WORK, at(1))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(found(1).owner()).isEqualTo(ANN);
  }

  @Test
  void whatIsSavedIsOneVersionFurther() {
    Operation operation = proposed(1, ANN, HOME, at(0)).dueAt(at(60));
    add(operation);
    Operation changed = operation.to(State.CONFIRMED, at(1)).leasedTo("process-1", at(31));

    assertThat(save(changed)).isTrue();

    assertThat(found(1)).isEqualTo(changed.atVersion(1));
    Operation looked = found(1).to(State.SENDING, at(2)).to(State.UNKNOWN, at(3));
    assertThat(save(looked.lookedAt(Optional.of(at(90))))).isTrue();
    assertThat(found(1).version()).isEqualTo(2);
    assertThat(found(1).tries()).isEqualTo(1);
    assertThat(found(1).holder()).isEmpty();
    assertThat(found(1).due()).contains(at(90));
  }

  @Test
  void anEndDropsWhatIsPrivate() {
    confirmed(1, ANN, at(0));
    save(found(1).to(State.SENDING, at(1)));
    save(found(1).to(State.SUCCEEDED, at(2)));

    assertThat(found(1).sealed()).isEmpty();
    assertThat(found(1).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whatWasMadeFromAnotherVersionIsNotSaved() {
    Operation operation = proposed(1, ANN, HOME, at(0));
    add(operation);
    save(operation.to(State.CONFIRMED, at(1)));

    assertThat(save(operation.to(State.WITHDRAWN, at(2)))).isFalse();
    assertThat(save(operation.atVersion(7).to(State.WITHDRAWN, at(2)))).isFalse();
    assertThat(save(proposed(2, ANN, HOME, at(0)))).as("never added").isFalse();

    assertThat(found(1).state()).isEqualTo(State.CONFIRMED);
    assertThat(found(1).version()).isEqualTo(1);
  }

  @Test
  void twoOfOneAccountAreNeverSentTogether() {
    confirmed(1, ANN, at(0));
    confirmed(2, BOB, at(1));
    assertThat(save(found(1).to(State.SENDING, at(2)))).isTrue();

    assertThat(save(found(2).to(State.SENDING, at(3)))).isFalse();
    assertThat(found(2).state()).isEqualTo(State.CONFIRMED);
    assertThat(save(found(1).leasedTo("process-2", at(40)))).as("its own lease").isTrue();
    assertThat(save(found(1).to(State.UNKNOWN, at(4)))).isTrue();
    assertThat(save(found(2).to(State.SENDING, at(5)))).isTrue();
  }

  @Test
  void whatIsRefusedSoLeavesItsUnitOfWorkUsable() {
    confirmed(1, ANN, at(0));
    confirmed(2, ANN, at(1));
    save(found(1).to(State.SENDING, at(2)));

    write(
        unit -> {
          OperationLedger ledger = unit.operations();
          Operation second = ledger.find(id(2)).orElseThrow();
          assertThat(ledger.save(second.to(State.SENDING, at(3)))).isFalse();
          assertThat(ledger.save(second.dueAt(at(9)))).isTrue();
        });

    assertThat(found(2).due()).contains(at(9));
  }

  @Test
  void oneClientIsOneHoweverMuchOfTheAccountsNameIsKnown() {
    AccountName inFull = new AccountName("1001@whmcs_eu");
    AccountName inShort = new AccountName("1001");
    add(proposed(1, ANN, inFull, at(0)));
    add(proposed(2, ANN, inShort, at(0)));
    save(found(1).to(State.CONFIRMED, at(1)));
    save(found(2).to(State.CONFIRMED, at(1)));
    save(found(1).to(State.SENDING, at(2)));

    assertThat(save(found(2).to(State.SENDING, at(2)))).as("one at a time").isFalse();
    assertThat(operations(ledger -> ledger.open(inShort))).hasSize(1);
    assertThat(operations(ledger -> ledger.sentSince(inShort, at(0)))).hasSize(1);
  }

  @Test
  void otherAccountsAreSentMeanwhile() {
    confirmed(1, ANN, at(0));
    add(proposed(2, ANN, WORK, at(0)));
    save(found(2).to(State.CONFIRMED, at(1)));

    assertThat(save(found(1).to(State.SENDING, at(2)))).isTrue();
    assertThat(save(found(2).to(State.SENDING, at(2)))).isTrue();
  }

  @Test
  void openOnesAreThoseBeingSentOrUnknownOldestFirst() {
    for (int n = 3; n > 0; n--) {
      confirmed(n, n == 2 ? BOB : ANN, at(n));
      save(found(n).to(State.SENDING, at(n + 10)));
      if (n > 1) {
        save(found(n).to(State.UNKNOWN, at(n + 20)));
      }
    }
    add(proposed(4, ANN, HOME, at(0)));
    add(proposed(5, ANN, WORK, at(0)));

    assertThat(ids(ledger -> ledger.open(HOME))).containsExactly(id(1), id(2), id(3));
    assertThat(ids(ledger -> ledger.open(WORK))).isEmpty();
    save(found(2).to(State.SETTLED_DONE, at(50)));
    assertThat(ids(ledger -> ledger.open(HOME))).containsExactly(id(1), id(3));
  }

  @Test
  void theSentOnesAreThoseThatCameToItThenOrLater() {
    confirmed(1, ANN, at(0));
    save(found(1).to(State.SENDING, at(10)));
    save(found(1).to(State.SUCCEEDED, at(99)));
    confirmed(2, BOB, at(1));
    save(found(2).to(State.SENDING, at(20)));
    confirmed(3, ANN, at(2));

    assertThat(ids(ledger -> ledger.sentSince(HOME, at(10))))
        .containsExactlyInAnyOrder(id(1), id(2));
    assertThat(ids(ledger -> ledger.sentSince(HOME, at(10).plusNanos(1)))).containsExactly(id(2));
    assertThat(ids(ledger -> ledger.sentSince(HOME, at(21)))).isEmpty();
    assertThat(ids(ledger -> ledger.sentSince(WORK, at(0)))).isEmpty();
  }

  @Test
  void theConfirmedOnesAreThoseThatCameToItThenOrLaterWhateverBecameOfThem() {
    add(proposed(1, ANN, HOME, at(0)));
    save(found(1).to(State.CONFIRMED, at(10)));
    save(found(1).to(State.STALE, at(30)));
    add(proposed(2, ANN, WORK, at(0)));
    save(found(2).to(State.CONFIRMED, at(20)));
    add(proposed(3, ANN, HOME, at(0)));
    add(proposed(4, BOB, HOME, at(0)));
    save(found(4).to(State.CONFIRMED, at(20)));

    assertThat(ids(ledger -> ledger.confirmedSince(ANN, at(10))))
        .containsExactlyInAnyOrder(id(1), id(2));
    assertThat(ids(ledger -> ledger.confirmedSince(ANN, at(10).plusNanos(1))))
        .containsExactly(id(2));
    assertThat(ids(ledger -> ledger.confirmedSince(ANN, at(21)))).isEmpty();
  }

  @Test
  void theLongestDueComesFirst() {
    for (int n = 1; n <= 4; n++) {
      add(proposed(n, ANN, HOME, at(0)).dueAt(at(100 - n)));
    }
    add(proposed(5, ANN, HOME, at(0)));

    assertThat(ids(ledger -> ledger.due(at(98), ALL))).containsExactly(id(4), id(3), id(2));
    assertThat(ids(ledger -> ledger.due(at(98), 2))).containsExactly(id(4), id(3));
    assertThat(ids(ledger -> ledger.due(at(96).minusNanos(1), ALL))).isEmpty();
    save(found(4).to(State.EXPIRED, at(98)));
    assertThat(ids(ledger -> ledger.due(at(98), ALL))).containsExactly(id(3), id(2));
  }

  @Test
  void theNewestAreTheirOwnersInThoseStates() {
    for (int n = 1; n <= 5; n++) {
      add(proposed(n, n == 3 ? BOB : ANN, HOME, at(10 - n)));
    }
    save(found(2).to(State.WITHDRAWN, at(50)));
    Set<State> every = EnumSet.allOf(State.class);

    assertThat(ids(ledger -> ledger.newest(ANN, every, ALL)))
        .containsExactly(id(1), id(2), id(4), id(5));
    assertThat(ids(ledger -> ledger.newest(ANN, every, 2))).containsExactly(id(1), id(2));
    assertThat(ids(ledger -> ledger.newest(ANN, Set.of(State.PROPOSED), ALL)))
        .containsExactly(id(1), id(4), id(5));
    assertThat(ids(ledger -> ledger.newest(BOB, every, ALL))).containsExactly(id(3));
    assertThat(ids(ledger -> ledger.newest(every, 3))).containsExactly(id(1), id(2), id(3));
    assertThat(ids(ledger -> ledger.newest(Set.of(State.WITHDRAWN), ALL))).containsExactly(id(2));
    assertThat(ids(ledger -> ledger.newest(Set.of(), ALL))).isEmpty();
  }

  @Test
  void onlyWhatNobodyConfirmedIsForgottenOnceItEnded() {
    add(proposed(1, ANN, HOME, at(0)).dueAt(at(5)));
    for (int n = 2; n <= 4; n++) {
      add(proposed(n, ANN, HOME, at(0)));
      save(found(n).to(n == 3 ? State.WITHDRAWN : State.EXPIRED, at(n)));
    }
    confirmed(5, ANN, at(0));
    save(found(5).to(State.EXPIRED, at(2)));

    assertThat(forget(at(2), ALL)).isZero();
    assertThat(forget(at(4), 1)).isEqualTo(1);
    assertThat(find(2)).as("the oldest").isEmpty();
    assertThat(forget(at(4), ALL)).isEqualTo(1);
    assertThat(forget(at(4).plusNanos(1), ALL)).isEqualTo(1);
    assertThat(forget(at(999), ALL)).isZero();
    assertThat(ids(ledger -> ledger.newest(EnumSet.allOf(State.class), ALL)))
        .containsExactlyInAnyOrder(id(1), id(5));
  }

  @Test
  void ofManyWhoTakeTheSameStepOneDoes() throws Exception {
    confirmed(1, ANN, at(0));
    Callable<Boolean> take =
        () ->
            store()
                .write(
                    unit -> {
                      Operation operation = unit.operations().find(id(1)).orElseThrow();
                      return operation.state() == State.CONFIRMED
                          && unit.operations().save(operation.to(State.SENDING, at(1)));
                    });

    assertThat(together(Collections.nCopies(MANY, take))).containsOnlyOnce(true);
    assertThat(found(1).version()).isEqualTo(2);
  }

  @Test
  void ofManyOfOneAccountOneIsSent() throws Exception {
    List<Callable<Boolean>> senders = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      confirmed(n, ANN, at(n));
      Operation sending = found(n).to(State.SENDING, at(99));
      senders.add(() -> save(sending));
    }

    assertThat(together(senders)).containsOnlyOnce(true);
    assertThat(ids(ledger -> ledger.open(HOME))).hasSize(1);
  }

  @Test
  void timesAreKeptToTheMillisecond() {
    Instant odd = Instant.parse("2026-05-04T12:00:00.987654321Z");
    add(proposed(1, ANN, HOME, odd).dueAt(odd.plus(Duration.ofDays(400))));

    assertThat(found(1).since()).isEqualTo(Instant.parse("2026-05-04T12:00:00.987Z"));
    assertThat(found(1).due()).contains(Instant.parse("2027-06-08T12:00:00.987Z"));
  }

  private void add(Operation operation) {
    write(unit -> unit.operations().add(operation));
  }

  private boolean save(Operation operation) {
    return store().write(unit -> unit.operations().save(operation));
  }

  private void confirmed(int number, Caller owner, Instant at) {
    add(proposed(number, owner, HOME, at));
    save(found(number).to(State.CONFIRMED, at));
  }

  private Operation found(int number) {
    return find(number).orElseThrow();
  }

  private int forget(Instant before, int most) {
    return store().write(unit -> unit.operations().forgetUnconfirmed(before, most));
  }

  private List<OperationId> ids(Function<OperationLedger, List<Operation>> query) {
    return operations(query).stream().map(Operation::id).toList();
  }
}

package io.tillbot.core.port;

import static io.tillbot.core.port.SampleOperations.id;
import static io.tillbot.core.port.SampleOperations.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What all {@link Store}s promise of units of work. */
public abstract class UnitOfWorkContract extends StoreContract {
  private static final int MANY = 16;
  private static final int ALL = 1000;

  @Test
  void whatIsDoneTogetherIsThereTogether() {
    TicketId ticket =
        store()
            .write(
                unit -> {
                  unit.operations().add(proposed(1, ANN, HOME, at(0)));
                  unit.deliveries().claim(delivery(), at(0));
                  return unit.tickets().keep(ticket());
                });

    assertThat(find(1)).isPresent();
    assertThat(expired(at(99), ALL)).containsExactly(delivery());
    assertThat(look(ticket, ANN)).isEqualTo(new Found.Good(ticket()));
  }

  @Test
  void aUnitThatThrowsLeavesNothing() {
    TicketId kept = store().write(unit -> unit.tickets().keep(ticket()));
    write(unit -> unit.operations().add(proposed(1, ANN, HOME, at(0))));
    List<TicketId> lost = new ArrayList<>();
    Ungood reason = new Ungood();

    assertThatThrownBy(
            () ->
                write(
                    unit -> {
                      unit.tickets().take(kept, ANN, Purpose.CONFIRMATION);
                      lost.add(unit.tickets().keep(ticket()));
                      unit.operations().save(confirmed(unit));
                      unit.operations().add(proposed(2, ANN, HOME, at(0)));
                      unit.deliveries().claim(delivery(), at(0));
                      throw reason;
                    }))
        .isSameAs(reason);

    assertThat(look(kept, ANN)).isInstanceOf(Found.Good.class);
    assertThat(look(lost.getFirst(), ANN)).isEqualTo(new Found.Gone());
    assertThat(find(1).orElseThrow().state()).isEqualTo(State.PROPOSED);
    assertThat(find(2)).isEmpty();
    assertThat(expired(at(99), ALL)).isEmpty();
  }

  @Test
  void aUnitSeesWhatItHasDone() {
    write(
        unit -> {
          unit.operations().add(proposed(1, ANN, HOME, at(0)));
          unit.operations().save(confirmed(unit));
          assertThat(unit.operations().find(id(1)).orElseThrow().state())
              .isEqualTo(State.CONFIRMED);
        });
  }

  @Test
  void ofUnitsAmongOthersThatThrowTheOthersAreKept() throws Exception {
    List<Callable<Boolean>> units = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      int number = n;
      units.add(() -> addsOrThrows(number));
    }

    assertThat(together(units)).filteredOn(isKept -> isKept).hasSize(MANY / 2);

    assertThat(operations(ledger -> ledger.newest(EnumSet.allOf(State.class), ALL)))
        .hasSize(MANY / 2)
        .allMatch(operation -> operation.id().value().matches(".*[02468]"));
  }

  @Test
  void whoExcludesTheSameReadsWhatTheOneBeforeHasDone() throws Exception {
    List<Callable<Boolean>> units = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      int number = n;
      units.add(() -> addsWithinALimitOfThree(number));
    }

    assertThat(together(units)).filteredOn(isAdded -> isAdded).hasSize(3);

    assertThat(operations(ledger -> ledger.newest(ANN, EnumSet.allOf(State.class), ALL)))
        .hasSize(3);
  }

  @Test
  void excludingTwiceAndOtherSubjectsHarmsNobody() {
    write(
        unit -> {
          unit.exclude(HOME.value());
          unit.exclude(HOME.value());
          unit.exclude("кот \ud83d\udc31");
        });
  }

  @Test
  void ofManyWhoPressOneConfirmsAndNoTicketIsLost() throws Exception {
    write(unit -> unit.operations().add(proposed(1, ANN, HOME, at(0))));
    TicketId ticket = store().write(unit -> unit.tickets().keep(ticket()));
    List<Callable<Boolean>> presses = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      presses.add(
          () ->
              store()
                  .write(
                      unit ->
                          unit.tickets().take(ticket, ANN, Purpose.CONFIRMATION)
                                  instanceof Found.Good
                              && unit.operations().save(confirmed(unit))));
    }

    assertThat(together(presses)).containsOnlyOnce(true);
    assertThat(find(1).orElseThrow().version()).isEqualTo(1);
  }

  private boolean addsOrThrows(int number) {
    try {
      write(
          unit -> {
            unit.operations().add(proposed(number, ANN, HOME, at(number)));
            if (number % 2 == 1) {
              throw new Ungood();
            }
          });
      return true;
    } catch (Ungood expected) {
      return false;
    }
  }

  private boolean addsWithinALimitOfThree(int number) {
    return store()
        .write(
            unit -> {
              unit.exclude(ANN.key());
              int before = unit.operations().newest(ANN, EnumSet.allOf(State.class), ALL).size();
              if (before >= 3) {
                return false;
              }
              unit.operations().add(proposed(number, ANN, HOME, at(number)));
              return true;
            });
  }

  private static Operation confirmed(UnitOfWork unit) {
    return unit.operations().find(id(1)).orElseThrow().to(State.CONFIRMED, at(1));
  }

  private static Ticket ticket() {
    return new Ticket(ANN, Purpose.CONFIRMATION, Map.of("operation", "1"), at(600));
  }

  private static Delivery delivery() {
    return new Delivery("slack/Ev1", 1, expiry(), Optional.empty(), Map.of("line", "/credit"));
  }

  private static Instant expiry() {
    return at(30);
  }

  /** Of this test's own. */
  private static final class Ungood extends RuntimeException {}
}

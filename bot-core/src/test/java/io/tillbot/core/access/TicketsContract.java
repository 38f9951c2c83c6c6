package io.tillbot.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.Tickets.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link Tickets} promise; each implementation runs it. */
public abstract class TicketsContract {
  protected static final Caller ANN = Caller.local("ann");
  protected static final Caller BOB = Caller.local("bob");
  protected static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");
  protected static final Duration LIFE = Duration.ofMinutes(10);
  private static final int TAKERS = 24;

  protected final SteppedClock clock = new SteppedClock(NOON);
  private Tickets tickets;

  /** Tickets of which none is kept yet. */
  protected abstract Tickets noTickets() throws Exception;

  @BeforeEach
  final void start() throws Exception {
    tickets = noTickets();
  }

  @Test
  void whatIsKeptIsFoundWhole() {
    Ticket ticket =
        new Ticket(
            new Caller(Platform.DISCORD, null, "80351110224"),
            Purpose.STEP,
            Map.of(
                "line",
                "/invoice 123",
                "empty",
                "",
                "odd",
                "кот \ud83d\udc31 \ud83d \0\n",
                "",
                "x"),
            NOON.plus(LIFE));
    TicketId id = tickets.keep(ticket);

    assertThat(tickets.look(id, ticket.owner())).isEqualTo(new Found.Good(ticket));
    assertThat(tickets.take(id, ticket.owner(), Purpose.STEP)).isEqualTo(new Found.Good(ticket));
  }

  @Test
  void itsFactsMayBeNoneOrLong() {
    for (Map<String, String> facts : List.of(Map.<String, String>of(), longOnes())) {
      Ticket ticket = new Ticket(ANN, Purpose.CONFIRMATION, facts, NOON.plus(LIFE));

      assertThat(tickets.look(tickets.keep(ticket), ANN)).isEqualTo(new Found.Good(ticket));
    }
  }

  @Test
  void lookingDoesNotUseItUp() {
    TicketId id = tickets.keep(ticket(ANN));

    tickets.look(id, ANN);
    tickets.look(id, ANN);

    assertThat(tickets.look(id, ANN)).isInstanceOf(Found.Good.class);
    assertThat(tickets.take(id, ANN, Purpose.CONFIRMATION)).isInstanceOf(Found.Good.class);
  }

  @Test
  void takingUsesItUp() {
    TicketId id = tickets.keep(ticket(ANN));
    tickets.take(id, ANN, Purpose.CONFIRMATION);

    assertThat(tickets.take(id, ANN, Purpose.CONFIRMATION)).isEqualTo(new Found.Gone());
    assertThat(tickets.look(id, ANN)).isEqualTo(new Found.Gone());
    assertThat(tickets.look(id, BOB)).isEqualTo(new Found.Gone());
  }

  @Test
  void ofManyWhoTakeItTogetherOneGetsIt() throws Exception {
    TicketId id = tickets.keep(ticket(ANN));

    List<Found> found =
        together(Collections.nCopies(TAKERS, () -> tickets.take(id, ANN, Purpose.CONFIRMATION)));

    assertThat(found).filteredOn(Found.Good.class::isInstance).hasSize(1);
    assertThat(found).filteredOn(Found.Gone.class::isInstance).hasSize(TAKERS - 1);
  }

  @Test
  void somebodyElsesIsForeignAndStays() {
    TicketId id = tickets.keep(ticket(ANN));

    assertThat(tickets.look(id, BOB)).isEqualTo(new Found.Foreign());
    assertThat(tickets.take(id, BOB, Purpose.CONFIRMATION)).isEqualTo(new Found.Foreign());
    assertThat(tickets.take(id, ANN, Purpose.CONFIRMATION)).isInstanceOf(Found.Good.class);
  }

  @Test
  void theSameUserNameElsewhereIsSomebodyElse() {
    TicketId id = tickets.keep(ticket(new Caller(Platform.SLACK, "T1", "U1")));

    for (Caller other :
        List.of(
            new Caller(Platform.SLACK, "T2", "U1"),
            new Caller(Platform.DISCORD, null, "U1"),
            Caller.local("U1"))) {
      assertThat(tickets.take(id, other, Purpose.CONFIRMATION)).isEqualTo(new Found.Foreign());
    }
  }

  @Test
  void whatIsForSomethingElseIsGoneAndStays() {
    TicketId id = tickets.keep(ticket(ANN));

    assertThat(tickets.take(id, ANN, Purpose.STEP)).isEqualTo(new Found.Gone());
    assertThat(tickets.take(id, ANN, Purpose.CONFIRMATION)).isInstanceOf(Found.Good.class);
  }

  @Test
  void itIsGoneAtTheVeryInstantAtWhichItExpires() {
    TicketId id = tickets.keep(ticket(ANN));

    clock.set(NOON.plus(LIFE).minusNanos(1));
    assertThat(tickets.look(id, ANN)).isInstanceOf(Found.Good.class);

    clock.set(NOON.plus(LIFE));
    assertThat(tickets.look(id, ANN)).isEqualTo(new Found.Gone());
    assertThat(tickets.look(id, BOB)).isEqualTo(new Found.Gone());
    assertThat(tickets.take(id, ANN, Purpose.CONFIRMATION)).isEqualTo(new Found.Gone());
  }

  @Test
  void anIdThatNeverWasIsGone() {
    TicketId invented = new TicketId("abcdefghijklmnopqrstuvwxyz");

    assertThat(tickets.look(invented, ANN)).isEqualTo(new Found.Gone());
    assertThat(tickets.take(invented, ANN, Purpose.STEP)).isEqualTo(new Found.Gone());
  }

  @Test
  void noIdIsEverGivenTwice() throws Exception {
    List<TicketId> ids = new ArrayList<>(together(Collections.nCopies(TAKERS, this::keptByAnn)));
    for (int n = 0; n < TAKERS; n++) {
      TicketId id = keptByAnn();
      tickets.take(id, ANN, Purpose.CONFIRMATION);
      ids.add(id);
    }

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void ofOneOwnersTicketsTheNewestAreKept() {
    TicketId bobs = tickets.keep(ticket(BOB));
    TicketId first = keptByAnn();
    TicketId second = keptByAnn();
    TicketId newest = second;
    for (int n = 2; n <= Tickets.MOST_PER_OWNER; n++) {
      newest = keptByAnn();
    }

    assertThat(tickets.look(first, ANN)).isEqualTo(new Found.Gone());
    assertThat(tickets.look(second, ANN)).isInstanceOf(Found.Good.class);
    assertThat(tickets.look(newest, ANN)).isInstanceOf(Found.Good.class);
    assertThat(tickets.look(bobs, BOB)).isInstanceOf(Found.Good.class);
  }

  @Test
  void whoeverHoldsTheIdFindsWhoseItIs() {
    for (Caller owner :
        List.of(
            ANN,
            new Caller(Platform.SLACK, "T1", "U1"),
            new Caller(Platform.DISCORD, null, "80351110224"))) {
      Ticket page = page(owner, "1", LIFE);
      TicketId id = tickets.keep(page);

      assertThat(tickets.held(id, Purpose.LINK_PAGE)).contains(page);
      assertThat(tickets.held(id, Purpose.LINK_PAGE)).contains(page);
      assertThat(tickets.take(id, owner, Purpose.LINK_PAGE)).isEqualTo(new Found.Good(page));
      assertThat(tickets.held(id, Purpose.LINK_PAGE)).isEmpty();
    }
  }

  @Test
  void whatIsForSomethingElseOrExpiredOrNeverWasIsNotHeld() {
    TicketId confirmation = keptByAnn();
    TicketId page = tickets.keep(page(ANN, "1", LIFE));

    assertThat(tickets.held(confirmation, Purpose.LINK_PAGE)).isEmpty();
    assertThat(tickets.held(new TicketId("abcdefghijklmnopqrstuvwxyz"), Purpose.LINK_PAGE))
        .isEmpty();
    clock.set(NOON.plus(LIFE));
    assertThat(tickets.held(page, Purpose.LINK_PAGE)).isEmpty();
  }

  @Test
  void theNewestOfTheOwnersOwnWaits() {
    tickets.keep(page(ANN, "1", LIFE));
    Ticket newest = page(ANN, "2", LIFE);
    tickets.keep(newest);
    tickets.keep(page(ANN, "expired before the others", LIFE.dividedBy(2)));
    tickets.keep(page(BOB, "3", LIFE));
    keptByAnn();
    clock.set(NOON.plus(LIFE.dividedBy(2)));

    assertThat(tickets.waiting(ANN, Purpose.LINK_PAGE)).contains(newest);
    assertThat(tickets.waiting(ANN, Purpose.LINK_PAGE)).contains(newest);
    assertThat(tickets.waiting(ANN, Purpose.LINK_CODE)).isEmpty();
    clock.set(NOON.plus(LIFE));
    assertThat(tickets.waiting(ANN, Purpose.LINK_PAGE)).isEmpty();
  }

  @Test
  void takingWhatWaitsUsesUpAllOfThatPurposeAndNothingElse() {
    TicketId first = tickets.keep(page(ANN, "1", LIFE));
    Ticket newest = page(ANN, "2", LIFE);
    TicketId second = tickets.keep(newest);
    tickets.keep(page(ANN, "expired before the others", LIFE.dividedBy(2)));
    TicketId bobs = tickets.keep(page(BOB, "3", LIFE));
    TicketId confirmation = keptByAnn();
    clock.set(NOON.plus(LIFE.dividedBy(2)));

    assertThat(tickets.takeWaiting(ANN, Purpose.LINK_PAGE)).contains(newest);

    assertThat(tickets.takeWaiting(ANN, Purpose.LINK_PAGE)).isEmpty();
    assertThat(tickets.held(first, Purpose.LINK_PAGE)).isEmpty();
    assertThat(tickets.held(second, Purpose.LINK_PAGE)).isEmpty();
    assertThat(tickets.held(bobs, Purpose.LINK_PAGE)).isPresent();
    assertThat(tickets.look(confirmation, ANN)).isInstanceOf(Found.Good.class);
  }

  @Test
  void whatHasExpiredIsNotTakenFromAmongThoseThatWait() {
    tickets.keep(page(ANN, "1", LIFE));
    clock.set(NOON.plus(LIFE));

    assertThat(tickets.takeWaiting(ANN, Purpose.LINK_PAGE)).isEmpty();
  }

  @Test
  void ofManyWhoTakeWhatWaitsOneGetsIt() throws Exception {
    tickets.keep(page(ANN, "1", LIFE));

    List<Optional<Ticket>> found =
        together(Collections.nCopies(TAKERS, () -> tickets.takeWaiting(ANN, Purpose.LINK_PAGE)));

    assertThat(found).filteredOn(Optional::isPresent).hasSize(1);
  }

  private static Ticket page(Caller owner, String mark, Duration life) {
    return new Ticket(owner, Purpose.LINK_PAGE, Map.of("mark", mark), NOON.plus(life));
  }

  /** A ticket that asks to be confirmed, for {@link #LIFE}. */
  protected static Ticket ticket(Caller owner) {
    return new Ticket(owner, Purpose.CONFIRMATION, Map.of("command", "credit"), NOON.plus(LIFE));
  }

  /** What came of all the work, done by as many threads as there are pieces. */
  protected static <T> List<T> together(List<Callable<T>> work) throws Exception {
    List<T> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> one : threads.invokeAll(work)) {
        results.add(one.get());
      }
    }
    return results;
  }

  private TicketId keptByAnn() {
    return tickets.keep(ticket(ANN));
  }

  private static Map<String, String> longOnes() {
    return Map.of("short", "x", "long", "ключ".repeat(50_000));
  }
}

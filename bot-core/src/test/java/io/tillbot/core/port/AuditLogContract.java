package io.tillbot.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.AuditLog;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.ChainHead;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.audit.Where;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.RuleRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What all {@link AuditLog}s promise. */
public abstract class AuditLogContract extends StoreContract {
  private static final int MANY = 16;
  private static final int ALL = 1000;

  @Test
  void aRowComesBackWholeUnderAPseudonym() {
    AuditEntry entry =
        new AuditEntry(
            NOON,
            new Actor.Person(ANN),
            Where.of(
                new Caller(Platform.SLACK, "T1", "U1"),
                new Place(Place.Kind.PRIVATE_CHANNEL, "C1", Set.of("S1"))),
            AuditEntry.What.of(Act.CONFIRM, "mass-pay")
                .with(Map.of("ids", "101,102", "reason", "***", "no-pdf", "true"))
                .by(List.of(new RuleRef("a-rule", 3), new RuleRef("another", 12)))
                .about(SampleOperations.id(1))
                .to(new Actor.Person(BOB)),
            new AuditEntry.End(
                "needs_confirmation", Duration.ofMillis(1234), Optional.of("abc-123"), 7));
    append(entry);

    AuditEntry kept = only();

    assertThat(kept.at()).isEqualTo(entry.at());
    assertThat(kept.where()).isEqualTo(entry.where());
    assertThat(kept.end()).isEqualTo(entry.end());
    assertThat(kept.what().to(new Actor.Person(BOB))).isEqualTo(entry.what());
    assertThat(kept.who()).isEqualTo(new Actor.Known(pseudonym(ANN)));
    assertThat(kept.what().whom()).contains(new Actor.Known(pseudonym(BOB)));
    assertThat(pseudonym(ANN)).isNotEqualTo(pseudonym(BOB));
  }

  @Test
  void aRowOfWhichLittleIsKnownComesBackToo() {
    AuditEntry entry =
        new AuditEntry(
            NOON,
            new Actor.Bot(),
            Where.inside(),
            AuditEntry.What.of(Act.DUE, "pay"),
            new AuditEntry.End("expired", Duration.ZERO, Optional.empty(), 1));
    append(entry);

    assertThat(only()).isEqualTo(entry);
  }

  @Test
  void everyActAndActorComesBack() {
    List<Actor> actors =
        List.of(
            new Actor.Bot(),
            new Actor.Strangers(),
            new Actor.Known(Pseudonym.of("0123456789abcdef")));
    for (Act act : Act.values()) {
      for (Actor actor : actors) {
        append(entry(act.ordinal(), actor, "pay", "answered").what(act));
      }
    }

    assertThat(newest(AuditFilter.everything()))
        .extracting(record -> record.entry().what().act())
        .contains(Act.values());
    assertThat(newest(AuditFilter.everything()))
        .extracting(record -> record.entry().who())
        .containsAll(actors);
  }

  @Test
  void aPersonKeepsTheirPseudonym() {
    assertThat(known(ANN)).isEmpty();
    append(entry(0, new Actor.Person(ANN), "pay", "answered"));
    Pseudonym first = pseudonym(ANN);
    append(entry(1, new Actor.Person(ANN), "pay", "answered"));

    assertThat(pseudonym(ANN)).isEqualTo(first);
    assertThat(named(ANN)).isEqualTo(first);
    assertThat(newest(AuditFilter.everything()))
        .extracting(record -> record.entry().who())
        .containsOnly(new Actor.Known(first));
  }

  @Test
  void whoIsBehindAPseudonymIsToldOfThoseThatAreKnown() {
    Pseudonym ann = named(ANN);
    named(BOB);
    Caller onDiscord = new Caller(Platform.DISCORD, null, "80351110224");
    Pseudonym discord = named(onDiscord);

    assertThat(behind(ann, discord, Pseudonym.of("zzzzzzzzzzzzzzzz")))
        .isEqualTo(Map.of(ann, ANN, discord, onDiscord));
    assertThat(behind()).isEmpty();
  }

  @Test
  void theNewestComeFirstAndOnlySoMany() {
    for (int n : List.of(2, 4, 1, 3)) {
      append(entry(n, new Actor.Bot(), "pay", "answered"));
    }
    append(entry(4, new Actor.Bot(), "top-up", "answered"));

    assertThat(newest(AuditFilter.everything()))
        .extracting(record -> record.entry().at())
        .containsExactly(at(4), at(4), at(3), at(2), at(1));
    assertThat(newest(AuditFilter.everything()).getFirst().entry().what().command())
        .as("of one time, what was added later")
        .isEqualTo("top-up");
    assertThat(newest(2)).hasSize(2);
  }

  @Test
  void everyFilterLetsItsOwnThroughAndNothingElse() {
    append(entry(1, new Actor.Person(ANN), "cancel server", "answered"));
    append(entry(2, new Actor.Person(BOB), "cancel undo", "refused"));
    append(entry(3, new Actor.Person(BOB), "cancellations", "answered").by("b-rule"));
    append(entry(4, new Actor.Bot(), "cancel", "expired").about(5));
    Optional<Pseudonym> bob = Optional.of(pseudonym(BOB));

    assertThat(wanted(filter -> filter.who = bob)).containsExactly(3, 2);
    assertThat(wanted(filter -> filter.command = Optional.of("cancel"))).containsExactly(4, 2, 1);
    assertThat(wanted(filter -> filter.command = Optional.of("cancel server"))).containsExactly(1);
    assertThat(wanted(filter -> filter.command = Optional.of("canc"))).isEmpty();
    assertThat(wanted(filter -> filter.outcome = Optional.of("answered"))).containsExactly(3, 1);
    assertThat(wanted(filter -> filter.rule = Optional.of("b-rule"))).containsExactly(3);
    assertThat(wanted(filter -> filter.rule = Optional.of("a-rule"))).containsExactly(4, 3, 2, 1);
    assertThat(wanted(filter -> filter.rule = Optional.of("rule"))).isEmpty();
    assertThat(wanted(filter -> filter.operation = Optional.of(SampleOperations.id(5))))
        .containsExactly(4);
    assertThat(wanted(filter -> filter.since = Optional.of(at(2)))).containsExactly(4, 3, 2);
    assertThat(wanted(filter -> filter.since = Optional.of(at(2).plusNanos(1))))
        .containsExactly(4, 3);
    assertThat(wanted(filter -> filter.until = Optional.of(at(2)))).containsExactly(1);
    assertThat(
            wanted(
                filter -> {
                  filter.since = Optional.of(at(2));
                  filter.until = Optional.of(at(4));
                  filter.who = bob;
                }))
        .containsExactly(3, 2);
  }

  @Test
  void aUnitThatThrowsLeavesNoRowAndNoPseudonym() {
    append(entry(1, new Actor.Person(BOB), "pay", "answered"));
    assertThatThrownBy(
            () ->
                write(
                    unit -> {
                      unit.audit().append(entry(2, new Actor.Person(ANN), "pay", "x").made());
                      throw new IllegalStateException("of this test's own");
                    }))
        .hasMessage("of this test's own");
    append(entry(3, new Actor.Person(BOB), "pay", "answered"));

    assertThat(newest(AuditFilter.everything())).hasSize(2);
    assertThat(known(ANN)).isEmpty();
    assertThat(rows(store().read(unit -> unit.audit().heads()))).isEqualTo(2);
  }

  @Test
  void severalRowsOfOneUnitAreAllKept() {
    write(
        unit -> {
          unit.audit().append(entry(1, new Actor.Person(ANN), "pay", "answered").made());
          unit.audit().append(entry(2, new Actor.Person(ANN), "pay", "answered").made());
        });

    assertThat(newest(AuditFilter.everything()))
        .extracting(AuditRecord::number)
        .containsExactly(2L, 1L);
  }

  @Test
  void ofManyWhoAddTogetherNoneIsLostAndAPersonHasOnePseudonym() throws Exception {
    Callable<Boolean> adding =
        () -> {
          append(entry(1, new Actor.Person(ANN), "pay", "answered"));
          return true;
        };
    together(Collections.nCopies(MANY, adding));

    List<AuditRecord> kept = newest(AuditFilter.everything());
    assertThat(kept).extracting(AuditRecord::number).doesNotHaveDuplicates().hasSize(MANY);
    assertThat(kept)
        .extracting(record -> record.entry().who())
        .containsOnly(new Actor.Known(pseudonym(ANN)));
    assertThat(rows(store().read(unit -> unit.audit().heads()))).isEqualTo(MANY);
  }

  private static long rows(List<ChainHead> heads) {
    return heads.stream().mapToLong(ChainHead::count).sum();
  }

  private void append(AuditEntry entry) {
    write(unit -> unit.audit().append(entry));
  }

  private void append(Draft draft) {
    append(draft.made());
  }

  private AuditEntry only() {
    List<AuditRecord> all = newest(AuditFilter.everything());
    assertThat(all).hasSize(1);
    return all.getFirst().entry();
  }

  private Pseudonym pseudonym(Caller caller) {
    return known(caller).orElseThrow();
  }

  private Optional<Pseudonym> known(Caller caller) {
    return store().read(unit -> unit.audit().pseudonym(caller));
  }

  private Pseudonym named(Caller caller) {
    return store().write(unit -> unit.audit().named(caller));
  }

  private Map<Pseudonym, Caller> behind(Pseudonym... pseudonyms) {
    return store().read(unit -> unit.audit().behind(List.of(pseudonyms)));
  }

  private List<AuditRecord> newest(int most) {
    return store().read(unit -> unit.audit().newest(AuditFilter.everything(), most)).records();
  }

  private List<AuditRecord> newest(AuditFilter filter) {
    return store().read(unit -> unit.audit().newest(filter, ALL)).records();
  }

  /** At which seconds those rows were written that a filter wants. */
  private List<Integer> wanted(Consumer<Wanted> writing) {
    Wanted wanted = new Wanted();
    writing.accept(wanted);
    List<Integer> seconds = new ArrayList<>();
    newest(wanted.filter())
        .forEach(
            record ->
                seconds.add(
                    Math.toIntExact(Duration.between(NOON, record.entry().at()).toSeconds())));
    return seconds;
  }

  private static Draft entry(int second, Actor who, String command, String outcome) {
    return new Draft(
        new AuditEntry(
            at(second),
            who,
            Where.inside(),
            AuditEntry.What.of(Act.COMMAND, command).by(List.of(new RuleRef("a-rule", 1))),
            new AuditEntry.End(outcome, Duration.ofMillis(5), Optional.empty(), 1)));
  }

  /** An entry that is still being written. */
  private record Draft(AuditEntry made) {
    private Draft with(AuditEntry.What what) {
      return new Draft(new AuditEntry(made.at(), made.who(), made.where(), what, made.end()));
    }

    Draft what(Act act) {
      return with(made.what().as(act));
    }

    Draft by(String rule) {
      return with(made.what().by(List.of(made.what().rules().getFirst(), new RuleRef(rule, 20))));
    }

    Draft about(int operation) {
      return with(made.what().about(SampleOperations.id(operation)));
    }
  }

  /** A filter that is still being written. */
  private static final class Wanted {
    Optional<Pseudonym> who = Optional.empty();
    Optional<String> command = Optional.empty();
    Optional<String> outcome = Optional.empty();
    Optional<String> rule = Optional.empty();
    Optional<OperationId> operation = Optional.empty();
    Optional<Instant> since = Optional.empty();
    Optional<Instant> until = Optional.empty();

    AuditFilter filter() {
      return new AuditFilter(who, command, outcome, rule, operation, since, until);
    }
  }
}

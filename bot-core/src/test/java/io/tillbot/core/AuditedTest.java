package io.tillbot.core;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOB;
import static io.tillbot.core.support.World.BOSS;
import static io.tillbot.core.support.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.Strangers;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.command.Command;
import io.tillbot.core.operation.State;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.LiveAccount;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is given to the bot, and whatever it does by itself, is in the audit trail. */
class AuditedTest {
  private static final RuleRef RULE = new RuleRef("the-rule", 1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final World world = new World();
  private final Bot bot = world.replica().bot();

  @Test
  void aCommandIsAuditedWithItsOptionsRuleOutcomeDurationAndCorrelation() {
    world.terms(TermsOf.perDay("1000.00 EUR"));
    world.account.atNextRead(() -> world.pass(Duration.ofMillis(321)));
    world.say(ANN, "/invoice #123 --no-pdf");

    AuditEntry row = only();

    assertThat(row.at()).isEqualTo(world.clock.instant().minusMillis(321));
    assertThat(row.who()).isEqualTo(known(ANN));
    assertThat(row.where().platform()).contains(Platform.CONSOLE);
    assertThat(row.where().kind()).contains(Place.Kind.TERMINAL);
    assertThat(row.what().act()).isEqualTo(Act.COMMAND);
    assertThat(row.what().command()).isEqualTo("invoice");
    assertThat(row.what().options()).isEqualTo(Map.of("id", "#123", "no-pdf", "true"));
    assertThat(row.what().rules()).containsExactly(RULE);
    assertThat(row.end())
        .isEqualTo(
            new AuditEntry.End(
                "answered", Duration.ofMillis(321), Optional.of(TestBot.CORRELATION.value()), 1));
  }

  @Test
  void aRefusalIsAuditedWithTheRuleThatRefused() {
    world.denyAll();
    world.say(ANN, "/invoice 123");

    assertThat(only().end().outcome()).isEqualTo("refused");
    assertThat(only().what().rules()).containsExactly(RULE);
  }

  @Test
  void ofALineThatIsNoCommandNothingIsKept() {
    world.say(ANN, "/pay the secret of Jane Roe");

    assertThat(only().what().command()).isEqualTo("not understood");
    assertThat(only().toString()).doesNotContain("Jane").doesNotContain("secret");
    assertThat(only().end().outcome()).isEqualTo("refused");
  }

  @Test
  void whatIsPersonalIsNotKept() {
    world.say(ANN, "/cancel server 42 because Jane Roe said so");

    assertThat(only().what().options()).containsEntry("reason", "***").containsEntry("id", "42");
    assertThat(only().toString()).doesNotContain("Jane");
  }

  @Test
  void whatIsTooLongIsCutOffAndTheCommandIsAnsweredAndAudited() {
    Outcome outcome = world.say(ANN, "/mass-pay" + " 1".repeat(600));

    assertThat(Words.of(outcome.reply().title())).isNotEqualTo("bot.broken");
    assertThat(only().what().command()).isEqualTo("mass-pay");
    assertThat(only().what().options().get("ids"))
        .hasSize(1000)
        .startsWith("1,1,1,")
        .endsWith("1…");
  }

  @Test
  void aChangeIsFollowedFromItsPreviewToItsEndByItsOperation() {
    world.terms(TermsOf.perDay("1000.00 EUR"));
    world.press(ANN, world.say(ANN, "/pay 123 50"));

    assertThat(audited())
        .extracting(
            row -> row.what().act(), row -> row.what().command(), row -> row.end().outcome())
        .containsExactly(
            tuple(Act.COMMAND, "pay", "needs_confirmation"), tuple(Act.CONFIRM, "pay", "answered"));
    assertThat(audited())
        .allMatch(row -> row.what().operation().equals(Optional.of(World.id(1))))
        .allMatch(row -> row.what().rules().equals(List.of(RULE)));
  }

  @Test
  void stoppingIsAudited() {
    world.stop(ANN, world.say(ANN, "/pay 123 50"));

    assertThat(last().what().act()).isEqualTo(Act.STOP);
    assertThat(last().what().operation()).contains(World.id(1));
  }

  @Test
  void aLimitThatRefusesAPressIsNamed() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.terms(TermsOf.perDay("10.00 EUR"));
    world.press(ANN, preview);

    assertThat(last().end().outcome()).isEqualTo("refused");
    assertThat(last().what().rules()).containsExactly(RULE);
  }

  @Test
  void aPressOnSomebodyElsesButtonIsAudited() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.press(BOB, preview);

    assertThat(last().who()).isEqualTo(known(BOB));
    assertThat(last().what().act()).isEqualTo(Act.CONFIRM);
    assertThat(last().end().outcome()).isEqualTo("refused");
  }

  @Test
  void aFormsAnswersAreNot() {
    bot.submit(
        new FormAnswers(
            ANN,
            Place.terminal(),
            "billing link",
            Map.of(),
            Map.of("kind", "token", "secret", "fake-secret-in-a-form")));

    assertThat(only().what().act()).isEqualTo(Act.FORM);
    assertThat(only().what().command()).isEqualTo("billing link");
    assertThat(only().toString()).doesNotContain("fake-secret");
  }

  @Test
  void aChannelIsKeptAndAConversationWithOnePersonIsNot() {
    Caller carol = new Caller(Platform.SLACK, "T1", "U1");
    world.link(carol);
    for (Place.Kind kind : Place.Kind.values()) {
      bot.handle(
          new Invocation(carol, new Place(kind, "C1"), new Invocation.Line("/billing help")));
    }

    assertThat(audited())
        .extracting(row -> row.where().channel().orElse("none"))
        .containsExactly("none", "none", "C1", "C1");
    assertThat(audited()).allMatch(row -> row.where().workspace().equals(Optional.of("T1")));
    assertThat(audited().toString()).doesNotContain("U1");
  }

  @Test
  void everyCommandThatThereIsLeavesOneRowUnderItsName() {
    TestBot all = TestBot.linked(new Gatekeeper(() -> new Policy(List.of())));
    Set<String> names = new HashSet<>();
    for (Command command : all.catalogue().registry().commands()) {
      int before = all.store().audited().size();
      all.say(command.spec().example());
      List<AuditRecord> rows = all.store().audited();
      assertThat(rows).as(command.spec().path().toString()).hasSize(before + 1);
      assertThat(rows.getLast().entry().what().command()).isEqualTo(command.spec().path().name());
      names.add(rows.getLast().entry().what().command());
    }
    assertThat(names).hasSize(all.catalogue().registry().commands().size());
  }

  @Test
  void whatStrangersAreRefusedIsOneRowOnceTheQuarterIsOver() {
    for (int n = 0; n < 20; n++) {
      Caller stranger = new Caller(Platform.DISCORD, null, "8035111022" + n);
      for (String line : List.of("/invoice 123", "/billing help", "/billing unlink", "what?")) {
        bot.handle(
            new Invocation(
                stranger, new Place(Place.Kind.PUBLIC_CHANNEL, "1"), new Invocation.Line(line)));
      }
    }
    assertThat(audited()).as("nothing yet").isEmpty();

    world.pass(Strangers.QUARTER);
    world.say(ANN, "/billing help");
    bot.auditor().flush();

    assertThat(audited())
        .filteredOn(row -> row.who().equals(new Actor.Strangers()))
        .hasSize(4)
        .allMatch(row -> row.end().times() == 20)
        .allMatch(row -> row.where().channel().isEmpty());
    assertThat(audited()).hasSize(5);
  }

  @Test
  void whatWasCountedIsWrittenDownAfterTheCommandThatComesWhenTheQuarterIsOver() {
    bot.handle(new Invocation(EVE, Place.terminal(), new Invocation.Line("/credit")));
    world.pass(Strangers.QUARTER);
    bot.handle(new Invocation(ANN, Place.terminal(), new Invocation.Line("/billing help")));

    assertThat(
            world.memory.audited().stream()
                .sorted(Comparator.comparing(AuditRecord::number))
                .map(record -> record.entry().who()))
        .as("whoever holds the chain asks for nobody's name")
        .containsExactly(known(ANN), new Actor.Strangers());
  }

  @Test
  void whatWasCountedAndCannotBeWrittenDownIsLater() {
    for (int n = 0; n < 3; n++) {
      bot.handle(new Invocation(EVE, Place.terminal(), new Invocation.Line("/credit")));
    }
    world.pass(Strangers.QUARTER);
    world.memory.fillUpAudit(true);
    bot.auditor().flush();
    bot.handle(new Invocation(ANN, Place.terminal(), new Invocation.Line("/billing help")));
    world.memory.fillUpAudit(false);
    bot.handle(new Invocation(EVE, Place.terminal(), new Invocation.Line("/credit")));

    assertThat(only().end().times()).isEqualTo(3);
    assertThat(only().what().command()).isEqualTo("credit");
    assertThat(only().at()).isBeforeOrEqualTo(world.clock.instant().minus(Strangers.QUARTER));
  }

  @Test
  void whatWasCountedIsWrittenDownAtTheEndOfTheProcess() {
    bot.handle(new Invocation(EVE, Place.terminal(), new Invocation.Line("/credit")));
    bot.auditor().flush();
    assertThat(audited()).isEmpty();

    bot.auditor().flushAll();

    assertThat(only().end().outcome()).isEqualTo("needs_link");
    assertThat(only().what().command()).isEqualTo("credit");
  }

  @Test
  void whoHasNoAccountAndApprovesIsARowOfTheirOwn() {
    world.runBot();
    world.terms(TermsOf.approval(BOSS));
    world.press(ANN, world.say(ANN, "/pay 123 50"));
    world.say(EVE, "/billing-admin approve op-0000000001");
    assertThat(audited()).as("who may not is counted").hasSize(2);
    world.say(BOSS, "/billing-admin approve op-0000000001");

    assertThat(audited())
        .filteredOn(row -> row.what().command().equals("billing-admin approve"))
        .singleElement()
        .satisfies(row -> assertThat(row.who()).isEqualTo(known(BOSS)))
        .satisfies(row -> assertThat(row.what().operation()).contains(World.id(1)));
    assertThat(audited())
        .filteredOn(row -> row.what().act() == Act.DUE)
        .singleElement()
        .satisfies(row -> assertThat(row.end().outcome()).isEqualTo("succeeded"));
  }

  @Test
  void unlinkingIsAuditedUnderThePseudonymThatItEnds() {
    world.billing.gives(ScriptedBilling.LogOut.class, new BillingAccess.SessionEnded());
    world.say(ANN, "/billing unlink");

    assertThat(only().what().command()).isEqualTo("billing unlink");
    assertThat(only().who()).as("had before it unlinked").isEqualTo(known(ANN));
  }

  @Test
  void whatIsDueIsAuditedOnceItIsDone() {
    world.say(ANN, "/pay 123 50");
    world.pass(Duration.ofDays(1));
    world.sweep();
    assertThat(last().what().act()).isEqualTo(Act.DUE);
    assertThat(last().who()).isEqualTo(new Actor.Bot());
    assertThat(last().what().operation()).contains(World.id(1));
    assertThat(last().end().outcome()).isEqualTo("expired");
    int rows = audited().size();
    world.sweep();
    assertThat(audited()).hasSize(rows);
  }

  @Test
  void whatWasHeldAndIsSentIsAudited() {
    world.runBot();
    world.terms(TermsOf.hold(HOUR));
    world.press(ANN, world.say(ANN, "/cancel server 42"));
    assertThat(last().end().outcome()).isEqualTo("pending");
    world.pass(HOUR);
    world.sweep();

    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(last().what().act()).isEqualTo(Act.DUE);
    assertThat(last().end().outcome()).isEqualTo("succeeded");
  }

  @Test
  void whatAReadSettlesIsAuditedWhoeverAsked() {
    world.account.fate(LiveAccount.Fate.LOST);
    world.press(ANN, world.say(ANN, "/pay 123 50"));
    assertThat(last().end().outcome()).isEqualTo("unknown");
    world.account.owe(123, "71.00");
    world.account.credit("100.50");
    world.say(ANN, "/billing operations show op-0000000001");

    assertThat(world.state(1)).isEqualTo(State.SETTLED_DONE);
    assertThat(audited())
        .filteredOn(row -> row.what().act() == Act.DUE)
        .singleElement()
        .satisfies(row -> assertThat(row.end().outcome()).isEqualTo("settled-done"));
  }

  @Test
  void takingBackAHeldCancellationByUndoNamesItsOperation() {
    world.runBot();
    world.terms(TermsOf.hold(HOUR));
    world.press(ANN, world.say(ANN, "/cancel server 42"));
    world.say(ANN, "/cancel undo 42");

    assertThat(last().what().command()).isEqualTo("cancel undo");
    assertThat(last().what().operation()).contains(World.id(1));
  }

  @Test
  void whatOnlyShowsIsNotShownWhenItCannotBeAudited() {
    world.memory.fillUpAudit(true);

    Outcome outcome = world.say(ANN, "/invoice 123 --no-pdf");

    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("bot.broken");
    assertThat(world.say(ANN, "/pay 123 50"))
        .as("nor a preview")
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void whatWasSentIsToldEvenWhenItCannotBeAudited() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.memory.fillUpAudit(true);

    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Answered.class);
    assertThat(world.account.sent()).hasSize(1);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void aPressThatDidNothingIsNotToldWhenItCannotBeAudited() {
    world.memory.fillUpAudit(true);
    Outcome outcome =
        bot.confirm(new Press(ANN, Place.terminal(), new TicketId("x".repeat(22)))).outcome();

    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void whatIsDueAndCannotBeAuditedIsDoneLater() {
    world.say(ANN, "/pay 123 50");
    world.pass(Duration.ofDays(1));
    world.memory.fillUpAudit(true);
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.PROPOSED);

    world.memory.fillUpAudit(false);
    world.pass(Duration.ofDays(1));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.EXPIRED);
  }

  @Test
  void whatAnOperatorDoesIsAuditedAlsoWhereItFails() {
    Outcome refused = new Outcome.Refused(Reply.of(Text.of("no")));
    bot.operate(
        BOSS, new OperatorAction("link", Map.of("kind", "token"), Optional.of(BOB), () -> refused));

    assertThat(only().what().act()).isEqualTo(Act.OPERATOR);
    assertThat(only().who()).isEqualTo(known(BOSS));
    assertThat(only().what().command()).isEqualTo("link");
    assertThat(only().what().options()).isEqualTo(Map.of("kind", "token"));
    assertThat(only().end().outcome()).isEqualTo("refused");
  }

  @Test
  void toWhomAnOperatorDoesSomethingIsNamedOnlyWhenItWasDone() {
    Caller carol = new Caller(Platform.SLACK, "T1", "U1");
    Outcome refused = new Outcome.Refused(Reply.of(Text.of("no")));
    bot.operate(BOSS, new OperatorAction("link", Map.of(), Optional.of(carol), () -> refused));
    assertThat(only().what().whom()).isEmpty();
    assertThat(world.memory.<Optional<?>>read(unit -> unit.audit().pseudonym(carol)))
        .as("nobody who never came has a pseudonym")
        .isEmpty();

    Outcome done = new Outcome.Answered(Reply.of(Text.of("yes")));
    bot.operate(BOSS, new OperatorAction("link", Map.of(), Optional.of(carol), () -> done));
    assertThat(last().what().whom()).contains(known(carol));
  }

  @Test
  void staffSeeWhoItWasAndFilterByThem() {
    world.say(ANN, "/invoice 123 --no-pdf");
    world.say(BOB, "/credit");

    Outcome all = world.say(ANN, "/billing-admin audit");
    assertThat(words(all)).contains("console/local/ann", "console/local/bob");
    Outcome bobs = world.say(ANN, "/billing-admin audit --user console/local/bob");
    assertThat(words(bobs)).contains("credit").doesNotContain("invoice");
    Outcome commands = world.say(ANN, "/billing-admin audit --command /invoice --since today");
    assertThat(words(commands)).contains("invoice").doesNotContain("credit");
    Outcome none = world.say(ANN, "/billing-admin audit --user console/local/nobody");
    assertThat(words(none)).contains("audit.user-unknown");
    Outcome future = world.say(ANN, "/billing-admin audit --outcome refused");
    assertThat(words(future)).contains("audit.none");
    assertThat(last().what().options()).isEqualTo(Map.of("outcome", "refused"));
  }

  private static String words(Outcome outcome) {
    return String.join(" ", Words.everything(outcome.reply()));
  }

  private Actor.Known known(Caller caller) {
    return new Actor.Known(world.memory.read(unit -> unit.audit().pseudonym(caller)).orElseThrow());
  }

  private List<AuditEntry> audited() {
    return world.memory.audited().stream().map(AuditRecord::entry).toList();
  }

  private AuditEntry last() {
    return world.memory.audited().getLast().entry();
  }

  private AuditEntry only() {
    assertThat(audited()).hasSize(1);
    return audited().getFirst();
  }
}

package io.tillbot.core;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.account.LinkForm;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.help.HelpCards;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one entrance: an invocation in, an outcome out. Blocks the calling thread; safe for many
 * threads; never throws for anything that a caller can do.
 */
public final class Bot {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final Catalogue catalogue;
  private final TextParser parser;
  private final CredentialVault vault;
  private final BillingAccess billing;
  private final Clock clock;
  private final Supplier<CorrelationId> correlations;

  public Bot(
      Catalogue catalogue,
      CredentialVault vault,
      BillingAccess billing,
      Clock clock,
      Supplier<CorrelationId> correlations) {
    this.catalogue = catalogue;
    this.parser = new TextParser(catalogue.registry());
    this.vault = vault;
    this.billing = billing;
    this.clock = clock;
    this.correlations = correlations;
  }

  /** Runs a command. */
  public Answer handle(Invocation invocation) {
    return guarded(() -> task(invocation));
  }

  /** Goes on with the answers to a form that an earlier outcome asked for. */
  public Answer submit(FormAnswers answers) {
    return guarded(() -> new Task("form " + LinkForm.ID, () -> continued(answers)));
  }

  /** What is to be done, by a name that is safe to log: never what the person typed. */
  private record Task(String name, Supplier<Outcome> work) {}

  private Task task(Invocation invocation) {
    ParseResult parsed =
        switch (invocation.input()) {
          case Invocation.Line(String text) -> parser.parse(text);
          case Invocation.Named(String command, var options) -> parser.bind(command, options);
        };
    return switch (parsed) {
      case ParseResult.Parsed(Command command, Options options) ->
          new Task(
              command.spec().path().toString(),
              () ->
                  run(
                      command.handler(),
                      new Call(invocation.caller(), invocation.place(), options)));
      case ParseResult.Parent parent ->
          new Task(
              "/" + parent.word(),
              () -> new Outcome.Answered(HelpCards.catalogue(parent.leaves())));
      case ParseResult.Failed failed ->
          new Task("not understood", () -> new Outcome.Refused(HelpCards.notUnderstood(failed)));
    };
  }

  private Outcome continued(FormAnswers answers) {
    return answers.formId().equals(LinkForm.ID)
        ? catalogue.link().submit(answers.caller(), answers.answers())
        : new Outcome.Refused(Reply.of(Text.of("form.unknown")));
  }

  private Outcome run(Handler handler, Call call) {
    return switch (handler) {
      case Handler.NeedsNoAccount local -> local.handle(call);
      case Handler.ReadsAccount reads -> {
        Optional<Credential> credential = vault.open(call.caller());
        yield credential.isPresent()
            ? reads.handle(call, billing.open(credential.get()).reads())
            : needsLink();
      }
    };
  }

  private static Outcome needsLink() {
    return new Outcome.NeedsLink(
        Reply.card(Text.of("link.needed"))
            .tone(Tone.WARNING)
            .body(Text.of("link.how"))
            .run(Text.of("button.link"), "/billing link")
            .build());
  }

  /** One line of log per command, and no exception beyond this point. */
  private Answer guarded(Supplier<Task> preparation) {
    CorrelationId correlation = correlations.get();
    Instant start = clock.instant();
    String command = "unread";
    Outcome outcome;
    try {
      Task task = preparation.get();
      command = task.name();
      outcome = task.work().get();
    } catch (CredentialVault.VaultException broken) {
      // Its message is made for an operator and never holds a credential.
      LOG.error("command={} correlation={}: {}", command, correlation, broken.getMessage(), broken);
      outcome = brokenHere(correlation);
    } catch (RuntimeException bug) {
      LOG.error("command={} correlation={} failed", command, correlation, bug);
      outcome = brokenHere(correlation);
    }
    LOG.info(
        "command={} outcome={} ms={} correlation={}",
        command,
        outcome.getClass().getSimpleName(),
        Duration.between(start, clock.instant()).toMillis(),
        correlation);
    return new Answer(outcome, correlation);
  }

  private static Outcome brokenHere(CorrelationId correlation) {
    return new Outcome.Unavailable(
        Reply.card(Text.of("bot.broken"))
            .tone(Tone.BAD)
            .body(Text.of("bot.broken-what-to-do", Value.data(correlation.value())))
            .build());
  }
}

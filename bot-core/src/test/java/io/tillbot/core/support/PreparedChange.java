package io.tillbot.core.support;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recollection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A change made ready by its own command, over a billing API that stands in a given state. */
public final class PreparedChange {
  private final TextParser parser = new TextParser(TestBot.unlinked().catalogue().registry());
  private final Command command;
  private final Map<String, String> words;
  private final Change<?> change;

  /**
   * Makes it ready.
   *
   * @param state sets the answers of one look
   */
  public PreparedChange(String line, Consumer<ScriptedBilling> state) {
    ParseResult.Parsed parsed = parsed(parser.parse(line));
    this.command = parsed.command();
    this.words = parsed.options().words();
    Preparation prepared = handler().prepare(call(parsed.options()), reads(state));
    if (!(prepared instanceof Preparation.Ready(Change<?> ready))) {
      throw new AssertionError("not ready: " + prepared);
    }
    this.change = ready;
  }

  public Change<?> change() {
    return change;
  }

  public Command command() {
    return command;
  }

  /** The words that it was asked for with. */
  public Map<String, String> words() {
    return words;
  }

  /** What is written down of it. */
  public Recollection recollection() {
    return new Recollection(change.snapshot(), change.memory());
  }

  /** Made again as another process would, from texts alone. */
  public Change<?> recalled(Map<String, String> given, Recollection recollection) {
    Options bound = parsed(parser.bind(command.spec().path().name(), given)).options();
    return handler().recall(call(bound), recollection);
  }

  /** What a look finds of it. */
  public static <A> Finding find(
      Change<A> change, Optional<Object> told, Consumer<ScriptedBilling> state, CreditTrail trail) {
    // The answer's type is the test's affair: a wrong one is a ClassCastException in the change.
    @SuppressWarnings("unchecked")
    Optional<A> answer = told.map(object -> (A) object);
    return change.find(answer, reads(state), trail);
  }

  private Handler.ChangesAccount handler() {
    return (Handler.ChangesAccount) command.handler();
  }

  private static Call call(Options options) {
    return new Call(TestBot.ANN, Place.terminal(), options, Call.Stage.CONFIRMED);
  }

  private static ParseResult.Parsed parsed(ParseResult result) {
    if (result instanceof ParseResult.Parsed parsed) {
      return parsed;
    }
    throw new AssertionError("not a command: " + result);
  }

  private static BillingReads reads(Consumer<ScriptedBilling> state) {
    ScriptedBilling billing = new ScriptedBilling();
    state.accept(billing);
    return billing.open(new Credential.Token(Secret.of("fake-token"))).reads();
  }

  /** A state in which no look brings anything. */
  public static void outage(ScriptedBilling billing) {
    for (Class<?> request : ReadRequest.class.getPermittedSubclasses()) {
      billing.always(request, new ApiResult.Unknown<>(ApiResult.UnknownCause.TIMED_OUT));
    }
  }
}

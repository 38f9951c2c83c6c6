package io.tillbot.adapter.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.AnswerWriter;
import io.tillbot.adapter.sandbox.answer.Failure;
import io.tillbot.adapter.sandbox.answer.Rendered;
import io.tillbot.adapter.sandbox.choice.Settings;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.adapter.sandbox.fault.Faults;
import io.tillbot.adapter.sandbox.fault.Strike;
import io.tillbot.adapter.sandbox.form.Form;
import io.tillbot.adapter.sandbox.form.FormParser;
import io.tillbot.adapter.sandbox.rule.Billing;
import io.tillbot.adapter.sandbox.rule.Call;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer, with whatever faults strike between them. */
final class Exchange {

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private static final int LARGEST_BODY = 64 * 1024;

  private final Billing billing;
  private final Faults faults;
  private final Supplier<Switches> switches;
  private final Counts counts;
  private final FormParser parser = new FormParser();
  private final AnswerWriter writer = new AnswerWriter();
  private final Set<String> known;

  Exchange(Billing billing, Faults faults, Supplier<Switches> switches, Counts counts) {
    this.billing = billing;
    this.faults = faults;
    this.switches = switches;
    this.counts = counts;
    this.known = new HashSet<>(billing.actions());
    known.addAll(List.of("login", "info", "logout"));
  }

  void whmcs(Context context) throws IOException {
    handle(context, billing::whmcs);
  }

  void auth(Context context) throws IOException {
    handle(context, billing::auth);
  }

  /** Refuses a verb that no method is sent by. */
  void wrongVerb(Context context) {
    Failure failure = Failure.of(context.method() + " is not supported");
    context.header("Allow", "GET, POST");
    send(context, refusal(failure, 405));
  }

  /** The last resort: what should not happen is told to the log, and the client a failure. */
  void unexpected(Exception problem, Context context) {
    log.error("A request failed inside the sandbox", problem);
    send(context, refusal(Failure.of("system_error"), 200));
  }

  private Rendered refusal(Failure failure, int status) {
    Settings plain = new Settings(Switches.defaults(), "");
    Rendered rendered = writer.write(new Answer.Refusal(failure), plain);
    return new Rendered(status, rendered.type(), rendered.body());
  }

  private void handle(Context context, Function<Call, Answer> endPoint) throws IOException {
    byte[] body = context.bodyInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      context.header("Connection", "close");
      send(context, refusal(Failure.of("the request is too large"), 413));
      return;
    }
    String query = Optional.ofNullable(context.queryString()).orElse("");
    Form form = parser.parse(query, body);
    String action = form.text("action");
    if (known.contains(action)) {
      counts.received(action);
    }
    Strike strike = faults.take(action);
    Settings settings = new Settings(switches.get().withFor(action, strike.choices()), action);
    Call.Verb verb = HandlerType.GET.equals(context.method()) ? Call.Verb.GET : Call.Verb.POST;
    Call call = new Call(form, verb, context.ip(), settings);
    log.debug("{} {}", verb, known.contains(action) ? action : "unknown");
    pause(strike.delayMillis(FaultKind.DELAY));
    Optional<Fault> ending = strike.ending();
    if (ending.isEmpty()) {
      Rendered answer = writer.write(endPoint.apply(call), settings);
      pause(strike.delayMillis(FaultKind.DELAY_AFTER));
      send(context, answer);
    } else {
      end(context, ending.get(), call, () -> writer.write(endPoint.apply(call), settings), strike);
    }
  }

  private void end(Context context, Fault fault, Call call, Supplier<Rendered> work, Strike strike)
      throws IOException {
    int value = fault.value();
    long delay = strike.delayMillis(FaultKind.DELAY_AFTER);
    switch (fault.kind()) {
      case SERVER_ERROR -> send(context, Breakage.serverError(value));
      case HTML_PAGE, HTML_GATEWAY -> send(context, Breakage.html(value));
      case RESET_BEFORE -> Connections.reset(context.req());
      case EXPIRED_TOKEN -> send(context, writer.write(new Answer.Denied(), call.settings()));
      case TOO_MANY_REQUESTS -> {
        context.header("Retry-After", Integer.toString(value));
        send(context, refusal(Failure.of("too many requests"), 429));
      }
      case UNAVAILABLE -> {
        context.header("Retry-After", Integer.toString(value));
        send(context, Breakage.html(503));
      }
      case OUTAGE ->
          send(context, writer.write(billing.outage(call.settings().action()), call.settings()));
      case SERVER_ERROR_AFTER -> {
        doUnanswered(work);
        pause(delay);
        send(context, Breakage.serverError(value));
      }
      case HTML_AFTER -> {
        doUnanswered(work);
        pause(delay);
        send(context, Breakage.html(value));
      }
      case RESET_AFTER -> {
        doUnanswered(work);
        pause(delay);
        Connections.reset(context.req());
      }
      case TRUNCATED_JSON -> {
        Rendered whole = work.get();
        pause(delay);
        send(context, Breakage.half(whole));
      }
      case CUT_BODY -> {
        Rendered whole = work.get();
        pause(delay);
        cut(context, whole);
      }
      case DELAY, DELAY_AFTER, SHAPE ->
          throw new IllegalStateException(fault.kind() + " does not end an exchange");
    }
  }

  private static void doUnanswered(Supplier<Rendered> work) {
    Rendered lost = work.get();
    log.debug("an answer of {} bytes is lost on purpose", lost.body().length);
  }

  private static void cut(Context context, Rendered whole) throws IOException {
    context.status(whole.status());
    context.contentType(whole.type());
    context.res().setContentLength(whole.body().length);
    context.res().getOutputStream().write(whole.body(), 0, whole.body().length / 2);
    context.res().flushBuffer();
    Connections.reset(context.req());
  }

  private static void pause(long millis) {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        // The server is closing; the answer is no longer wanted.
        Thread.currentThread().interrupt();
      }
    }
  }

  static void send(Context context, Rendered answer) {
    context.status(answer.status());
    context.contentType(answer.type());
    context.result(answer.body());
  }
}

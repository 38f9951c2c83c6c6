package io.tillbot.app.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.billing.BillingClient;
import io.tillbot.adapter.billing.BillingClientOptions;
import io.tillbot.adapter.billing.Dialect;
import io.tillbot.adapter.billing.Timeouts;
import io.tillbot.adapter.sandbox.Login;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Mail;
import io.tillbot.adapter.sandbox.book.Reset;
import io.tillbot.adapter.sandbox.book.Token;
import io.tillbot.adapter.sandbox.book.View;
import io.tillbot.adapter.sandbox.choice.Choice;
import io.tillbot.adapter.sandbox.choice.Shape;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.model.PdfDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A sandbox and clients of it, on one clock that stands still until it is moved. The clients wait
 * for nothing between two attempts: how long they would have waited is noted.
 */
final class Meeting implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-10-15T12:00:00Z");

  // Long, because a busy machine is no fault; those who test time-outs give their own.
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));

  private final Hands clock = new Hands();
  private final Sandbox sandbox;
  private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();
  private final List<BillingClient> clients = new ArrayList<>();
  private final BillingClient usual;

  Meeting() {
    this(Switches.defaults());
  }

  Meeting(Switches switches) {
    this.sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock).withSwitches(switches));
    this.usual = client(UnaryOperator.identity());
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** The demo customer by its token. */
  BillingApi demo() {
    return usual.open(token("demo"));
  }

  /** Another seeded login by its token. */
  BillingApi as(String login) {
    return usual.open(token(login));
  }

  /** The demo customer, by a client that speaks another dialect. */
  BillingApi demo(Dialect dialect) {
    return client(options -> options.withDialect(dialect)).open(token("demo"));
  }

  /** A client with other options; closed with the meeting. */
  BillingClient client(UnaryOperator<BillingClientOptions> change) {
    BillingClientOptions options =
        BillingClientOptions.of(sandbox.whmcs())
            .withTimeouts(PATIENT)
            .withClock(clock)
            .withWaiter(pauses::add);
    BillingClient client = new BillingClient(change.apply(options));
    clients.add(client);
    return client;
  }

  Credential token(String login) {
    return new Credential.Token(Secret.of(login(login).token()));
  }

  Credential apiKey(String login) {
    return new Credential.ApiKey(Secret.of(login(login).apiKey()));
  }

  /** Makes the call that is refused, under the circumstances in which it is. */
  ApiResult<?> refused(PortMethod method) {
    return switch (method) {
      case GET_CLIENTGROUPS -> method.refusedOn(as("demo-invoices"));
      case GET_CONTACTS, GETCREDITS -> {
        sandbox.add(Fault.of(FaultKind.OUTAGE).on(method.action()).times(1));
        yield method.refusedOn(demo());
      }
      default -> method.refusedOn(demo());
    };
  }

  /** Every shape at once, each at its setting of that number, beginning anew where it has fewer. */
  static Switches shapes(int number) {
    return Switches.defaults()
        .with(
            Arrays.stream(Shape.class.getPermittedSubclasses())
                .map(kind -> kind.getEnumConstants()[number % kind.getEnumConstants().length])
                .toArray(Choice[]::new));
  }

  /** The pauses between attempts since the last question. */
  List<Duration> takePauses() {
    List<Duration> taken = new ArrayList<>();
    for (Duration pause = pauses.poll(); pause != null; pause = pauses.poll()) {
      taken.add(pause);
    }
    return taken;
  }

  /** Moves the clock on. */
  void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  /** Asks the books. */
  <T> T books(Function<View, T> question) {
    return sandbox.books().read(question);
  }

  /** A row of the books. */
  <E extends Entity> Optional<E> row(Class<E> kind, Object key) {
    return sandbox.books().read(view -> view.find(kind, key));
  }

  /** Everything in the books but tokens and random secrets: equal when nothing differs. */
  Map<String, Set<Object>> page() {
    return books(
        view ->
            Arrays.stream(Entity.class.getPermittedSubclasses())
                .map(kind -> kind.asSubclass(Entity.class))
                .filter(kind -> kind != Token.class)
                .collect(Collectors.toMap(Class::getSimpleName, kind -> rows(kind, view))));
  }

  private static Set<Object> rows(Class<? extends Entity> kind, View view) {
    return view.all(kind).stream().map(Meeting::withoutChance).collect(Collectors.toSet());
  }

  private static Object withoutChance(Entity row) {
    return switch (row) {
      case Mail mail -> List.of(mail.key(), mail.to(), mail.subject(), mail.text());
      case Reset reset -> List.of(reset.accountId(), reset.email(), reset.expires(), reset.tries());
      default -> row;
    };
  }

  /** The PDF of an invoice as the sandbox shows it inline, fetched without the client. */
  PdfDocument paperFetchedByHand(int invoice) {
    String form =
        "action=download_invoice&viewpdf=1&invoice_id="
            + invoice
            + "&token="
            + login("demo").token();
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.whmcs())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new PdfDocument(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The value of a call that is done; fails on everything else. */
  static <T> T done(ApiResult<T> result) {
    assertThat(result).isInstanceOf(ApiResult.Done.class);
    return result.found().orElseThrow();
  }

  private Login login(String name) {
    return sandbox.logins().stream()
        .filter(login -> login.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A clock that moves when told to. */
  private static final class Hands extends Clock {
    private volatile Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("UTC alone");
    }
  }

  @Override
  public void close() {
    clients.forEach(BillingClient::close);
    sandbox.close();
  }
}

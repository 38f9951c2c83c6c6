package io.tillbot.adapter.sandbox;

import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Mail;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.Faults;
import io.tillbot.adapter.sandbox.http.Counts;
import io.tillbot.adapter.sandbox.http.HttpServer;
import io.tillbot.adapter.sandbox.journal.Journal;
import io.tillbot.adapter.sandbox.pdf.PrintedPapers;
import io.tillbot.adapter.sandbox.rule.Billing;
import io.tillbot.adapter.sandbox.rule.GatewayDesk;
import io.tillbot.adapter.sandbox.seed.Seed;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A running simulator of {@code whmcs.php} and {@code auth.php}. Thread-safe. Close it to stop it.
 */
public final class Sandbox implements AutoCloseable {

  private final String address;
  private final Seed seed;
  private final Books books;
  private final Faults faults = new Faults();
  private final Counts counts = new Counts();
  private final AtomicReference<Switches> switches;
  private final GatewayDesk gateway;
  private final HttpServer server;
  private final Optional<Journal> journal;

  private Sandbox(SandboxOptions options) {
    Clock clock = options.clock();
    this.address = options.address();
    this.switches = new AtomicReference<>(options.switches());
    Opened opened = Opened.by(options);
    this.seed = opened.seed();
    this.books = opened.books();
    this.journal = opened.journal();
    // Not kept: every start gives the seeded tokens a new life.
    books.load(List.copyOf(seed.tokens(clock.instant().plus(options.tokenLife()))), List.of());
    this.gateway = new GatewayDesk(books, clock);
    this.server = serve(options, new Billing(books, new PrintedPapers(), clock));
  }

  private HttpServer serve(SandboxOptions options, Billing billing) {
    try {
      return new HttpServer(
          options.address(),
          options.port(),
          books,
          billing,
          gateway,
          faults,
          switches::get,
          counts);
    } catch (RuntimeException e) {
      journal.ifPresent(Journal::close);
      throw e;
    }
  }

  /**
   * Starts a sandbox; it answers when this returns.
   *
   * @throws java.io.UncheckedIOException when the data file cannot be used
   */
  public static Sandbox start(SandboxOptions options) {
    return new Sandbox(options);
  }

  /** The address of {@code whmcs.php}; {@code auth.php} lies beside it. */
  public URI whmcs() {
    String host = address.contains(":") ? "[" + address + "]" : address;
    return URI.create("http://" + host + ":" + server.port() + "/whmcs.php");
  }

  /** The address of {@code auth.php}. */
  public URI auth() {
    return whmcs().resolve("auth.php");
  }

  /** The address under which the control addresses lie; ends in a slash. */
  public URI control() {
    return whmcs().resolve("sandbox/");
  }

  /** The demo customer, who may do everything. */
  public Login demo() {
    return seed.logins().getFirst();
  }

  /** All invented customers and keys, the demo customer first. */
  public List<Login> logins() {
    return seed.logins();
  }

  /** One of the extra customers, counted from 0; it has a key and no token. */
  public Login extraLogin(int index) {
    return seed.extraLogin(index);
  }

  /** The settings in force. */
  public Switches switches() {
    return switches.get();
  }

  /** Puts other settings in force, from the next request on. */
  public void use(Switches other) {
    switches.set(other);
  }

  /** Puts a fault in force, from the next request on. */
  public void add(Fault fault) {
    faults.add(fault);
  }

  /** Ends all faults. */
  public void clearFaults() {
    faults.clear();
  }

  /** How many requests came for an action, whatever became of them. */
  public long received(String action) {
    return counts.of(action);
  }

  /**
   * Pays an invoice's balance as a payment gateway would.
   *
   * @param location the location's code; empty for the first that has the invoice
   */
  public GatewayDesk.Outcome pay(String location, int invoice) {
    return gateway.pay(location, invoice);
  }

  /** What was mailed, oldest first. */
  public List<Mail> mail() {
    return books.read(
        view -> view.all(Mail.class).stream().sorted(Comparator.comparing(Mail::key)).toList());
  }

  /** The state, for questions that the API does not answer. */
  public Books books() {
    return books;
  }

  /** Stops answering; connections are dropped. */
  @Override
  public void close() {
    server.close();
    journal.ifPresent(Journal::close);
  }
}

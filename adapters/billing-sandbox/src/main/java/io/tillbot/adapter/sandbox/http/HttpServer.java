package io.tillbot.adapter.sandbox.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Faults;
import io.tillbot.adapter.sandbox.rule.Billing;
import io.tillbot.adapter.sandbox.rule.GatewayDesk;
import java.util.List;
import java.util.function.Supplier;

/** The simulator's HTTP server. */
public final class HttpServer implements AutoCloseable {

  private static final List<String> BILLING_PATHS = List.of("/whmcs.php", "/whmcs");

  private final Javalin javalin;
  private final int port;

  /**
   * Starts serving.
   *
   * @param port 0 for any free one
   */
  public HttpServer(
      String address,
      int port,
      Books books,
      Billing billing,
      GatewayDesk gateway,
      Faults faults,
      Supplier<Switches> switches,
      Counts counts) {
    Exchange exchange = new Exchange(billing, faults, switches, counts);
    Control control = new Control(books, faults, gateway, counts, billing.writeActions());
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.concurrency.useVirtualThreads = true;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              BILLING_PATHS.forEach(path -> route(config.routes, path, exchange::whmcs, exchange));
              route(config.routes, "/auth.php", exchange::auth, exchange);
              control.routes(config.routes);
              config.routes.exception(Exception.class, exchange::unexpected);
            });
    javalin.start(address, port);
    this.port = javalin.port();
  }

  private static void route(RoutesConfig routes, String path, Handler handler, Exchange exchange) {
    routes.get(path, handler);
    routes.post(path, handler);
    routes.put(path, exchange::wrongVerb);
    routes.patch(path, exchange::wrongVerb);
    routes.delete(path, exchange::wrongVerb);
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Stops serving; connections are dropped. */
  @Override
  public void close() {
    javalin.stop();
  }
}

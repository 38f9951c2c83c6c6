package io.tillbot.app;

import io.tillbot.adapter.web.WebServer;
import io.tillbot.core.link.PublicAddress;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the pages on a free port of this machine's loopback, from when somebody first asks where
 * they are: whoever never does need not wait for a server.
 */
final class LocalPages implements PublicAddress, AutoCloseable {
  private final Supplier<WebServer> starting;
  private @Nullable WebServer server;
  private volatile @Nullable URI base;

  LocalPages(Supplier<WebServer> starting) {
    this.starting = starting;
  }

  @Override
  public URI base() {
    // Without the lock: requests ask this, also those that a server waits for while it stops.
    URI known = base;
    return known == null ? started() : known;
  }

  private synchronized URI started() {
    URI known = base;
    if (known == null) {
      WebServer running = starting.get();
      server = running;
      known = URI.create("http://127.0.0.1:" + running.port() + "/");
      base = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
      server = null;
    }
  }
}

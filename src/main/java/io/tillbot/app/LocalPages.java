package io.tillbot.app;

import io.tillbot.adapter.web.LinkSite;
import io.tillbot.adapter.web.WebOptions;
import io.tillbot.adapter.web.WebServer;
import io.tillbot.core.link.PublicAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the pages on a free port of this machine's loopback, from when somebody first asks where
 * they are: whoever never does need not wait for a server.
 */
final class LocalPages implements PublicAddress, AutoCloseable {
  private static final WebOptions ANY_PORT = new WebOptions("127.0.0.1", 0);

  private final Supplier<LinkSite> site;
  private @Nullable WebServer server;

  LocalPages(Supplier<LinkSite> site) {
    this.site = site;
  }

  @Override
  public synchronized URI base() {
    WebServer running = server;
    if (running == null) {
      running = WebServer.start(ANY_PORT, List.of(site.get()));
      server = running;
    }
    return URI.create("http://127.0.0.1:" + running.port() + "/");
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
      server = null;
    }
  }
}

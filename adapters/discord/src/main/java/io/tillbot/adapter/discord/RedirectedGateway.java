package io.tillbot.adapter.discord;

import java.net.URI;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** Sends JDA to another gateway: it asks nobody where that is, but its session controller. */
final class RedirectedGateway extends ConcurrentSessionController {
  private final URI address;

  RedirectedGateway(URI address) {
    this.address = address;
  }

  @Override
  public String getGateway() {
    return address.toString();
  }
}

package io.tillbot.core.link;

import io.tillbot.core.access.TicketId;
import java.net.URI;

/** Where the users' browsers reach the pages of the bot. */
@FunctionalInterface
public interface PublicAddress {

  /** The address of the whole bot: https, or http on loopback, with or without a path. */
  URI base();

  /** The address of a page on which a credential is given; whoever has it can open the page. */
  default URI page(TicketId id) {
    String base = base().toString();
    return URI.create(base + (base.endsWith("/") ? "" : "/") + "link/" + id.value());
  }
}

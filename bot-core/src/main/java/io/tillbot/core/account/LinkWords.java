package io.tillbot.core.account;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.LocalDate;

/** How a link is told on a card. */
final class LinkWords {
  private LinkWords() {}

  static Text kind(CredentialVault.Link link) {
    return switch (link.kind()) {
      case TOKEN -> Text.of("link.kind-token");
      case API_KEY -> Text.of("link.kind-api-key");
    };
  }

  static Value since(CredentialVault.Link link, Clock clock) {
    return Value.day(LocalDate.ofInstant(link.since(), clock.getZone()));
  }
}

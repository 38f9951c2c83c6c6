package io.tillbot.adapter.discord;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.port.Notices;
import io.tillbot.core.reply.Outcome;
import java.util.Locale;

/** Tells people on Discord what they have not just asked for. */
final class DiscordNotices implements Notices {
  private final Mailbox mailbox;
  private final Languages languages;

  DiscordNotices(Mailbox mailbox, Languages languages) {
    this.mailbox = mailbox;
    this.languages = languages;
  }

  @Override
  public boolean tell(Caller person, Outcome outcome) {
    return mailbox.tell(
        new Answered.Telling(person.user(), "", outcome, languages.of(person.user())));
  }

  @Override
  public boolean announce(Workspace workspace, String channel, Outcome outcome) {
    return mailbox.announce(workspace, channel, outcome, Locale.ENGLISH);
  }
}

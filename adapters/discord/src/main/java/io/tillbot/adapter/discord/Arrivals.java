package io.tillbot.adapter.discord;

import io.tillbot.core.Delivered;
import io.tillbot.core.Message;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Destination;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** What Discord delivers, as it is known when it comes again: by its interaction's id. */
final class Arrivals {
  private static final String TOKEN = "token";
  private static final String LANGUAGE = "language";
  private static final String USER = "user";
  private static final String ANSWER = "answer";
  private static final String CHANNEL = "channel";

  private Arrivals() {}

  /** How an interaction is answered. */
  enum Manner {
    /** By a message of its own. */
    REPLY,
    /** In the message whose button was pressed, or beside it. */
    EDIT
  }

  /**
   * Whom an interaction came from, and how they are answered.
   *
   * @param token the interaction's: for 15 minutes it answers the person. Never to be shown
   * @param channel the id of the channel where they asked
   */
  record Recipient(Caller caller, Locale locale, String token, Manner manner, String channel) {
    @Override
    public String toString() {
      return "Recipient[" + manner + "]";
    }
  }

  static Delivered of(Message message, IReplyCallback event, Manner manner, Locale locale) {
    return new Delivered(
        Platform.DISCORD.id() + "/" + event.getId(),
        message,
        Optional.of(
            new Destination(
                Platform.DISCORD,
                Map.of(
                    TOKEN, event.getToken(),
                    LANGUAGE, locale.toLanguageTag(),
                    USER, message.caller().user(),
                    ANSWER, manner.name(),
                    CHANNEL, event.getChannelId()))));
  }

  /**
   * What {@link #of} kept.
   *
   * @throws IllegalArgumentException when it did not come from Discord
   */
  static Recipient recipient(Destination destination) {
    Map<String, String> where = destination.address();
    return new Recipient(
        new Caller(Platform.DISCORD, null, where.getOrDefault(USER, "")),
        Locale.forLanguageTag(where.getOrDefault(LANGUAGE, "")),
        where.getOrDefault(TOKEN, ""),
        Manner.valueOf(where.getOrDefault(ANSWER, "")),
        where.getOrDefault(CHANNEL, ""));
  }
}

package io.tillbot.adapter.discord;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people are told what their interaction cannot tell them any more, or what has to outlive
 * it: their own conversation with the bot; where they take no direct messages, a call in the
 * channel that says nothing but that there is something. Never throws. Safe for many threads.
 */
final class Mailbox {
  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  private final Supplier<JDA> jda;
  private final Presenter presenter;

  /**
   * @param jda there once the bot is connected
   */
  Mailbox(Supplier<JDA> jda, Presenter presenter) {
    this.jda = jda;
    this.presenter = presenter;
  }

  /** Puts what must not be lost with an ephemeral message where its owner finds it again. */
  void keep(Exchange exchange, Answered answer) {
    Answered.Telling told = answer.told();
    boolean outlives =
        switch (told.outcome()) {
          case Outcome.Pending _, Outcome.Unknown _ -> true;
          case Outcome.Answered _,
              Outcome.NeedsConfirmation _,
              Outcome.NeedsInput _,
              Outcome.NeedsLink _,
              Outcome.Refused _,
              Outcome.Unavailable _ ->
              false;
        };
    boolean staysAnyway = exchange.privacy() == Exchange.Privacy.LASTING;
    if (outlives && !staysAnyway && !tell(told)) {
      try {
        exchange.aside(presenter.message(caller(told), new View(closed(), null, told.locale())));
      } catch (RuntimeException refused) {
        LOG.warn("nobody could be told that they take no messages: {}", Failures.reason(refused));
      }
    }
  }

  /** Their messages are closed; this says where they find it later. */
  private static Outcome closed() {
    return new Outcome.Answered(
        Reply.card(Text.of("discord.direct-closed"))
            .body(Text.of("discord.direct-closed-why", Value.line("/billing operations list")))
            .build());
  }

  /**
   * Tells somebody what their interaction could not.
   *
   * @return whether they were told, or at least called
   */
  boolean deliver(Answered.Telling telling) {
    return tell(telling) || call(telling);
  }

  /**
   * Tells somebody in their own conversation with the bot.
   *
   * @return whether it got there; not where they take no direct messages
   */
  boolean tell(Answered.Telling telling) {
    MessageCreateData message =
        presenter.message(caller(telling), new View(telling.outcome(), null, telling.locale()));
    return sent(
        "a direct message",
        jda.get()
            .openPrivateChannelById(telling.user())
            .flatMap(conversation -> conversation.sendMessage(message)));
  }

  /** Calls somebody in the channel, and says nothing else. */
  private boolean call(Answered.Telling telling) {
    Optional<MessageChannel> channel = channel(telling.channel());
    if (channel.isEmpty()) {
      LOG.warn("a channel is not known, so that nobody could be called there");
      return false;
    }
    MessageCreateData message =
        new MessageCreateBuilder()
            .setAllowedMentions(List.of())
            .mentionRepliedUser(false)
            .mentionUsers(telling.user())
            .setContent("<@" + telling.user() + "> " + words(telling.locale()))
            .build();
    return sent("a call in a channel", () -> channel.get().sendMessage(message));
  }

  private String words(Locale locale) {
    return presenter.words(Text.of("discord.call", Value.line("/billing operations list")), locale);
  }

  /** Shows something to everybody in a channel. */
  boolean announce(Workspace workspace, String channel, Outcome outcome, Locale locale) {
    Optional<MessageChannel> known = channel(channel);
    if (known.isEmpty()) {
      LOG.warn("the bot does not see channel {}: invite it there", channel);
      return false;
    }
    MessageCreateData message = presenter.forEverybody(workspace, outcome, locale);
    return sent("an announcement", () -> known.get().sendMessage(message));
  }

  private Optional<MessageChannel> channel(String id) {
    return Optional.ofNullable(jda.get().getChannelById(MessageChannel.class, id));
  }

  private static boolean sent(String what, RestAction<?> action) {
    return sent(what, () -> action);
  }

  /** JDA refuses by itself what it knows that Discord would. */
  private static boolean sent(String what, Supplier<RestAction<?>> action) {
    try {
      action.get().timeout(Exchange.LATER.toMillis(), TimeUnit.MILLISECONDS).complete();
      return true;
    } catch (RuntimeException refused) {
      LOG.warn("{} did not get there: {}", what, Failures.reason(refused));
      return false;
    }
  }

  private static Caller caller(Answered.Telling telling) {
    return new Caller(Platform.DISCORD, null, telling.user());
  }
}

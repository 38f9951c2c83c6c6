package io.tillbot.adapter.discord;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;

/**
 * Answers one interaction: at once, or deferred and then edited. The first answer must be there
 * within 3 seconds, and its being ephemeral is settled by it; later ones go by the interaction's
 * token for 15 minutes ({@code discord.com/developers/docs/interactions/receiving-and-responding}).
 * For one thread; every call blocks until Discord has taken it.
 */
sealed interface Exchange {
  /** The first answer; later it is too late for Discord. */
  Duration FIRST = Duration.ofSeconds(3);

  /** What comes after it. */
  Duration LATER = Duration.ofSeconds(30);

  /** Answers without having deferred. */
  void now(Answered answer);

  /** Says that the answer is to come. */
  void defer();

  /** Answers after {@link #defer()}. */
  void later(Answered answer);

  /** A new message for the person alone. */
  record Reply(IReplyCallback event) implements Exchange {
    @Override
    public void now(Answered answer) {
      within(FIRST, event.reply(answer.message()).setEphemeral(true));
    }

    @Override
    public void defer() {
      within(FIRST, event.deferReply(true));
    }

    @Override
    public void later(Answered answer) {
      within(LATER, event.getHook().editOriginal(MessageEditData.fromCreateData(answer.message())));
    }
  }

  /** The message whose button was pressed, in its place. */
  final class Edit implements Exchange {
    private final IMessageEditCallback event;
    private final Reply beside;
    private @Nullable InteractionHook hook;

    <E extends IMessageEditCallback & IReplyCallback> Edit(E event) {
      this.event = event;
      this.beside = new Reply(event);
    }

    @Override
    public void now(Answered answer) {
      switch (answer.position()) {
        case IN_PLACE ->
            within(FIRST, event.editMessage(MessageEditData.fromCreateData(answer.message())));
        case BESIDE -> beside.now(answer);
      }
    }

    @Override
    public void defer() {
      hook = within(FIRST, event.deferEdit());
    }

    @Override
    public void later(Answered answer) {
      InteractionHook deferred = Objects.requireNonNull(hook, "not deferred");
      switch (answer.position()) {
        case IN_PLACE ->
            within(LATER, deferred.editOriginal(MessageEditData.fromCreateData(answer.message())));
        case BESIDE -> within(LATER, deferred.sendMessage(answer.message()).setEphemeral(true));
      }
    }
  }

  private static <T> T within(Duration limit, RestAction<T> action) {
    return action.timeout(limit.toMillis(), TimeUnit.MILLISECONDS).complete();
  }
}

package io.tillbot.adapter.discord;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;

/**
 * Answers one interaction: at once, or deferred and then edited. The first answer must be there
 * within 3 seconds, and who sees it is settled by it; later ones go by the interaction's token for
 * 15 minutes ({@code discord.com/developers/docs/interactions/receiving-and-responding}). For one
 * thread; every call blocks until Discord has taken it.
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

  /** Who sees new messages of the exchange that are for its person alone. */
  Privacy privacy();

  /** Tells the person alone something more, after an answer. */
  void aside(MessageCreateData message);

  /** Who sees a new message. */
  enum Privacy {
    /** The person alone, until they close their client. */
    EPHEMERAL,
    /** The person alone as well, in their own conversation with the bot, where it stays. */
    LASTING;

    private boolean isEphemeral() {
      return this == EPHEMERAL;
    }
  }

  /** A new message for the person alone. */
  record Reply(IReplyCallback event, Privacy privacy) implements Exchange {
    @Override
    public void now(Answered answer) {
      if (answer.modal().isPresent() && event instanceof IModalCallback modals) {
        within(FIRST, modals.replyModal(answer.modal().get()));
      } else {
        within(FIRST, event.reply(answer.message()).setEphemeral(privacy.isEphemeral()));
      }
    }

    @Override
    public void defer() {
      within(FIRST, event.deferReply(privacy.isEphemeral()));
    }

    @Override
    public void later(Answered answer) {
      within(LATER, event.getHook().editOriginal(MessageEditData.fromCreateData(answer.message())));
    }

    @Override
    public void aside(MessageCreateData message) {
      within(LATER, event.getHook().sendMessage(message).setEphemeral(privacy.isEphemeral()));
    }
  }

  /** The message whose button was pressed, in its place. */
  final class Edit implements Exchange {
    private final IMessageEditCallback event;
    private final IReplyCallback beside;
    private final Privacy privacy;
    private @Nullable InteractionHook hook;

    <E extends IMessageEditCallback & IReplyCallback> Edit(E event, Privacy privacy) {
      this.event = event;
      this.beside = event;
      this.privacy = privacy;
    }

    @Override
    public void now(Answered answer) {
      switch (answer.position()) {
        case IN_PLACE ->
            within(FIRST, event.editMessage(MessageEditData.fromCreateData(answer.message())));
        case BESIDE ->
            within(FIRST, beside.reply(answer.message()).setEphemeral(privacy.isEphemeral()));
        case FOR_EVERYBODY -> within(FIRST, beside.reply(answer.message()).setEphemeral(false));
      }
    }

    @Override
    public Privacy privacy() {
      return privacy;
    }

    /** Of the message itself: a further one may then be for the person alone, or for everybody. */
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
        case BESIDE ->
            within(
                LATER, deferred.sendMessage(answer.message()).setEphemeral(privacy.isEphemeral()));
        case FOR_EVERYBODY ->
            within(LATER, deferred.sendMessage(answer.message()).setEphemeral(false));
      }
    }

    @Override
    public void aside(MessageCreateData message) {
      within(LATER, event.getHook().sendMessage(message).setEphemeral(privacy.isEphemeral()));
    }
  }

  private static <T> T within(Duration limit, RestAction<T> action) {
    return action.timeout(limit.toMillis(), TimeUnit.MILLISECONDS).complete();
  }
}

package io.tillbot.adapter.discord;

import io.tillbot.core.delivery.Destination;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.reply.Outcome;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * Answers people on Discord whom another process, or this one in another life, left waiting: by
 * their interaction's token, which serves for 15 minutes, and after them where they are told what
 * comes late.
 */
final class DiscordMessenger implements Messenger {
  private final JDA jda;
  private final Presenter presenter;
  private final Mailbox mailbox;

  DiscordMessenger(JDA jda, Presenter presenter, Mailbox mailbox) {
    this.jda = jda;
    this.presenter = presenter;
    this.mailbox = mailbox;
  }

  @Override
  public void post(Destination destination, Outcome outcome, Standing standing) {
    Arrivals.Recipient recipient = Arrivals.recipient(destination);
    MessageCreateData message =
        presenter.message(recipient.caller(), new View(outcome, null, recipient.locale()));
    InteractionHook hook = InteractionHook.from(jda, recipient.token());
    boolean isBeside = recipient.manner() == Arrivals.Manner.EDIT && standing == Standing.BESIDE;
    RestAction<?> action =
        isBeside
            ? hook.sendMessage(message).setEphemeral(true)
            : hook.editOriginal(MessageEditData.fromCreateData(message));
    try {
      action.timeout(Exchange.LATER.toMillis(), TimeUnit.MILLISECONDS).complete();
    } catch (RuntimeException refused) {
      Answered.Telling late =
          new Answered.Telling(
              recipient.caller().user(), recipient.channel(), outcome, recipient.locale());
      if (!Failures.isTooLate(refused) || !mailbox.deliver(late)) {
        // Its own words may hold the address, and with it the token.
        throw new DiscordException("Discord did not take the answer: " + Failures.reason(refused));
      }
    }
  }
}

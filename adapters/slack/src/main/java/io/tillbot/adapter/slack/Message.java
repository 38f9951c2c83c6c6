package io.tillbot.adapter.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import io.tillbot.core.reply.Form;
import java.util.List;

/**
 * A card as Slack shows it, within Slack's limits. May hold account data: prints as its size alone.
 *
 * @param text for notifications and screen readers; markup, escaped
 * @param next what comes after it
 */
record Message(String text, List<LayoutBlock> blocks, Next next) {
  private static final String EPHEMERAL = "ephemeral";
  private static final String IN_CHANNEL = "in_channel";

  Message {
    blocks = List.copyOf(blocks);
  }

  /** One after which nothing comes. */
  Message(String text, List<LayoutBlock> blocks) {
    this(text, blocks, new Next.Nothing());
  }

  /** What comes after a card. */
  sealed interface Next {
    /** It says it all. */
    record Nothing() implements Next {}

    /** It may be that what was typed is to be corrected. */
    record Correction() implements Next {}

    /** What it tells of goes on: it has to be found again later. */
    record Rest() implements Next {}

    /**
     * Questions are to be answered.
     *
     * @param intro the card without its title and without how the answers are typed
     */
    record Answers(Form form, List<LayoutBlock> intro) implements Next {
      public Answers {
        intro = List.copyOf(intro);
      }
    }
  }

  /** How a message comes to the message whose button was pressed. */
  enum Placing {
    /** Below everything else. */
    NEW,
    /** In place of that message. */
    IN_PLACE,
    /** Below everything else, and not for its reader alone. */
    FOR_ALL
  }

  /**
   * As an acknowledgement or a {@code response_url} takes it: for the eyes of one person alone,
   * unless it is for all. <a
   * href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses">Message
   * responses</a>
   */
  String json(Placing placing) {
    return GsonFactory.createSnakeCase()
        .toJson(
            ActionResponse.builder()
                .responseType(placing == Placing.FOR_ALL ? IN_CHANNEL : EPHEMERAL)
                .text(text)
                .blocks(blocks)
                .replaceOriginal(placing == Placing.IN_PLACE)
                .build());
  }

  @Override
  public String toString() {
    return "Message[" + blocks.size() + " blocks]";
  }
}

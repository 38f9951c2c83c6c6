package io.tillbot.adapter.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.response.ResponseTypes;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.List;

/**
 * A card as Slack shows it, within Slack's limits. May hold account data: prints as its size alone.
 *
 * @param text for notifications and screen readers; markup, escaped
 */
record Message(String text, List<LayoutBlock> blocks) {
  Message {
    blocks = List.copyOf(blocks);
  }

  /** How a message comes to the message whose button was pressed. */
  enum Placing {
    /** Below everything else. */
    NEW,
    /** In place of that message. */
    IN_PLACE
  }

  /**
   * As an acknowledgement or a {@code response_url} takes it: for the eyes of one person alone. <a
   * href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses">Message
   * responses</a>
   */
  String json(Placing placing) {
    return GsonFactory.createSnakeCase()
        .toJson(
            ActionResponse.builder()
                .responseType(ResponseTypes.ephemeral)
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

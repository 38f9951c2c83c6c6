package io.tillbot.core.account;

import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;

/** What is shown to somebody who asks about links and has none. */
final class NotLinked {
  private NotLinked() {}

  static Reply card() {
    return Reply.card(Text.of("status.not-linked"))
        .body(Text.of("link.how"))
        .run(Text.of("button.link"), "/billing link")
        .build();
  }
}

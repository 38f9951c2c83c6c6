package io.tillbot.app.cli;

import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/** What stands above the first prompt: where one is, and what to try. */
final class Welcome {
  private Welcome() {}

  /**
   * At the prompt of the demonstration.
   *
   * @param inventedKey an API key that opens nothing but the simulator
   */
  static Reply toDemo(String inventedKey) {
    return Reply.card(Text.of("welcome.demo"))
        .body(Text.of("welcome.demo.text"))
        .body(Text.of("welcome.leave"))
        .note(
            Text.of(
                "welcome.demo.page", Value.line("/billing link --page"), Value.data(inventedKey)))
        .run(Text.of("welcome.invoice"), "/invoice 123")
        .run(Text.of("button.unpaid"), "/invoices unpaid")
        .run(Text.of("welcome.credit"), "/credit")
        .run(Text.of("welcome.help"), "/billing help")
        .build();
  }

  /** At the prompt of the configured billing API. */
  static Reply toConsole() {
    return Reply.card(Text.of("welcome.console"))
        .body(Text.of("welcome.leave"))
        .run(Text.of("welcome.status"), "/billing status")
        .run(Text.of("button.unpaid"), "/invoices unpaid")
        .run(Text.of("welcome.help"), "/billing help")
        .build();
  }
}

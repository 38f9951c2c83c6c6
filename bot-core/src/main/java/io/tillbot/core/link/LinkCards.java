package io.tillbot.core.link;

import io.tillbot.core.access.Caller;
import io.tillbot.core.account.MaskedClient;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The cards of linking by page. */
final class LinkCards {
  private static final String AGAIN = "/billing link";

  private LinkCards() {}

  /** Where the page is, and how it goes on. */
  static Reply.Builder page(URI address, Duration life) {
    return Reply.card(Text.of("link.page"))
        .body(Text.of("link.page-how", Value.count(life.toMinutes())))
        .body(Text.of("link.page-code", Value.line(LinkCodeCommand.LINE + " CODE")))
        .note(Text.of("link.page-private"))
        .button(Text.of("button.link-page"), new Button.Open(address));
  }

  /** There is no page that a browser could reach. */
  static Reply noPage() {
    return Reply.card(Text.of("link.no-page"))
        .tone(Tone.WARNING)
        .body(Text.of("link.no-page-why", Value.data("TILLBOT_HTTP_PUBLIC_URL")))
        .field(Text.of("field.try"), Value.line(AGAIN))
        .build();
  }

  /** How somebody else links the caller. */
  static Reply operatorLinks(Caller caller) {
    String workspace =
        Optional.ofNullable(caller.workspace()).map(id -> " --workspace " + id).orElse("");
    return Reply.card(Text.of("link.by-operator"))
        .body(Text.of("link.by-operator-how"))
        .field(
            Text.of("field.try"),
            Value.data(
                "./tillbot link --platform "
                    + caller.platform().id()
                    + workspace
                    + " --user "
                    + caller.user()))
        .build();
  }

  /** Whose account would be linked by the code. */
  static Reply askForCode(MaskedClient client) {
    return client
        .put(Reply.card(Text.of("link-code.title")).body(Text.of("link-code.how")))
        .build();
  }

  /** The code can be typed whenever it is there. */
  static Reply later() {
    return Reply.card(Text.of("link-code.later"))
        .body(Text.of("link.page-code", Value.line(LinkCodeCommand.LINE + " CODE")))
        .build();
  }

  /** Not the code that the page shows. */
  static Reply wrong(int triesLeft) {
    return Reply.card(Text.of("link-code.wrong"))
        .tone(Tone.WARNING)
        .body(Text.of("link-code.tries-left", Value.count(triesLeft)))
        .run(Text.of("button.link-code"), LinkCodeCommand.LINE)
        .build();
  }

  /** The last wrong one: what was given on the page is gone. */
  static Reply usedUp() {
    return startOver(Text.of("link-code.used-up"), Text.of("link-code.used-up-why"));
  }

  /** A page is open, and nothing was given on it yet. */
  static Reply pageFirst() {
    return Reply.card(Text.of("link-code.page-first"))
        .tone(Tone.WARNING)
        .body(Text.of("link-code.page-first-how"))
        .build();
  }

  /** Nothing waits for a code. */
  static Reply nothingWaits() {
    return startOver(Text.of("link-code.none"), Text.of("link-code.none-why"));
  }

  private static Reply startOver(Text title, Text why) {
    return Reply.card(title)
        .tone(Tone.WARNING)
        .body(why)
        .field(Text.of("field.try"), Value.line(AGAIN))
        .run(Text.of("button.link"), AGAIN)
        .build();
  }
}

package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.net.URI;
import java.util.List;

/**
 * Where the bot moves no money, the buttons of cards that would do so open the billing system's own
 * pages.
 */
final class PaymentButtons {
  private final TextParser parser;
  private final Gatekeeper gatekeeper;
  private final Button portal;

  PaymentButtons(TextParser parser, Gatekeeper gatekeeper, URI clientArea) {
    this.parser = parser;
    this.gatekeeper = gatekeeper;
    this.portal = new Button(Text.of("button.pay-in-client-area"), new Button.Open(clientArea));
  }

  /** The outcome as that caller is to see it. */
  Outcome shown(Caller caller, Outcome outcome) {
    return hasPayment(outcome.reply()) && gatekeeper.paysByLink(caller)
        ? outcome.with(byLink(outcome.reply()))
        : outcome;
  }

  /** With the way to the pages, for a card that has no way of its own to pay. */
  Outcome withPortal(Outcome outcome) {
    return outcome.with(outcome.reply().more().button(portal.label(), portal.action()).build());
  }

  private boolean hasPayment(Reply card) {
    return card.buttons().stream().anyMatch(this::pays);
  }

  /** The first way to pay gives way to the page, the others go. */
  private Reply byLink(Reply card) {
    List<Button> buttons =
        card.buttons().stream().map(button -> pays(button) ? portal : button).distinct().toList();
    return card.withButtons(buttons);
  }

  private boolean pays(Button button) {
    return button.action() instanceof Button.Run(String line)
        && parser.parse(line) instanceof ParseResult.Parsed(Command command, var _)
        && command.spec().effect() == Effect.MONEY;
  }
}

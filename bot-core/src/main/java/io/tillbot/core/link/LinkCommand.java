package io.tillbot.core.link;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.account.AccountLink;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /billing link}: in a terminal a hidden prompt; elsewhere, and with {@code --page}, the
 * private address of a page. Where there is no page, how an operator links the caller, since a
 * secret is never typed into a chat.
 */
public final class LinkCommand implements Handler.AsksForSecret {
  private static final OptionSpec<Boolean> PAGE = OptionSpec.flag("page");
  private static final CommandSpec SPEC =
      CommandSpec.write("billing link", Visibility.PRIVATE, PAGE)
          .leadingTo("billing link-code", "billing status", "invoices");

  private final AccountLink link;
  private final LinkPage pages;
  private final Optional<PublicAddress> address;

  private LinkCommand(AccountLink link, LinkPage pages, Optional<PublicAddress> address) {
    this.link = link;
    this.pages = pages;
    this.address = address;
  }

  /**
   * The command.
   *
   * @param address empty where no browser reaches the bot
   */
  public static Command command(AccountLink link, LinkPage pages, Optional<PublicAddress> address) {
    return new Command(SPEC, new LinkCommand(link, pages, address));
  }

  @Override
  public Outcome handle(Call call) {
    boolean isTerminal = call.caller().platform() == Platform.CONSOLE;
    if (isTerminal && !call.options().has(PAGE)) {
      return new Outcome.NeedsInput(
          Reply.card(Text.of("link.form-title")).body(Text.of("link.in-terminal")).build(),
          LinkForm.form(SPEC));
    }
    return address
        .map(reachable -> page(call.caller(), reachable))
        .orElseGet(
            () ->
                isTerminal
                    ? new Outcome.Refused(LinkCards.noPage())
                    : new Outcome.NeedsLink(LinkCards.operatorLinks(call.caller())));
  }

  private Outcome page(Caller caller, PublicAddress reachable) {
    URI page = reachable.page(pages.open(caller));
    Reply.Builder card = LinkCards.page(page, LinkPage.LIFE);
    // A person at a terminal is asked at once; a chat cannot wait with an open form.
    return caller.platform() == Platform.CONSOLE
        ? new Outcome.NeedsInput(card.build(), LinkCodeCommand.form())
        : new Outcome.Answered(card.run(Text.of("button.link-code"), LinkCodeCommand.LINE).build());
  }

  @Override
  public Outcome submit(Call call, Map<String, String> answers) {
    if (call.caller().platform() != Platform.CONSOLE) {
      return new Outcome.NeedsLink(LinkCards.operatorLinks(call.caller()));
    }
    return LinkForm.read(answers)
        .map(credential -> link.link(call.caller(), credential))
        .orElseGet(
            () ->
                new Outcome.Refused(
                    Reply.card(Text.of("link.not-accepted"))
                        .tone(Tone.WARNING)
                        .body(Text.of("link.not-a-credential"))
                        .build()));
  }
}

package io.tillbot.core.link;

import io.tillbot.core.access.Caller;
import io.tillbot.core.account.AccountLink;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.CodeType;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /billing link-code}: links what was given on the page, by the code that it shows. */
public final class LinkCodeCommand implements Handler.NeedsNoAccount {
  /** As a person types it, before the code. */
  static final String LINE = "/billing link-code";

  private static final String EXAMPLE = "ABCD-3467";
  private static final OptionSpec<String> CODE =
      OptionSpec.optional("code", new CodeType(LinkCode.LENGTH, EXAMPLE));
  private static final CommandSpec SPEC =
      CommandSpec.write("billing link-code", Visibility.PRIVATE, CODE)
          .asking(CODE)
          .leadingTo("billing status", "invoices");

  private final LinkCodes codes;
  private final AccountLink link;

  private LinkCodeCommand(LinkCodes codes, AccountLink link) {
    this.codes = codes;
    this.link = link;
  }

  public static Command command(Store store, AccountLink link) {
    return new Command(SPEC, new LinkCodeCommand(new LinkCodes(store), link));
  }

  /** Asks for the code; whoever does not have it yet leaves it blank. */
  static Form form() {
    return new Form(
        SPEC.path().name(),
        Map.of(),
        Text.of("button.link-code"),
        List.of(
            new Form.Line(
                CODE.name(), Text.of("link-code.code"), Form.Need.OPTIONAL, null, EXAMPLE)));
  }

  @Override
  public Outcome handle(Call call) {
    Optional<String> code = call.options().find(CODE);
    if (code.isPresent()) {
      return compared(call.caller(), code.get());
    }
    return call.opensForm(SPEC) ? asked(call.caller()) : new Outcome.Answered(LinkCards.later());
  }

  private Outcome asked(Caller caller) {
    return codes
        .pending(caller)
        .<Outcome>map(
            pending ->
                new Outcome.NeedsInput(LinkCards.askForCode(pending.accepted().client()), form()))
        .orElseGet(() -> nothingWaits(caller));
  }

  private Outcome compared(Caller caller, String typed) {
    return switch (codes.compare(caller, typed)) {
      case LinkCodes.Compared.Right(PendingLink pending) ->
          link.keep(caller, pending.accepted(), pending.credential());
      case LinkCodes.Compared.Wrong(int triesLeft) ->
          new Outcome.Refused(triesLeft > 0 ? LinkCards.wrong(triesLeft) : LinkCards.usedUp());
      case LinkCodes.Compared.None _ -> nothingWaits(caller);
    };
  }

  private Outcome nothingWaits(Caller caller) {
    return new Outcome.Refused(
        codes.hasPage(caller) ? LinkCards.pageFirst() : LinkCards.nothingWaits());
  }
}

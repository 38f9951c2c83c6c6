package io.tillbot.core.account;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /billing link}: in a terminal a hidden prompt; elsewhere how an operator links the caller,
 * since a secret is never typed into a chat.
 */
public final class LinkCommand implements Handler.AsksForSecret {
  private static final CommandSpec SPEC =
      CommandSpec.write("billing link", Visibility.PRIVATE).leadingTo("billing status", "invoices");

  private final AccountLink link;

  private LinkCommand(AccountLink link) {
    this.link = link;
  }

  public static Command command(AccountLink link) {
    return new Command(SPEC, new LinkCommand(link));
  }

  @Override
  public Outcome handle(Call call) {
    return call.caller().platform() == Platform.CONSOLE
        ? new Outcome.NeedsInput(
            Reply.card(Text.of("link.form-title")).body(Text.of("link.in-terminal")).build(),
            LinkForm.form(SPEC))
        : new Outcome.NeedsLink(operatorLinks(call.caller()));
  }

  @Override
  public Outcome submit(Call call, Map<String, String> answers) {
    if (call.caller().platform() != Platform.CONSOLE) {
      return new Outcome.NeedsLink(operatorLinks(call.caller()));
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

  private static Reply operatorLinks(Caller caller) {
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
}

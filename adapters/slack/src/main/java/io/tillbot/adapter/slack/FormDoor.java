package io.tillbot.adapter.slack;

import io.tillbot.adapter.slack.AnswerAddress.InView;
import io.tillbot.adapter.slack.WebAnswers.Opened;
import io.tillbot.core.Invocation;
import io.tillbot.core.access.Caller;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the view in which a form, and what comes of it, is shown. */
final class FormDoor {
  private static final Logger LOG = LoggerFactory.getLogger(FormDoor.class);

  private final FormCommands commands;
  private final WebAnswers calls;
  private final Modals modals;
  private final Function<Caller, Locale> language;

  FormDoor(
      FormCommands commands, WebAnswers calls, Modals modals, Function<Caller, Locale> language) {
    this.commands = commands;
    this.calls = calls;
    this.modals = modals;
    this.language = language;
  }

  /** Whether what was given opens a form. */
  boolean isFor(Invocation.Input input) {
    return commands.opens(input);
  }

  /**
   * Opens a view that says that something is on its way, for the answer to take its place. Where
   * Slack does not open it, such as when the trigger is older than three seconds, the answer goes
   * where it would have gone, and tells how the form is answered by options.
   */
  Recipient open(Recipient to, @Nullable String trigger) {
    if (trigger == null || trigger.isEmpty()) {
      return to;
    }
    FormMemo memo = FormMemo.from(to.place().id(), language.apply(to.caller()));
    Opened opened = calls.open(to.caller(), trigger, modals.loading(memo));
    opened.trouble().ifPresent(why -> LOG.warn("a form was not opened: {}", why));
    return opened.id().map(id -> to.at(new InView(id, Optional.empty(), memo))).orElse(to);
  }
}

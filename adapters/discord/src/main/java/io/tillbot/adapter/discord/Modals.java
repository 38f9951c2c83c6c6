package io.tillbot.adapter.discord;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.OptionSpec;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the modal that a button stands for, at once: a modal must be the first response. */
final class Modals {
  private static final Logger LOG = LoggerFactory.getLogger(Modals.class);

  private final CommandRegistry registry;
  private final Presenter presenter;

  Modals(CommandRegistry registry, Presenter presenter) {
    this.registry = registry;
    this.presenter = presenter;
  }

  /** Opens it; a button of a command that is no more does nothing. */
  void open(ButtonInteractionEvent event, FormId form, Locale locale) {
    registry
        .find(List.of(form.command().split(" ")))
        .map(Command::spec)
        .flatMap(spec -> spec.option(form.question()))
        .flatMap(
            option ->
                Asking.modal(
                    form,
                    event.getButton().getLabel(),
                    asked(option, locale),
                    option.type().example()))
        .ifPresent(
            modal -> {
              try {
                event
                    .replyModal(modal)
                    .timeout(Exchange.FIRST.toMillis(), TimeUnit.MILLISECONDS)
                    .complete();
              } catch (RuntimeException refused) {
                LOG.warn("Discord did not open a modal: {}", Failures.reason(refused));
              }
            });
  }

  private String asked(OptionSpec<?> option, Locale locale) {
    return presenter.words(option.description(), locale);
  }
}

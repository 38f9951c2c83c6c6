package io.tillbot.adapter.discord;

import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/**
 * A form's questions where Discord has more than options for them: menus for what is chosen, and a
 * modal for a single line, such as a code. A menu answers its question alone, so that there is none
 * beside another question that must be answered.
 */
final class Asking {
  /** Stands for leaving a question unanswered: Discord takes no empty value. */
  static final String UNANSWERED = "-";

  private static final int MOST_ROWS = 3;
  private static final int SHOWN_IN_A_MODAL = 1_500;

  private final Written written;

  Asking(Written written) {
    this.written = written;
  }

  /** The menus, and the button that opens the modal. */
  List<ActionRow> rows(Form form) {
    List<ActionRow> rows = new ArrayList<>();
    for (Form.Question question : form.questions()) {
      if (rows.size() < MOST_ROWS && isOnlyOneNeeded(form, question)) {
        row(form, question).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static boolean isOnlyOneNeeded(Form form, Form.Question asked) {
    return form.questions().stream()
        .filter(question -> !question.equals(asked))
        .noneMatch(Asking::isNeeded);
  }

  private static boolean isNeeded(Form.Question question) {
    return switch (question) {
      case Form.Line line -> line.need() == Form.Need.REQUIRED;
      case Form.Choice choice -> choice.choices().stream().noneMatch(Form.Option::isUnanswered);
      case Form.Selection _, Form.SecretText _ -> true;
    };
  }

  private Optional<ActionRow> row(Form form, Form.Question question) {
    return switch (question) {
      case Form.Choice choice ->
          id(FormId.Kind.ANSWERS, form, question)
              .map(id -> menu(id, choice.label(), choice.choices(), 1, 1));
      case Form.Selection selection ->
          id(FormId.Kind.ANSWERS, form, question)
              .map(
                  id ->
                      menu(
                          id,
                          selection.label(),
                          selection.choices(),
                          selection.least(),
                          selection.choices().size()));
      case Form.Line _ ->
          isModal(form)
              ? id(FormId.Kind.OPENS, form, question)
                  .map(id -> Button.of(ButtonStyle.PRIMARY, id, label(form.title())))
                  .map(button -> ActionRow.of(button))
              : Optional.empty();
      case Form.SecretText _ -> Optional.empty();
    };
  }

  private static Optional<String> id(FormId.Kind kind, Form form, Form.Question question) {
    return FormId.of(kind, form, question).text();
  }

  private String label(Text text) {
    return Markdown.plain(written.something(text), Limits.BUTTON_LABEL);
  }

  private ActionRow menu(String id, Text label, List<Form.Option> options, int least, int most) {
    return ActionRow.of(
        StringSelectMenu.create(id)
            .setPlaceholder(Markdown.plain(written.something(label), Limits.MENU_PLACEHOLDER))
            .addOptions(options.stream().map(this::option).toList())
            .setRequiredRange(least, most)
            .build());
  }

  private SelectOption option(Form.Option option) {
    return SelectOption.of(
        Markdown.plain(written.something(option.label()), Limits.MENU_LABEL),
        option.isUnanswered() ? UNANSWERED : option.id());
  }

  /** Whether the form asks for one line and nothing else. */
  private static boolean isModal(Form form) {
    return form.questions().size() == 1 && form.questions().getFirst() instanceof Form.Line;
  }

  /** The form as a modal, with its card's words above the question, where it is one. */
  Optional<Modal> modal(Outcome outcome) {
    if (!(outcome instanceof Outcome.NeedsInput(Reply reply, Form form)) || !isModal(form)) {
      return Optional.empty();
    }
    Form.Line line = (Form.Line) form.questions().getFirst();
    return FormId.of(FormId.Kind.ANSWERS, form, line)
        .text()
        .map(
            id ->
                Modal.create(id, title(written.something(form.title())))
                    .addComponents(
                        TextDisplay.of(words(reply)),
                        input(line.name(), written.something(line.label()), line.example()))
                    .build());
  }

  /**
   * A modal that was asked for by its button.
   *
   * @param label the button's
   * @param question what is asked for
   */
  static Optional<Modal> modal(FormId opened, String label, String question, String example) {
    return opened
        .as(FormId.Kind.ANSWERS)
        .text()
        .map(
            id ->
                Modal.create(id, title(label))
                    .addComponents(input(opened.question(), question, example))
                    .build());
  }

  private static String title(String text) {
    return Markdown.plain(text, Limits.MODAL_TITLE);
  }

  private static Label input(String name, String question, String example) {
    return Label.of(
        Markdown.plain(question, Limits.MODAL_LABEL),
        TextInput.create(name, TextInputStyle.SHORT)
            .setPlaceholder(Markdown.plain(example, Limits.INPUT_PLACEHOLDER))
            .setRequired(true)
            .setMaxLength(Limits.SHORT_INPUT)
            .build());
  }

  private String words(Reply reply) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + escaped(reply.title()) + "**");
    reply.body().forEach(paragraph -> lines.add(escaped(paragraph)));
    reply
        .fields()
        .forEach(field -> lines.add(escaped(field.name()) + ": " + escaped(field.value())));
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() + line.length() < SHOWN_IN_A_MODAL) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    return text.toString();
  }

  private String escaped(Value value) {
    return Markdown.escaped(written.something(value), Limits.TITLE);
  }
}

package io.tillbot.adapter.console;

import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a form's questions one by one. */
final class FormDialog {
  private static final String CANCEL = "cancel";

  private final Terminal terminal;
  private final Written written;
  private final Screen screen;

  FormDialog(Terminal terminal, Written written, Screen screen) {
    this.terminal = terminal;
    this.written = written;
    this.screen = screen;
  }

  /** The answers by their questions' names; empty when the person gave up, which is said. */
  Optional<Map<String, String>> ask(Form form) {
    Map<String, String> answers = new LinkedHashMap<>();
    say(form.title(), Ink.BOLD);
    for (Form.Question question : form.questions()) {
      Optional<String> answer =
          switch (question) {
            case Form.Choice choice -> choose(choice);
            case Form.SecretText secret -> secret(secret);
            case Form.Line line -> line(line.label());
            case Form.Selection selection -> line(selection.label());
          };
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      answers.put(question.name(), answer.get());
    }
    return Optional.of(answers);
  }

  private Optional<String> choose(Form.Choice choice) {
    say(choice.label());
    List<Form.Option> options = choice.choices();
    for (int i = 0; i < options.size(); i++) {
      Text label = options.get(i).label();
      say(i + 1 + "  " + written.of(i == 0 ? Text.of("console.choice.default", label) : label));
    }
    Value count = Value.count(options.size());
    while (true) {
      String typed = terminal.readLine(prompt(Text.of("console.choice.prompt", count)));
      if (typed == null || typed.strip().equalsIgnoreCase(CANCEL)) {
        return cancelled();
      }
      Optional<String> chosen = chosen(options, typed.strip());
      if (chosen.isPresent()) {
        return chosen;
      }
      say(Text.of("console.choice.invalid", count));
    }
  }

  /** The default for an empty line, else the option of that number or id. */
  private static Optional<String> chosen(List<Form.Option> options, String typed) {
    if (typed.isEmpty()) {
      return Optional.of(options.getFirst().id());
    }
    for (int i = 0; i < options.size(); i++) {
      String id = options.get(i).id();
      if (typed.equals(Integer.toString(i + 1)) || typed.equalsIgnoreCase(id)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  private Optional<String> line(Text label) {
    say(label);
    String typed = terminal.readLine(prompt(label));
    return typed == null ? cancelled() : Optional.of(typed.strip());
  }

  private Optional<String> secret(Form.SecretText question) {
    say(question.label());
    @Nullable Text hint = question.hint();
    if (hint != null) {
      say(hint);
    }
    if (!terminal.canHide()) {
      say(Text.of("console.secret.visible"));
      return cancelled();
    }
    String typed = terminal.readHidden(prompt(Text.of("console.secret.prompt")));
    return typed == null || typed.isBlank() ? cancelled() : Optional.of(typed.strip());
  }

  private Optional<String> cancelled() {
    say(Text.of("console.cancelled"));
    return Optional.empty();
  }

  private void say(Text text) {
    say(written.of(text));
  }

  private void say(Text text, Ink ink) {
    print(lines(written.of(text)).stream().map(line -> ink.on(line, screen.colours())).toList());
  }

  private void say(String line) {
    print(lines(line));
  }

  private List<String> lines(String text) {
    return Columns.wrap(text, screen.width() - Margin.WIDTH);
  }

  private void print(List<String> lines) {
    String margined = String.join("\n", Margin.put(" ", lines));
    terminal.print(margined.replace(Columns.NO_BREAK_SPACE, ' ') + "\n");
  }

  private String prompt(Text text) {
    return Margin.BLANK + written.of(text).replace(Columns.NO_BREAK_SPACE, ' ') + " ";
  }
}

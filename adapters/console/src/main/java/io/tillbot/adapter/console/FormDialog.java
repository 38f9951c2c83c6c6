package io.tillbot.adapter.console;

import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a form's questions one by one, each again until its answer will do. */
final class FormDialog {
  private static final String CANCEL = "cancel";

  private final Terminal terminal;
  private final Talking talking;
  private final Check check;

  FormDialog(Terminal terminal, Talking talking, Check check) {
    this.terminal = terminal;
    this.talking = talking;
    this.check = check;
  }

  /** What is wrong with answers, by their questions' names. */
  @FunctionalInterface
  interface Check {
    Map<String, Text> problems(Form form, Map<String, String> answers);
  }

  /** The answers by their questions' names; empty when the person gave up, which is said. */
  Optional<Map<String, String>> ask(Form form) {
    Map<String, String> answers = new LinkedHashMap<>();
    talking.say(form.title(), Ink.BOLD);
    talking.say(Text.of("console.form.hint"), Ink.DIM);
    for (Form.Question question : form.questions()) {
      Optional<String> answer = answer(form, question);
      if (answer.isEmpty()) {
        talking.say(Text.of("console.cancelled"));
        return Optional.empty();
      }
      answers.put(question.name(), answer.get());
    }
    return Optional.of(answers);
  }

  private Optional<String> answer(Form form, Form.Question question) {
    introduce(question);
    if (question instanceof Form.SecretText && !terminal.canHide()) {
      talking.say(Text.of("console.secret.visible"));
      return Optional.empty();
    }
    while (true) {
      switch (reading(form, question)) {
        case Reading.Good(String answer) -> {
          return Optional.of(answer);
        }
        case Reading.Bad(Text why) -> talking.say(why);
        case Reading.GivenUp _ -> {
          return Optional.empty();
        }
      }
    }
  }

  private void introduce(Form.Question question) {
    talking.say(question.label());
    switch (question) {
      case Form.Line line -> present(line);
      case Form.Choice choice -> list(choice.choices(), 0);
      case Form.Selection selection -> list(selection.choices(), -1);
      case Form.SecretText secret -> hint(secret.hint());
    }
  }

  private void present(Form.Line line) {
    @Nullable Value present = line.present();
    if (present != null) {
      talking.say(Text.of("console.form.present", present), Ink.DIM);
    } else if (line.need() == Form.Need.OPTIONAL) {
      talking.say(Text.of("console.form.optional", Value.data(line.example())), Ink.DIM);
    } else {
      talking.say(Text.of("console.form.example", Value.data(line.example())), Ink.DIM);
    }
  }

  private void hint(@Nullable Text hint) {
    if (hint != null) {
      talking.say(hint);
    }
  }

  private void list(List<Form.Option> options, int usual) {
    Listing listing = new Listing(options);
    for (int i = 0; i < options.size(); i++) {
      Text label = options.get(i).label();
      Text shown = i == usual ? Text.of("console.choice.default", label) : label;
      talking.say(listing.mark(i) + "  " + talking.written(shown));
    }
  }

  private Reading reading(Form form, Form.Question question) {
    if (!(typed(question) instanceof Typed.Line(String typed))) {
      return new Reading.GivenUp();
    }
    String line = typed.strip();
    if (question instanceof Form.SecretText) {
      return Reading.of(question, line);
    }
    if (line.equalsIgnoreCase(CANCEL)) {
      return new Reading.GivenUp();
    }
    Reading reading = Reading.of(question, line);
    return reading instanceof Reading.Good(String answer)
        ? checked(form, question.name(), answer)
        : reading;
  }

  private Typed typed(Form.Question question) {
    return switch (question) {
      case Form.Line _ -> terminal.readAnswer(Margin.BLANK + "> ");
      case Form.Choice choice ->
          terminal.readAnswer(
              talking.prompt(
                  Text.of(
                      "console.choice.prompt", Value.data(new Listing(choice.choices()).mark(0)))));
      case Form.Selection selection ->
          terminal.readAnswer(
              talking.prompt(Text.of("console.selection.prompt", Value.count(selection.least()))));
      case Form.SecretText _ ->
          terminal.readHidden(talking.prompt(Text.of("console.secret.prompt")));
    };
  }

  private Reading checked(Form form, String name, String answer) {
    @Nullable Text problem = check.problems(form, Map.of(name, answer)).get(name);
    return problem == null ? new Reading.Good(answer) : new Reading.Bad(problem);
  }
}

package io.tillbot.adapter.console;

import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a typed line means as the answer to a question. */
sealed interface Reading {
  Pattern BETWEEN = Pattern.compile("[\\s,]+");

  /**
   * An answer; prints without it, since it may be a secret.
   *
   * @param answer as the form wants it
   */
  record Good(String answer) implements Reading {
    @Override
    public String toString() {
      return "Good";
    }
  }

  /** None; the question is asked again. */
  record Bad(Text why) implements Reading {}

  /** The question is given up. */
  record GivenUp() implements Reading {}

  /** Reads a line, its ends trimmed. */
  static Reading of(Form.Question question, String line) {
    return switch (question) {
      case Form.Line text -> text(text, line);
      case Form.Choice choice -> choice(choice, line);
      case Form.Selection selection -> selection(selection, line);
      case Form.SecretText _ -> line.isEmpty() ? new GivenUp() : new Good(line);
    };
  }

  private static Reading text(Form.Line question, String line) {
    boolean isMissing =
        line.isEmpty() && question.need() == Form.Need.REQUIRED && question.present() == null;
    return isMissing
        ? new Bad(Text.of("console.form.required", Value.data(question.example())))
        : new Good(line);
  }

  private static Reading choice(Form.Choice question, String line) {
    Listing listing = new Listing(question.choices());
    if (line.isEmpty()) {
      return new Good(question.choices().getFirst().id());
    }
    Optional<String> id = listing.id(line);
    return id.isPresent()
        ? new Good(id.get())
        : new Bad(Text.of("console.choice.invalid", Value.data(listing.marks())));
  }

  private static Reading selection(Form.Selection question, String line) {
    Listing listing = new Listing(question.choices());
    Set<String> ids = new LinkedHashSet<>();
    for (String word : words(line)) {
      Optional<String> id = listing.id(word);
      if (id.isEmpty()) {
        return new Bad(Text.of("console.selection.unlisted", Value.echo(word)));
      }
      ids.add(id.get());
    }
    return ids.size() < question.least()
        ? new Bad(Text.of("console.selection.too-few", Value.count(question.least())))
        : new Good(String.join(" ", ids));
  }

  private static List<String> words(String line) {
    return BETWEEN.splitAsStream(line).filter(word -> !word.isEmpty()).toList();
  }
}

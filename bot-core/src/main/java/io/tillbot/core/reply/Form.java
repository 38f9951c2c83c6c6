package io.tillbot.core.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions that a person answers before a command can go on.
 *
 * @param id names the form; goes back with the answers to {@code Bot.submit}
 */
public record Form(String id, Text title, List<Question> questions) {
  public Form {
    questions = List.copyOf(questions);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("a form needs questions");
    }
  }

  /** One question of a form. */
  public sealed interface Question {
    /** The answer's name. */
    String name();

    Text label();
  }

  /**
   * One of a few.
   *
   * @param choices the answers' ids with their labels, at least two, the first being the default
   */
  public record Choice(String name, Text label, List<Option> choices) implements Question {
    public Choice {
      choices = List.copyOf(choices);
      if (choices.size() < 2) {
        throw new IllegalArgumentException("a choice needs at least two options");
      }
    }
  }

  /** An answer of a choice. */
  public record Option(String id, Text label) {}

  /** A text that nobody may see while it is typed, nor later. */
  public record SecretText(String name, Text label, @Nullable Text hint) implements Question {}
}

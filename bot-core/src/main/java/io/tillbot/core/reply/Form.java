package io.tillbot.core.reply;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions that a person answers before a command can go on. What is answered are options of that
 * command by their names, so that whoever fills in a form could have typed a line.
 *
 * @param command the command's name, such as {@code contact edit}
 * @param given options that were given already, by their names
 */
public record Form(
    String command, Map<String, String> given, Text title, List<Question> questions) {
  public Form {
    given = Map.copyOf(given);
    questions = List.copyOf(questions);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("a form needs questions");
    }
    Set<String> names = new HashSet<>(given.keySet());
    for (Question question : questions) {
      if (!names.add(question.name())) {
        throw new IllegalArgumentException("asked twice: " + question.name());
      }
    }
  }

  /** One question of a form. */
  public sealed interface Question {
    /** The answer's name. */
    String name();

    Text label();
  }

  /** Whether a question may be left unanswered. */
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  /**
   * A line of text.
   *
   * @param present what it is now, as it may be shown; an empty answer keeps it. Null when there is
   *     nothing yet
   * @param example an answer that would do
   */
  public record Line(String name, Text label, Need need, @Nullable Value present, String example)
      implements Question {}

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

  /**
   * Several of a few; the answer is the ids, joined by blanks.
   *
   * @param choices the answers' ids with their labels, at most 25, which is what chats can show
   * @param least how many must be chosen
   */
  public record Selection(String name, Text label, List<Option> choices, int least)
      implements Question {
    private static final int MOST = 25;

    public Selection {
      choices = List.copyOf(choices);
      if (choices.size() > MOST || least < 1 || least > choices.size()) {
        throw new IllegalArgumentException("a selection is of 1 to 25");
      }
    }
  }

  /**
   * An answer of a choice.
   *
   * @param id what is answered; empty for the option that leaves the question unanswered
   */
  public record Option(String id, Text label) {
    /**
     * The option that leaves the question unanswered, so that what is asked for stays as it is. A
     * platform whose options need words of their own makes one up and answers with an empty text.
     */
    public static Option unanswered(Text label) {
      return new Option("", label);
    }

    public boolean isUnanswered() {
      return id.isEmpty();
    }
  }

  /** A text that nobody may see while it is typed, nor later. */
  public record SecretText(String name, Text label, @Nullable Text hint) implements Question {}
}

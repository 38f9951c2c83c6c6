package io.tillbot.adapter.console;

import io.tillbot.core.reply.Form;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The options of a question, each with the mark that chooses it. The marks are numbers, except
 * where an option's own id could be taken for another one's number: there they are the ids.
 */
final class Listing {
  private final List<Form.Option> options;
  private final boolean isNumbered;

  Listing(List<Form.Option> options) {
    this.options = List.copyOf(options);
    this.isNumbered = options.stream().noneMatch(option -> isNumber(option.id()));
  }

  private boolean isNumber(String id) {
    for (int i = 1; i <= options.size(); i++) {
      if (id.equals(Integer.toString(i))) {
        return true;
      }
    }
    return false;
  }

  /** All marks, for a person who has typed something else. */
  String marks() {
    return IntStream.range(0, options.size())
        .mapToObj(this::mark)
        .collect(Collectors.joining(", "));
  }

  /** What chooses the option. */
  String mark(int index) {
    return isNumbered ? Integer.toString(index + 1) : options.get(index).id();
  }

  /** The id of the option that the word names by its mark or its id. */
  Optional<String> id(String word) {
    for (int i = 0; i < options.size(); i++) {
      String id = options.get(i).id();
      if (word.equals(mark(i)) || word.equalsIgnoreCase(id)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }
}

package io.tillbot.adapter.slack;

import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says how a form's questions are answered as options of its command. A secret is never one: it has
 * no place in a line that a chat keeps.
 */
final class FormGuide {
  private final CommandRegistry registry;
  private final CommandNames names;

  FormGuide(CommandRegistry registry, CommandNames names) {
    this.registry = registry;
    this.names = names;
  }

  void put(Form form, Written written, Blocks blocks) {
    if (isSecret(form)) {
      blocks.paragraph(written.of(Text.of("slack.form.secret")));
      return;
    }
    blocks.paragraph(written.of(Text.of("slack.form.how", Value.data(example(form)))));
    List<Blocks.Pair> pairs = new ArrayList<>();
    for (Form.Question question : form.questions()) {
      pairs.add(new Blocks.Pair("--" + question.name(), meaning(question, written)));
    }
    blocks.pairs(pairs);
  }

  /** Whether it asks for a secret, which has no place in a chat at all. */
  static boolean isSecret(Form form) {
    return form.questions().stream().anyMatch(Form.SecretText.class::isInstance);
  }

  private static String meaning(Form.Question question, Written written) {
    String label = written.of(question.label());
    return switch (question) {
      case Form.Line line ->
          line.present() == null ? label : label + " (" + written.of(line.present()) + ")";
      case Form.Choice choice -> label + ": " + ids(choice.choices());
      case Form.Selection selection -> label + ": " + ids(selection.choices());
      case Form.SecretText _ -> label;
    };
  }

  private static String ids(List<Form.Option> options) {
    return options.stream().map(Form.Option::id).collect(Collectors.joining(", "));
  }

  /** A line that answers the first question, beside what was given already. */
  private String example(Form form) {
    Form.Question first = form.questions().getFirst();
    Map<String, String> words = new HashMap<>(form.given());
    words.put(first.name(), answer(first));
    Optional<CommandSpec> spec =
        registry
            .find(List.of(form.command().split(" ")))
            .map(io.tillbot.core.command.Command::spec);
    return names.typed(
        spec.map(known -> known.line(words))
            .orElseGet(() -> "/" + form.command() + " --" + first.name() + " " + answer(first)));
  }

  private static String answer(Form.Question question) {
    return switch (question) {
      case Form.Line line -> line.example();
      case Form.Choice choice -> choice.choices().getFirst().id();
      case Form.Selection selection ->
          selection.choices().stream()
              .limit(selection.least())
              .map(Form.Option::id)
              .collect(Collectors.joining(" "));
      case Form.SecretText _ -> "";
    };
  }
}

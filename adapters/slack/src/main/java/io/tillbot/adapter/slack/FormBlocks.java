package io.tillbot.adapter.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.ViewState;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form's questions as inputs, each a block named as its answer is, and its answers as they come
 * back. <a href="https://docs.slack.dev/reference/block-kit/blocks/input-block">Input block</a>
 */
final class FormBlocks {
  /** Slack wants a value of every option, also of the one that leaves the question unanswered. */
  private static final String UNANSWERED = "-";

  private FormBlocks() {}

  /**
   * One question.
   *
   * @param typed what was answered before, by the questions' names
   */
  static LayoutBlock of(Form.Question question, Map<String, String> typed, Written written) {
    String before = typed.getOrDefault(question.name(), "");
    return switch (question) {
      case Form.Line line -> line(line, before, written);
      case Form.Choice choice ->
          input(choice, written)
              .element(choice(choice, typed.get(question.name()), written))
              .build();
      case Form.Selection selection ->
          input(selection, written)
              .element(selection(selection, before, written))
              .optional(false)
              .build();
      case Form.SecretText _ ->
          throw new IllegalArgumentException("a secret is never typed into Slack");
    };
  }

  private static InputBlock.InputBlockBuilder input(Form.Question question, Written written) {
    return InputBlock.builder()
        .blockId(question.name())
        .label(Mrkdwn.plain(written.of(question.label()), Limits.INPUT_LABEL));
  }

  private static LayoutBlock line(Form.Line line, String before, Written written) {
    InputBlock.InputBlockBuilder block =
        input(line, written)
            .optional(line.need() == Form.Need.OPTIONAL)
            .element(
                PlainTextInputElement.builder()
                    .actionId(line.name())
                    .placeholder(Mrkdwn.plain(line.example(), Limits.PLACEHOLDER))
                    .initialValue(before.isEmpty() ? null : before)
                    .build());
    if (line.present() != null) {
      String kept = written.of(Text.of("slack.form.present", line.present()));
      block.hint(Mrkdwn.plain(kept, Limits.INPUT_LABEL));
    }
    return block.build();
  }

  private static BlockElement choice(Form.Choice choice, @Nullable String before, Written written) {
    List<OptionObject> options = options(choice.choices(), written);
    OptionObject first =
        options.stream()
            .filter(option -> before != null && answer(option.getValue()).equals(before))
            .findFirst()
            .orElseGet(options::getFirst);
    return StaticSelectElement.builder()
        .actionId(choice.name())
        .options(options)
        .initialOption(first)
        .build();
  }

  private static BlockElement selection(Form.Selection selection, String before, Written written) {
    Set<String> chosen = Arrays.stream(before.split(" ")).collect(Collectors.toSet());
    List<OptionObject> options = options(selection.choices(), written);
    List<OptionObject> initial =
        options.stream().filter(option -> chosen.contains(option.getValue())).toList();
    String least = written.of(Text.of("slack.form.least", Value.count(selection.least())));
    return MultiStaticSelectElement.builder()
        .actionId(selection.name())
        .placeholder(Mrkdwn.plain(least, Limits.PLACEHOLDER))
        .options(options)
        .initialOptions(initial.isEmpty() ? null : initial)
        .build();
  }

  private static List<OptionObject> options(List<Form.Option> options, Written written) {
    return options.stream()
        .limit(Limits.OPTIONS)
        .map(
            option ->
                OptionObject.builder()
                    .value(option.isUnanswered() ? UNANSWERED : option.id())
                    .text(Mrkdwn.plain(written.of(option.label()), Limits.OPTION_TEXT))
                    .build())
        .toList();
  }

  /** The answers by their questions' names; an empty one was left unanswered. */
  static Map<String, String> answers(@Nullable ViewState state) {
    Map<String, String> answers = new HashMap<>();
    Optional.ofNullable(state)
        .map(ViewState::getValues)
        .orElseGet(Map::of)
        .forEach(
            (name, elements) ->
                answers.put(
                    name,
                    elements.values().stream().findFirst().map(FormBlocks::answer).orElse("")));
    return answers;
  }

  private static String answer(ViewState.Value value) {
    List<ViewState.SelectedOption> several = new ArrayList<>();
    Optional.ofNullable(value.getSelectedOptions()).ifPresent(several::addAll);
    Optional.ofNullable(value.getSelectedOption()).ifPresent(several::add);
    return several.isEmpty()
        ? Objects.requireNonNullElse(value.getValue(), "")
        : several.stream()
            .map(option -> answer(option.getValue()))
            .collect(Collectors.joining(" "));
  }

  private static String answer(String value) {
    return value.equals(UNANSWERED) ? "" : value;
  }
}

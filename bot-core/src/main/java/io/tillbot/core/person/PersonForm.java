package io.tillbot.core.person;

import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.option.OptionType;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form that asks for a person's details, one question for each. */
public final class PersonForm {
  private PersonForm() {}

  /**
   * Asks for those details that were not given yet. What is left unanswered stays as it is.
   *
   * @param present what is there; shown masked
   */
  public static Form of(
      CommandSpec spec,
      Options given,
      Text title,
      List<Detail> asked,
      Set<Detail> required,
      Details present) {
    return new Form(
        spec.path().name(),
        given.words(),
        title,
        asked.stream()
            .filter(detail -> given.find(detail.option()).isEmpty())
            .map(
                detail ->
                    question(
                        detail,
                        present,
                        required.contains(detail) ? Form.Need.REQUIRED : Form.Need.OPTIONAL))
            .toList());
  }

  /** Puts on the card what is there, masked, for those who see no form. */
  public static void showPresent(Reply.Builder card, List<Detail> asked, Details present) {
    asked.forEach(detail -> card.fieldIfKnown(detail.label(), present.get(detail), detail::masked));
  }

  private static Form.Question question(Detail detail, Details present, Form.Need need) {
    OptionType<String> type = detail.option().type();
    return detail == Detail.CUSTOMER_TYPE
        ? choice(detail, present)
        : new Form.Line(
            detail.option().name(), detail.label(), need, shown(detail, present), type.example());
  }

  private static Form.Choice choice(Detail detail, Details present) {
    List<Form.Option> options = new ArrayList<>();
    Value now = shown(detail, present);
    options.add(
        Form.Option.unanswered(
            now == null ? Text.of("form.keep") : Text.of("form.keep-present", now)));
    for (CustomerType type : CustomerType.values()) {
      options.add(new Form.Option(type.word(), type.label()));
    }
    return new Form.Choice(detail.option().name(), detail.label(), options);
  }

  private static @Nullable Value shown(Detail detail, Details present) {
    String value = present.get(detail);
    return value == null ? null : detail.masked(value);
  }
}

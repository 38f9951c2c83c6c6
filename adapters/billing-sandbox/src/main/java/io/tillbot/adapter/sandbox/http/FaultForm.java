package io.tillbot.adapter.sandbox.http;

import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.choice.Choice;
import io.tillbot.adapter.sandbox.choice.Choices;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.adapter.sandbox.fault.Faults;
import io.tillbot.adapter.sandbox.form.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Faults as the control address reads and shows them. */
final class FaultForm {

  private final Choices choices = new Choices();

  /** Reads a fault; an IllegalArgumentException says what is wrong with it. */
  Fault read(Form form) {
    List<Choice> chosen = new ArrayList<>();
    for (String name : form.names()) {
      if (choices.all().containsKey(name)) {
        chosen.add(
            choices
                .find(name, form.text(name))
                .orElseThrow(() -> new IllegalArgumentException("unknown setting of " + name)));
      }
    }
    String kindName = form.text("kind");
    FaultKind kind =
        kindName.isEmpty() && !chosen.isEmpty()
            ? FaultKind.SHAPE
            : FaultKind.named(kindName)
                .orElseThrow(() -> new IllegalArgumentException("unknown kind"));
    String action = form.text("action");
    String chance = form.text("probability");
    String seed = form.text("seed");
    return new Fault(
        action.isEmpty() ? "*" : action,
        kind,
        form.text("value").isEmpty() ? kind.usualValue() : whole(form, "value"),
        form.text("skip").isEmpty() ? 0 : whole(form, "skip"),
        form.text("count").isEmpty() ? 0 : whole(form, "count"),
        chance.isEmpty() ? 1 : Double.parseDouble(chance),
        seed.isEmpty() ? 0 : Long.parseLong(seed),
        chosen);
  }

  private static int whole(Form form, String name) {
    String text = form.text(name);
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(name + ": a whole number");
    }
    return Integer.parseInt(text);
  }

  Node.Fields listed(List<Faults.Listed> listed) {
    List<Node.Fields> entries =
        listed.stream()
            .map(
                one -> {
                  Fault fault = one.fault();
                  Node.Fields fields =
                      new Node.Fields()
                          .number("id", one.id())
                          .word("action", fault.action())
                          .word("kind", fault.kind().wireName())
                          .number("value", fault.value())
                          .number("skip", fault.skip())
                          .number("count", fault.count())
                          .money("probability", BigDecimal.valueOf(fault.probability()))
                          .number("seed", fault.seed())
                          .number("struck", one.struck());
                  fault
                      .choices()
                      .forEach(
                          choice -> fields.word(Choices.nameOf(choice.getClass()), choice.name()));
                  return fields;
                })
            .toList();
    return new Node.Fields().add("faults", new Node.Items(entries));
  }

  /** Every switch with its settings. */
  Node.Fields choices() {
    Node.Fields kinds = new Node.Fields();
    choices
        .all()
        .forEach(
            (name, settings) -> {
              Node.Fields fields =
                  new Node.Fields().word("", Choices.meaningOfKind(settings.getFirst()));
              settings.forEach(setting -> fields.word(setting.name(), setting.meaning()));
              kinds.add(name, fields);
            });
    return kinds;
  }
}

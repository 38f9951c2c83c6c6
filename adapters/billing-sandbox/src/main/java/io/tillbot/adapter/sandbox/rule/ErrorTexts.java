package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.choice.Settings;
import io.tillbot.adapter.sandbox.choice.Shape;

/** Error texts that the document shows with an unexpanded {@code $id}. */
final class ErrorTexts {

  private final Settings settings;

  ErrorTexts(Settings settings) {
    this.settings = settings;
  }

  String noRelid(int id) {
    return expand("server $id doesn't have a relid data", id);
  }

  String notLinked(int id) {
    return expand("server $id is not linked to the billing", id);
  }

  private String expand(String text, int id) {
    return switch (settings.of(Shape.Placeholders.class)) {
      case LITERAL -> text;
      case EXPANDED -> text.replace("$id", Integer.toString(id));
    };
  }
}

package io.tillbot.adapter.console;

import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;

/** Named values in two columns; amounts are set to the right among themselves. */
final class FieldsBlock {
  private static final int GAP = 2;
  private static final int WIDEST_NAME = 28;
  private static final int NARROWEST_VALUE = 12;

  private final int available;
  private final Colours colours;

  FieldsBlock(int available, Colours colours) {
    this.available = available;
    this.colours = colours;
  }

  /** A name and its value, written. */
  record Line(String name, String value, boolean isAmount) {}

  static Line line(Written written, Text name, Value value) {
    return new Line(written.of(name), written.of(value), value instanceof Value.Amount);
  }

  List<String> lines(List<Line> fields) {
    int names =
        Math.min(
            Math.min(WIDEST_NAME, available - GAP - NARROWEST_VALUE),
            fields.stream().mapToInt(field -> Columns.width(field.name())).max().orElse(0));
    int values = available - names - GAP;
    int amounts =
        fields.stream()
            .filter(Line::isAmount)
            .mapToInt(field -> Columns.width(field.value()))
            .max()
            .orElse(0);
    List<String> lines = new ArrayList<>();
    for (Line field : fields) {
      String value =
          field.isAmount() && amounts <= values
              ? Columns.padLeft(field.value(), amounts).replace(' ', Columns.NO_BREAK_SPACE)
              : field.value();
      List<String> wrapped = Columns.wrap(value, values);
      String name = Columns.padRight(Columns.cut(field.name(), names), names);
      for (int i = 0; i < wrapped.size(); i++) {
        String left = i == 0 ? Ink.DIM.on(name, colours) : Columns.blanks(names);
        lines.add(left + Columns.blanks(GAP) + wrapped.get(i));
      }
    }
    return lines;
  }
}

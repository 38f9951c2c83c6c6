package io.tillbot.adapter.texts;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes values in one language. Safe for many threads. */
final class Writer {
  private final Bundle bundle;
  private final Figures figures;

  Writer(Language language) {
    bundle = new Bundle(language);
    figures = new Figures(language);
  }

  /**
   * The value; empty when it is a text that the bundle does not have.
   *
   * @param nested writes the arguments of a text, which may be texts themselves
   */
  Optional<String> write(Value value, Function<Value, String> nested) {
    return switch (value) {
      case Value.Data data -> Optional.of(data.text());
      case Value.Line line -> Optional.of(line.text());
      case Value.Amount amount -> Optional.of(figures.amount(amount.money()));
      case Value.Day day -> Optional.of(figures.day(day.date()));
      case Value.Moment moment -> Optional.of(figures.moment(moment.instant()));
      case Value.Count count -> Optional.of(figures.count(count.number()));
      case Text text ->
          bundle
              .message(text.key())
              .map(
                  pieces -> {
                    StringBuilder written = new StringBuilder();
                    append(pieces, text.arguments(), nested, written);
                    return written.toString();
                  });
    };
  }

  private void append(
      List<Piece> pieces,
      List<Value> arguments,
      Function<Value, String> nested,
      StringBuilder written) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal literal -> written.append(literal.text());
        case Piece.Argument argument ->
            written.append(argument(arguments, argument.index(), nested));
        case Piece.CountSign sign -> written.append(argument(arguments, sign.index(), nested));
        case Piece.Plural plural -> append(form(plural, arguments), arguments, nested, written);
      }
    }
  }

  private static String argument(List<Value> arguments, int index, Function<Value, String> nested) {
    return index < arguments.size() ? nested.apply(arguments.get(index)) : "{" + index + "}";
  }

  private List<Piece> form(Piece.Plural plural, List<Value> arguments) {
    if (plural.index() < arguments.size()
        && arguments.get(plural.index()) instanceof Value.Count(long number)) {
      String exact = "=" + number;
      return plural.form(plural.forms().containsKey(exact) ? exact : bundle.pluralCategory(number));
    }
    return plural.form(Piece.Plural.OTHER);
  }
}

package io.tillbot.adapter.texts;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message as ICU's parser sees it, walked once from its first part to its last. */
final class IcuMessage {
  private final MessagePattern pattern;
  private int next;

  IcuMessage(String message) {
    pattern = new MessagePattern(message);
  }

  List<Piece> pieces() {
    next = 0;
    return message(-1);
  }

  /** From a MSG_START to its MSG_LIMIT; {@code counted} is the plural's argument around it. */
  private List<Piece> message(int counted) {
    List<Piece> pieces = new ArrayList<>();
    int end = take().getLimit();
    while (true) {
      Part part = take();
      addLiteral(pieces, end, part.getIndex());
      switch (part.getType()) {
        case MSG_LIMIT -> {
          return List.copyOf(pieces);
        }
        case REPLACE_NUMBER -> pieces.add(new Piece.CountSign(counted));
        case ARG_START -> pieces.add(argument(part.getArgType()));
        case SKIP_SYNTAX, INSERT_CHAR -> {
          // A quoting apostrophe, not shown; and where one would make the quoting plainer.
        }
        default -> throw new IllegalArgumentException("not for a bundle: " + part.getType());
      }
      end = pattern.getPart(next - 1).getLimit();
    }
  }

  private Piece argument(ArgType type) {
    Part name = take();
    if (name.getType() != Part.Type.ARG_NUMBER) {
      throw new IllegalArgumentException("arguments have numbers, not names");
    }
    int index = name.getValue();
    return switch (type) {
      case NONE -> {
        take();
        yield new Piece.Argument(index);
      }
      case PLURAL -> new Piece.Plural(index, forms(index));
      case SIMPLE, CHOICE, SELECT, SELECTORDINAL ->
          throw new IllegalArgumentException("not a format for a bundle: " + type);
    };
  }

  private Map<String, List<Piece>> forms(int index) {
    Map<String, List<Piece>> forms = new LinkedHashMap<>();
    Part part = take();
    while (part.getType() != Part.Type.ARG_LIMIT) {
      if (part.getType() != Part.Type.ARG_SELECTOR) {
        throw new IllegalArgumentException("a plural without an offset is expected");
      }
      String selector = pattern.getSubstring(part);
      if (pattern.getPart(next).getType().hasNumericValue()) {
        take();
      }
      forms.put(selector, message(index));
      part = take();
    }
    return forms;
  }

  private Part take() {
    return pattern.getPart(next++);
  }

  private void addLiteral(List<Piece> pieces, int from, int to) {
    if (from < to) {
      pieces.add(new Piece.Literal(pattern.getPatternString().substring(from, to)));
    }
  }
}

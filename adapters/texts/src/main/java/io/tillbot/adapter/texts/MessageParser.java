package io.tillbot.adapter.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ICU messages. Those of words and plain arguments are read here; ICU's own parser is loaded
 * for the others only. Both give the same pieces for the same message.
 */
final class MessageParser {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d{1,3})}");

  /** An apostrophe that quotes, or stands for one. */
  private static final Pattern QUOTE = Pattern.compile("'[{}']");

  private static final Pattern BRACE = Pattern.compile("[{}]");

  private MessageParser() {}

  /**
   * The pieces of a message.
   *
   * @throws IllegalArgumentException when it is malformed or holds what no bundle may hold: named
   *     arguments, or another format than plural
   */
  static List<Piece> parse(String message) {
    if (needsIcu(message)) {
      return new IcuMessage(message).pieces();
    }
    List<Piece> pieces = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(message);
    int end = 0;
    while (argument.find()) {
      addLiteral(pieces, message.substring(end, argument.start()));
      pieces.add(new Piece.Argument(Integer.parseInt(argument.group(1))));
      end = argument.end();
    }
    addLiteral(pieces, message.substring(end));
    return List.copyOf(pieces);
  }

  private static boolean needsIcu(String message) {
    return QUOTE.matcher(message).find()
        || BRACE.matcher(ARGUMENT.matcher(message).replaceAll("")).find();
  }

  private static void addLiteral(List<Piece> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece.Literal(text));
    }
  }
}

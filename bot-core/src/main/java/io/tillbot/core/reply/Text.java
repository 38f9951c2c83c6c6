package io.tillbot.core.reply;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence by its key in the text bundles, with its arguments in order. It has no language;
 * {@link io.tillbot.core.port.Texts} writes it in the reader's.
 *
 * @param key lower-case words joined by dots and hyphens, such as {@code invoice.title}
 * @param arguments what {@code {0}}, {@code {1}} … of the bundle stand for
 */
public record Text(String key, List<Value> arguments) implements Value {
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  public Text {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a text key: " + key);
    }
    arguments = List.copyOf(arguments);
  }

  public static Text of(String key, Value... arguments) {
    return new Text(key, List.of(arguments));
  }
}

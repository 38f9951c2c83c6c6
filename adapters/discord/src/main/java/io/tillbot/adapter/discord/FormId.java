package io.tillbot.adapter.discord;

import io.tillbot.core.reply.Form;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a menu or a modal of ours carries: which question of which command it answers, and what was
 * given before. Whoever answers does so in their own name.
 *
 * @param question the answer's name
 * @param given options that were given already
 */
record FormId(Kind kind, String command, String question, Map<String, String> given) {
  private static final Pattern WORDS = Pattern.compile("[a-z0-9 -]{1,64}");

  FormId {
    given = Map.copyOf(given);
  }

  /** What is there to be used. */
  enum Kind {
    /** A menu, or a modal: it brings an answer. */
    ANSWERS("f:"),
    /** A button that opens a modal. */
    OPENS("o:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  static FormId of(Kind kind, Form form, Form.Question question) {
    return new FormId(kind, form.command(), question.name(), form.given());
  }

  FormId as(Kind other) {
    return new FormId(other, command, question, given);
  }

  /** As Discord keeps it; empty where it has no room for it. */
  Optional<String> text() {
    String options =
        given.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(option -> option.getKey() + "=" + encoded(option.getValue()))
            .collect(Collectors.joining("&"));
    String text = kind.prefix + command + ":" + question + ":" + options;
    return Optional.of(text).filter(fits -> fits.length() <= Limits.CUSTOM_ID);
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  /** What {@link #text()} came from; empty for what is not ours, or is malformed. */
  static Optional<FormId> of(String text) {
    for (Kind kind : Kind.values()) {
      String[] parts = text.split(":", -1);
      if (text.startsWith(kind.prefix)
          && parts.length == 4
          && WORDS.matcher(parts[1]).matches()
          && WORDS.matcher(parts[2]).matches()) {
        return given(parts[3]).map(given -> new FormId(kind, parts[1], parts[2], given));
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> given(String options) {
    Map<String, String> given = new HashMap<>();
    if (options.isEmpty()) {
      return Optional.of(given);
    }
    for (String option : options.split("&", -1)) {
      int equals = option.indexOf('=');
      if (equals < 1) {
        return Optional.empty();
      }
      try {
        given.put(
            option.substring(0, equals),
            URLDecoder.decode(option.substring(equals + 1), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException malformed) {
        return Optional.empty();
      }
    }
    return Optional.of(given);
  }
}

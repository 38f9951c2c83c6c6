package io.tillbot.adapter.sandbox.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code application/x-www-form-urlencoded} as PHP does: a broken escape stands for itself,
 * broken UTF-8 becomes the replacement character, nothing is an error.
 */
public final class FormParser {

  /**
   * Reads a query and a body; where both have a field, the body's value goes last and so prevails.
   *
   * @param query without the question mark, may be empty
   * @param body the raw bytes
   */
  public Form parse(String query, byte[] body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    read(query.getBytes(StandardCharsets.UTF_8), fields);
    read(body, fields);
    return new Form(fields);
  }

  private static void read(byte[] text, Map<String, List<String>> fields) {
    int start = 0;
    while (start < text.length) {
      int end = indexOf(text, '&', start, text.length);
      int equals = indexOf(text, '=', start, end);
      if (equals > start) {
        add(text, start, equals, end, fields);
      } else if (equals == end && end > start) {
        add(text, start, end, end, fields);
      }
      start = end + 1;
    }
  }

  private static void add(
      byte[] text, int start, int equals, int end, Map<String, List<String>> fields) {
    String name = decode(text, start, equals);
    String value = decode(text, Math.min(equals + 1, end), end);
    fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
  }

  private static int indexOf(byte[] text, char sought, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == sought) {
        return i;
      }
    }
    return to;
  }

  private static String decode(byte[] text, int from, int to) {
    if (isPlain(text, from, to)) {
      return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      int high = i + 2 < to ? Character.digit(text[i + 1], 16) : -1;
      int low = i + 2 < to ? Character.digit(text[i + 2], 16) : -1;
      if (text[i] == '+') {
        bytes.write(' ');
      } else if (text[i] == '%' && high >= 0 && low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(text[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isPlain(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '+' || text[i] == '%') {
        return false;
      }
    }
    return true;
  }
}

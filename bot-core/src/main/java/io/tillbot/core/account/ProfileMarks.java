package io.tillbot.core.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A mark for each field of a client's profile, which differs when the field does: a profile holds
 * more than anybody needs to remember. Prints as its fields' names alone.
 */
record ProfileMarks(Map<String, String> marks) {
  private static final int LENGTH = 16;
  private static final String BETWEEN = "\n";

  ProfileMarks {
    marks = Map.copyOf(marks);
  }

  static ProfileMarks of(Map<String, String> profile) {
    return new ProfileMarks(
        profile.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, field -> mark(field.getKey() + "=" + field.getValue()))));
  }

  /** What {@link #written} gave. */
  static ProfileMarks read(String written) {
    Map<String, String> marks = new TreeMap<>();
    written
        .lines()
        .skip(1)
        .forEach(line -> marks.put(line.substring(LENGTH), line.substring(0, LENGTH)));
    return new ProfileMarks(marks);
  }

  /** As a text, of none as well as of many. */
  String written() {
    StringBuilder written = new StringBuilder("sha-256");
    new TreeMap<>(marks).forEach((field, mark) -> written.append(BETWEEN).append(mark + field));
    return written.toString();
  }

  /** The names of the fields that are not the same, sorted; may be changed by who asked. */
  Set<String> differing(ProfileMarks other) {
    Set<String> names = new TreeSet<>(marks.keySet());
    names.addAll(other.marks.keySet());
    names.removeIf(field -> Objects.equals(marks.get(field), other.marks.get(field)));
    return names;
  }

  private static String mark(String field) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(field.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ProfileMarks" + new TreeSet<>(marks.keySet());
  }
}

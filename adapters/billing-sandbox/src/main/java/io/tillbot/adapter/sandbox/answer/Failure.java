package io.tillbot.adapter.sandbox.answer;

import java.util.List;

/**
 * A refusal, as the document shows it for the method.
 *
 * @param form which of the shapes of failures
 * @param code the number in it, where the shape has one
 * @param message what is wrong
 * @param fields the keys that say which fields are wrong; empty in most shapes
 */
public record Failure(Form form, int code, String message, List<String> fields) {

  /** The shapes that the document shows. */
  public enum Form {
    /** {@code {code, message}}. */
    CODE_MESSAGE,
    /** {@code {result: "-1", message}}. */
    RESULT_TEXT,
    /** {@code {result: -1, error}}. */
    RESULT_ERROR,
    /** {@code {"-1": message, field: field …}}. */
    FIELDS
  }

  public Failure {
    fields = List.copyOf(fields);
  }

  /** The most frequent shape. */
  public static Failure of(String message) {
    return new Failure(Form.CODE_MESSAGE, -1, message, List.of());
  }
}

package io.tillbot.adapter.billing;

import io.tillbot.core.billing.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the "no" of an answer, in all the shapes that it comes in. */
final class Refusals {
  private static final int LONGEST_MESSAGE = 1_000;
  private static final int MOST_DETAILS = 50;

  /** How the API says that it does not accept a token; no shape of it is documented. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "unauthori[sz]ed|invalid token|invalid hash|token expired|token has expired"
              + "|token is invalid|not authori[sz]ed|authentication failed");

  private Refusals() {}

  /** The refusal; its code is never empty. */
  static Refusal of(Fields answer) {
    String code = answer.text("code", "result");
    boolean keyed = answer.object().members().containsKey("-1");
    return new Refusal(
        code == null ? "-1" : shortened(code),
        message(answer),
        keyed ? details(answer) : List.of());
  }

  /** Whether the API turns the credential away rather than the request. */
  static boolean isAboutCredential(Fields answer) {
    return Stream.of("message", "error", "code", "-1", "result")
        .map(name -> flat(answer.get(name)).toLowerCase(Locale.ROOT))
        .anyMatch(text -> CREDENTIAL.matcher(text).find());
  }

  /**
   * Whether {@code result} holds one word and a text says more; what the word means is not known.
   */
  static boolean isUnknownWordWithMessage(Fields answer) {
    return Scalars.raw(answer.get("result")) != null
        && answer.get("message", "error") instanceof Json.Text text
        && Scalars.decimal(text) == null
        && !PlainText.line(text.value()).isEmpty();
  }

  private static String message(Fields answer) {
    return Stream.of("message", "error", "-1")
        .map(name -> flat(answer.get(name)))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Refusals::shortened)
        .orElse("");
  }

  /** {@code {"-1": …, "message_email_incorrect": …}}: every further name says what is wrong. */
  private static List<String> details(Fields answer) {
    return answer.object().members().keySet().stream()
        .filter(name -> !List.of("-1", "code", "result", "message", "error").contains(name))
        .map(name -> shortened(PlainText.line(name)))
        .filter(name -> !name.isEmpty())
        .limit(MOST_DETAILS)
        .toList();
  }

  /** All texts in a value, as one line of plain text. */
  static String flat(@Nullable Json value) {
    return switch (value) {
      case null -> "";
      case Json.Arr(List<Json> elements) ->
          elements.stream().map(Refusals::flat).collect(Collectors.joining("; "));
      case Json.Obj object ->
          object.members().values().stream().map(Refusals::flat).collect(Collectors.joining("; "));
      case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ ->
          PlainText.line(Objects.requireNonNullElse(Scalars.raw(value), ""));
    };
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }
}

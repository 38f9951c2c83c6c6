package io.tillbot.adapter.sandbox.answer;

import io.tillbot.adapter.sandbox.choice.Settings;
import io.tillbot.adapter.sandbox.choice.Shape;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Puts answers on the wire, in the shapes that the settings ask for. */
public final class AnswerWriter {

  /** Writes an answer. */
  public Rendered write(Answer answer, Settings settings) {
    return switch (answer) {
      case Answer.Done(Node.Fields fields) -> json(200, fields, settings);
      case Answer.Refusal(Failure failure) ->
          json(200, failureFields(failure, settings.of(Shape.Failures.class)), settings);
      case Answer.Denied() -> denied(settings);
      case Answer.Document document -> document(document, settings);
    };
  }

  private static Rendered json(int status, Node.Fields fields, Settings settings) {
    return new Rendered(status, Rendered.JSON, new TreeWriter(Look.of(settings)).write(fields));
  }

  private static Rendered document(Answer.Document document, Settings settings) {
    boolean bare =
        switch (settings.of(Shape.PdfForm.class)) {
          case BY_REQUEST -> document.inline();
          case BASE64 -> false;
          case BARE -> true;
        };
    if (bare) {
      return new Rendered(200, Rendered.PDF, document.print().get());
    }
    String text = Base64.getEncoder().encodeToString(document.print().get());
    Node.Fields fields =
        new Node.Fields().add("result", new Node.Result("success")).word("message", text);
    return json(200, fields, settings);
  }

  private static Rendered denied(Settings settings) {
    Shape.AuthFailures form = settings.of(Shape.AuthFailures.class);
    String message =
        switch (form) {
          case ACCESS_DENIED -> "Invalid token or access denied";
          case HTTP_401 -> "unauthorized";
          case INVALID_TOKEN -> "invalid token";
          case INVALID_HASH -> "invalid hash";
          case TOKEN_EXPIRED -> "token expired";
          case TOKEN_IS_INVALID -> "token is invalid";
          case NOT_AUTHORIZED -> "not authorized";
          case AUTHENTICATION_FAILED -> "authentication failed";
        };
    int status = form == Shape.AuthFailures.HTTP_401 ? 401 : 200;
    Shape.Failures failures = settings.of(Shape.Failures.class);
    return json(status, failureFields(Failure.of(message), failures), settings);
  }

  private static Node.Fields failureFields(Failure failure, Shape.Failures shape) {
    String message = failure.message();
    return switch (shape) {
      case AS_DOCUMENTED -> documented(failure);
      case CODE_MESSAGE -> code(new Node.Code(-1), message);
      case CODE_MINUS_TWO -> code(new Node.Code(-2), message);
      case RESULT_TEXT -> documented(with(Failure.Form.RESULT_TEXT, message));
      case RESULT_ERROR -> documented(with(Failure.Form.RESULT_ERROR, message));
      case MINUS_ONE_KEY -> documented(with(Failure.Form.FIELDS, message));
      case CODE_TEXT -> {
        String word = message.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        yield documented(with(Failure.Form.RESULT_ERROR, message)).word("code", word);
      }
    };
  }

  private static Failure with(Failure.Form form, String message) {
    return new Failure(form, -1, message, List.of());
  }

  private static Node.Fields documented(Failure failure) {
    String message = failure.message();
    return switch (failure.form()) {
      case CODE_MESSAGE -> code(new Node.Code(failure.code()), message);
      case RESULT_TEXT -> new Node.Fields().word("result", "-1").text("message", message);
      case RESULT_ERROR ->
          new Node.Fields().add("result", new Node.Code(-1)).text("error", message);
      case FIELDS -> {
        Node.Fields fields = new Node.Fields().word("-1", message);
        failure.fields().forEach(field -> fields.word(field, field));
        yield fields;
      }
    };
  }

  private static Node.Fields code(Node code, String message) {
    return new Node.Fields().add("code", code).text("message", message);
  }
}

package io.tillbot.adapter.billing;

import java.nio.charset.StandardCharsets;

/** Brings a JSON text to where decoders take it. */
final class Decode {
  private Decode() {}

  static Answer answer(String json) {
    return new Answer.Document(fields(json));
  }

  static Fields fields(String json) {
    return new Fields((Json.Obj) value(json));
  }

  static Json value(String json) {
    return new JsonTree().read(json.getBytes(StandardCharsets.UTF_8));
  }
}

package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Node;

/** Beginnings of answers. */
final class Answers {

  private Answers() {}

  static Node.Fields ok() {
    return new Node.Fields().add("result", new Node.Result("OK"));
  }

  static Node.Fields ok(String action) {
    return ok().word("action", action);
  }

  static Node.Fields success() {
    return new Node.Fields().add("result", new Node.Result("success"));
  }
}

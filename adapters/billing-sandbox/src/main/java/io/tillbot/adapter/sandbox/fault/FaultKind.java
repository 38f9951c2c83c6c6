package io.tillbot.adapter.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong on demand. The value's meaning depends on the kind. */
public enum FaultKind {
  DELAY("waits before doing anything; value: milliseconds", 1_000),
  DELAY_AFTER("does it, then waits before answering; value: milliseconds", 1_000),
  SERVER_ERROR("answers an error status, nothing done; value: the status", 500),
  SERVER_ERROR_AFTER("does it, then answers an error status; value: the status", 502),
  HTML_PAGE("answers an HTML page with status 200, nothing done", 200),
  HTML_GATEWAY("answers an HTML page with an error status, nothing done; value: the status", 502),
  HTML_AFTER("does it, then answers an HTML page; value: the status", 200),
  RESET_BEFORE("resets the connection, nothing done", 0),
  RESET_AFTER("does it, then resets the connection: the answer is lost", 0),
  TRUNCATED_JSON("does it, then answers half of the JSON, as if that were all", 0),
  CUT_BODY("does it, then breaks off in the middle of the body", 0),
  EXPIRED_TOKEN("says that the token does not serve, nothing done", 0),
  TOO_MANY_REQUESTS("answers 429 with Retry-After, nothing done; value: seconds", 1),
  UNAVAILABLE("answers 503 with Retry-After, nothing done; value: seconds", 1),
  OUTAGE("answers the method's documented failure of the billing behind it, nothing done", 0),
  SHAPE("answers in another shape; the shapes are its choices", 0);

  private final String meaning;
  private final int usualValue;

  FaultKind(String meaning, int usualValue) {
    this.meaning = meaning;
    this.usualValue = usualValue;
  }

  /** What it does, in a line. */
  public String meaning() {
    return meaning;
  }

  /** The value where none is given. */
  public int usualValue() {
    return usualValue;
  }

  /** Its name on the wire, such as {@code reset_after}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name, case ignored. */
  public static Optional<FaultKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Whether it decides how the exchange ends; at most one such fault strikes a request. */
  boolean ends() {
    return this != DELAY && this != DELAY_AFTER && this != SHAPE;
  }
}

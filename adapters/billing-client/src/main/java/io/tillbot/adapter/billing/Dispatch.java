package io.tillbot.adapter.billing;

import java.util.Objects;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/**
 * What is known of one request on its way: its action, and whether its first byte was handed to a
 * connection. Until then it has certainly not reached the API, whatever the exception is called.
 */
final class Dispatch extends EventListener {
  private final String action;
  private volatile boolean begun;

  Dispatch(String action) {
    this.action = action;
  }

  /** The dispatch of a request made by {@link FormCalls}. */
  static Dispatch of(Request request) {
    return Objects.requireNonNull(request.tag(Dispatch.class), "not a request of this client");
  }

  String action() {
    return action;
  }

  /** Whether some of it may have reached the API. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public void requestHeadersStart(Call call) {
    begun = true;
  }
}

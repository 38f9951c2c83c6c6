package io.tillbot.adapter.slack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Waits where Slack asks for it: a request that it answers with 429 was not carried out, whatever
 * it asks for, so it is sent again after {@code Retry-After}. A few times, and never for long: then
 * the 429 is handed on, and whoever asked takes another way. <a
 * href="https://docs.slack.dev/apis/web-api/rate-limits">Rate limits</a>
 */
final class Patience implements Interceptor {
  /** All the waiting for one request; a person waits for most of them. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final int MOST_WAITS = 2;
  private static final int TOO_MANY = 429;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private final Pause pause;

  /** How it waits. */
  interface Pause {
    void of(Duration wait) throws InterruptedException;
  }

  Patience(Pause pause) {
    this.pause = pause;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Duration left = LONGEST_WAIT;
    for (int waits = 0; waits < MOST_WAITS && response.code() == TOO_MANY; waits++) {
      Optional<Duration> asked = wait(response);
      if (asked.isEmpty() || asked.get().compareTo(left) > 0) {
        return response;
      }
      left = left.minus(asked.get());
      response.close();
      pause(asked.get());
      response = chain.proceed(chain.request());
    }
    return response;
  }

  /** How long Slack asks to be left alone; empty where it does not say. */
  private static Optional<Duration> wait(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .filter(seconds -> SECONDS.matcher(seconds).matches())
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private void pause(Duration wait) throws IOException {
    try {
      pause.of(wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while Slack was busy");
    }
  }
}

package io.tillbot.adapter.billing;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * An HTTP answer read whole.
 *
 * @param status the HTTP status
 * @param body its bytes, decompressed
 * @param framing whether something tells that these are all
 * @param retryAfter the header of that name
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and gone when it is decoded.
record HttpAnswer(int status, byte[] body, Framing framing, @Nullable Duration retryAfter) {

  /** How the end of a body is told. */
  enum Framing {
    /** By its length or its chunks: one cut short does not get this far. */
    TOLD,
    /** By the end of the connection, which a broken one has too. */
    UNTIL_CLOSED
  }

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  static HttpAnswer of(Response<ResponseBody> response, Clock clock) throws IOException {
    try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
      return new HttpAnswer(
          response.code(),
          body == null ? new byte[0] : body.bytes(),
          framing(response),
          retryAfter(response.headers().get("Retry-After"), clock));
    }
  }

  /** By the headers as they came: OkHttp takes the length away where it decompresses. */
  private static Framing framing(Response<ResponseBody> response) {
    okhttp3.Response received = response.raw().networkResponse();
    Headers headers = received == null ? response.headers() : received.headers();
    boolean chunked = "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"));
    return chunked || headers.get("Content-Length") != null ? Framing.TOLD : Framing.UNTIL_CLOSED;
  }

  /** Seconds or an HTTP date; null for anything else. */
  static @Nullable Duration retryAfter(@Nullable String header, Clock clock) {
    if (header == null) {
      return null;
    }
    if (SECONDS.matcher(header.strip()).matches()) {
      return Duration.ofSeconds(Long.parseLong(header.strip()));
    }
    try {
      ZonedDateTime until =
          ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration pause = Duration.between(clock.instant(), until.toInstant());
      return pause.isNegative() ? Duration.ZERO : pause;
    } catch (DateTimeException junk) {
      return null;
    }
  }

  @Override
  public String toString() {
    return "HttpAnswer[" + status + ", " + body.length + " bytes]";
  }
}

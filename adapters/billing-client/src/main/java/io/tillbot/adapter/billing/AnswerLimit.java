package io.tillbot.adapter.billing;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Gives up on an answer that is too large, counted after decompression. */
final class AnswerLimit implements Interceptor {
  private final long maxBytes;

  AnswerLimit(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response answer = chain.proceed(chain.request());
    ResponseBody body = answer.body();
    ResponseBody limited =
        ResponseBody.create(
            Okio.buffer(new Limited(body.source())), body.contentType(), body.contentLength());
    return answer.newBuilder().body(limited).build();
  }

  /** The answer is larger than anyone needs. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long maxBytes) {
      super("an answer of more than " + maxBytes + " bytes");
    }
  }

  private final class Limited extends ForwardingSource {
    private long seen;

    Limited(Source answer) {
      super(answer);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long count = super.read(sink, byteCount);
      seen += Math.max(count, 0);
      if (seen > maxBytes) {
        throw new TooLargeException(maxBytes);
      }
      return count;
    }
  }
}

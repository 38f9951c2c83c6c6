package io.tillbot.adapter.billing;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Makes the HTTP calls behind a service: the configured address, the action in the form, a body
 * that OkHttp may write once only, and a {@link Dispatch} to watch it.
 */
final class FormCalls implements Call.Factory {
  private final OkHttpClient http;
  private final HttpUrl address;

  FormCalls(OkHttpClient http, HttpUrl address) {
    this.http = http;
    this.address = address;
  }

  @Override
  public Call newCall(Request request) {
    Invocation invocation = Objects.requireNonNull(request.tag(Invocation.class));
    Action action = Objects.requireNonNull(invocation.method().getAnnotation(Action.class));
    Request complete =
        request
            .newBuilder()
            .url(address)
            .post(new OnceOnly(withAction(action.value(), (FormBody) request.body())))
            .header("Accept", "application/json, application/pdf")
            .header("User-Agent", "Tillbot")
            // It prints the arguments, personal data among them.
            .tag(Invocation.class, null)
            .tag(Dispatch.class, new Dispatch(action.value()))
            .build();
    return http.newCall(complete);
  }

  private static FormBody withAction(String action, @Nullable FormBody fields) {
    FormBody.Builder form = new FormBody.Builder().add("action", action);
    for (int i = 0; fields != null && i < fields.size(); i++) {
      form.add(fields.name(i), fields.value(i));
    }
    return form.build();
  }

  /** OkHttp repeats some answers by itself, such as 503 with Retry-After 0, but never these. */
  private static final class OnceOnly extends RequestBody {
    private final RequestBody body;

    OnceOnly(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}

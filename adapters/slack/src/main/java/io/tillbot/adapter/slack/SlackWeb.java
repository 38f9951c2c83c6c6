package io.tillbot.adapter.slack;

import com.slack.api.RequestConfigurator;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The way to Slack: its Web API, and the addresses that it gives us for answers and files. Each
 * call ends within {@link #LONGEST_CALL}, the waiting of {@link Patience} counted. Redirects are
 * not followed. A proxy is used where the JVM's own properties name one, as by the other clients of
 * this program; Slack's library would take {@code HTTP_PROXY} from the environment as well, for
 * itself alone.
 */
final class SlackWeb implements AutoCloseable {
  static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final OkHttpClient http;
  private final Slack slack;
  private final BotTokens tokens;

  SlackWeb(SlackOptions options) {
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .readTimeout(SILENCE)
            .writeTimeout(SILENCE)
            .callTimeout(LONGEST_CALL)
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(new Patience(Thread::sleep))
            .build();
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(options.apiUrl().toString());
    config.setProxyUrl(null);
    config.setStatsEnabled(false);
    // They write requests and answers, tokens and all, into the log when it is at DEBUG.
    config.getHttpClientResponseHandlers().clear();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    this.slack = Slack.getInstance(config, client);
    this.tokens = new WorkspaceTokens(options, slack);
  }

  /** For Bolt. */
  Slack slack() {
    return slack;
  }

  /**
   * The Web API with the token of the workspace, or the organisation, that the caller belongs to.
   *
   * @throws NotInstalledException when the app is not installed there
   * @throws IOException when Slack had to be asked for it and did not answer
   */
  MethodsClient methods(Caller caller) throws IOException {
    return slack.methods(token(caller).reveal());
  }

  /**
   * Calls a method of which the library does not know every argument.
   *
   * @throws NotInstalledException when the app is not installed there
   * @throws IOException when no answer came
   * @throws SlackApiException when Slack answered with another status than 200
   */
  <T extends SlackApiTextResponse> T call(
      Caller caller, String method, RequestConfigurator<FormBody.Builder> form, Class<T> type)
      throws IOException, SlackApiException {
    String token = tokens.of(caller).orElseThrow(NotInstalledException::new).reveal();
    return slack.methods(token).postFormWithTokenAndParseResponse(form, method, token, type);
  }

  /** That token. */
  Secret token(Caller caller) throws IOException {
    return tokens.of(caller).orElseThrow(NotInstalledException::new);
  }

  /**
   * Posts to an address that Slack gave, checked by {@link SlackHosts}.
   *
   * @return the status
   * @throws IOException when no answer came; its message may name the address, which is a secret
   */
  int post(URI address, String mediaType, byte[] body) throws IOException {
    Request request =
        new Request.Builder()
            .url(address.toString())
            .post(RequestBody.create(body, MediaType.get(mediaType)))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.code();
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}

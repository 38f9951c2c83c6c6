package io.tillbot.adapter.billing;

import io.tillbot.adapter.billing.AnswerReader.Purpose;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/**
 * The HTTP side: OkHttp set up so that it neither repeats nor follows anything by itself, and the
 * Retrofit services on top.
 *
 * <p>Reads share a pool of connections. A write gets a connection of its own: one that the server
 * has just closed would make it unknown whether the write arrived.
 */
final class Transport implements AutoCloseable {
  private final BillingClientOptions options;
  private final OkHttpClient pooled;
  private final OkHttpClient unpooled;

  Transport(BillingClientOptions options) {
    this.options = options;
    this.pooled =
        new OkHttpClient.Builder()
            .connectTimeout(options.timeouts().connect())
            .readTimeout(options.timeouts().silence())
            .writeTimeout(options.timeouts().silence())
            .callTimeout(options.timeouts().call())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionSpecs(connectionSpecs(options.endpoint()))
            .connectionPool(new ConnectionPool(8, 1, TimeUnit.MINUTES))
            .eventListenerFactory(call -> Dispatch.of(call.request()))
            .addInterceptor(new AnswerLimit(options.maxAnswerBytes()))
            .build();
    this.unpooled =
        pooled.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS)).build();
  }

  ReadService reads() {
    return service(
        ReadService.class,
        pooled,
        CallAdapters.ofReads(judged(Signs.WHMCS, Purpose.READ)),
        options.endpoint());
  }

  WriteService writes() {
    return service(
        WriteService.class,
        unpooled,
        CallAdapters.ofWrites(judged(Signs.WHMCS, Purpose.WRITE)),
        options.endpoint());
  }

  AuthReads authReads() {
    return service(
        AuthReads.class,
        pooled,
        CallAdapters.ofReads(judged(Signs.AUTH, Purpose.READ)),
        authEndpoint());
  }

  AuthWrites authWrites() {
    return service(
        AuthWrites.class,
        unpooled,
        CallAdapters.ofWrites(judged(Signs.AUTH, Purpose.WRITE)),
        authEndpoint());
  }

  @Override
  public void close() {
    pooled.dispatcher().executorService().shutdown();
    pooled.connectionPool().evictAll();
    unpooled.connectionPool().evictAll();
  }

  /** Loading the trusted authorities takes a while, and plain loopback has no use for them. */
  private static List<ConnectionSpec> connectionSpecs(URI endpoint) {
    return "http".equalsIgnoreCase(endpoint.getScheme())
        ? List.of(ConnectionSpec.CLEARTEXT)
        : List.of(ConnectionSpec.MODERN_TLS);
  }

  private URI authEndpoint() {
    return options.endpoint().resolve("auth.php");
  }

  private Function<Call<ResponseBody>, Attempt> judged(Signs signs, Purpose purpose) {
    return new Exchange(new AnswerReader(signs, purpose), options.clock());
  }

  private static <T> T service(
      Class<T> service, OkHttpClient http, CallAdapter.Factory calls, URI endpoint) {
    HttpUrl address = HttpUrl.get(endpoint.toString());
    return new Retrofit.Builder()
        // Retrofit wants a folder here; the full address is put in by FormCalls.
        .baseUrl(address.resolve("."))
        .callFactory(new FormCalls(http, address))
        .addCallAdapterFactory(calls)
        .addConverterFactory(new FormValues())
        .build()
        .create(service);
  }
}

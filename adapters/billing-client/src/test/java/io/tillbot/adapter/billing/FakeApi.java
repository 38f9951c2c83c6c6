package io.tillbot.adapter.billing;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** An API on loopback that answers what a test tells it, and keeps every request. */
final class FakeApi implements AutoCloseable {
  static final Credential TOKEN = new Credential.Token(Secret.of("fake-token"));
  static final Credential KEY = new Credential.ApiKey(Secret.of("fake-api-key"));

  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final MockWebServer server = new MockWebServer();

  private FakeApi(Function<RecordedRequest, MockResponse> answers) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            return answers.apply(request);
          }
        });
    try {
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static FakeApi answering(Function<RecordedRequest, MockResponse> answers) {
    return new FakeApi(answers);
  }

  static FakeApi answering(String json) {
    return answering(_ -> ok(json));
  }

  static MockResponse ok(String json) {
    return status(200, json);
  }

  static MockResponse status(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  /** Options for this API; pauses are noted and not waited. */
  BillingClientOptions options() {
    return BillingClientOptions.of(endpoint()).withWaiter(pauses::add);
  }

  URI endpoint() {
    return server.url("/deep/whmcs.php").uri();
  }

  BillingClient client() {
    return new BillingClient(options());
  }

  List<RecordedRequest> requests() {
    return requests;
  }

  List<Form> forms() {
    return requests.stream().map(Form::of).toList();
  }

  List<String> actions() {
    return forms().stream().map(form -> form.value("action")).toList();
  }

  Form onlyForm() {
    if (requests.size() != 1) {
      throw new AssertionError(requests.size() + " requests");
    }
    return Form.of(requests.getFirst());
  }

  @Override
  public void close() {
    server.close();
  }
}

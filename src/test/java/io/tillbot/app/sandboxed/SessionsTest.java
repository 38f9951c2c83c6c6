package io.tillbot.app.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.billing.BillingClient;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.core.access.Credential;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An API key, the sessions that the client makes of it, and what happens when those go wrong. */
final class SessionsTest {
  private Meeting meeting;
  private BillingClient client;
  private Credential key;
  private BillingApi api;

  @BeforeEach
  void meet() {
    meeting = new Meeting();
    client = meeting.client(UnaryOperator.identity());
    key = meeting.apiKey("demo");
    api = client.open(key);
  }

  @AfterEach
  void part() {
    meeting.close();
  }

  @Test
  void oneSessionServesAllMethods() {
    SoftAssertions softly = new SoftAssertions();
    for (PortMethod method : PortMethod.values()) {
      softly
          .assertThat(method.allowedOn(api))
          .as(method.action())
          .isInstanceOf(ApiResult.Done.class);
    }
    softly.assertAll();
    assertThat(meeting.sandbox().received("login")).isEqualTo(1);
  }

  @Test
  void manyAtOnceShareOneSession() throws Exception {
    Callable<ApiResult<?>> read = () -> PortMethod.GETCREDITS.allowedOn(client.open(key));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(Collections.nCopies(40, read))) {
        Meeting.done(result.get());
      }
    }
    assertThat(meeting.sandbox().received("login")).isEqualTo(1);
    assertThat(meeting.sandbox().received("getcredits")).isEqualTo(40);
  }

  @Test
  void aSessionIsRenewedTwoMinutesBeforeItsEnd() {
    PortMethod.GETCREDITS.allowedOn(api);
    meeting.pass(Duration.ofMinutes(57));
    PortMethod.GETCREDITS.allowedOn(api);
    assertThat(meeting.sandbox().received("login")).isEqualTo(1);

    meeting.pass(Duration.ofMinutes(1));
    Meeting.done(PortMethod.APPLY_CREDIT.allowedOn(api));

    assertThat(meeting.sandbox().received("login")).isEqualTo(2);
    assertThat(meeting.sandbox().received("apply_credit")).isEqualTo(1);
  }

  @Test
  void aTokenThatHasExpiredIsNotAuthorized() {
    BillingApi owned = meeting.demo();
    Meeting.done(PortMethod.GETCREDITS.allowedOn(owned));
    meeting.pass(Duration.ofDays(366));

    for (PortMethod method : PortMethod.values()) {
      assertThat(method.allowedOn(owned)).isInstanceOf(ApiResult.NotAuthorized.class);
    }
  }

  @Test
  void aReadWhoseSessionDiedIsRepeatedWithAnotherAndAWriteIsNot() {
    SoftAssertions softly = new SoftAssertions();
    for (PortMethod method : PortMethod.values()) {
      meeting.sandbox().add(Fault.of(FaultKind.EXPIRED_TOKEN).on(method.action()).times(1));

      ApiResult<?> result = method.allowedOn(api);

      softly
          .assertThat(result)
          .as(method.action())
          .isInstanceOf(method.writes() ? ApiResult.NotAuthorized.class : ApiResult.Done.class);
      softly
          .assertThat(meeting.sandbox().received(method.action()))
          .as(method.action())
          .isEqualTo(method.writes() ? 1 : 2);
    }
    softly.assertAll();
    // One at first, and one in place of each that died; the last write's is not yet missed.
    assertThat(meeting.sandbox().received("login")).isEqualTo(PortMethod.values().length);
  }

  @Test
  void aKeyWithoutThePermissionIsNotTriedForEver() {
    BillingApi limited = client.open(meeting.apiKey("demo-invoices"));
    var before = meeting.page();

    assertThat(PortMethod.GET_CLIENTGROUPS.allowedOn(limited))
        .isEqualTo(new ApiResult.NotAuthorized<>("Invalid token or access denied"));
    assertThat(meeting.sandbox().received("get_clientgroups")).isEqualTo(2);
    assertThat(meeting.sandbox().received("login")).isEqualTo(2);
    assertThat(PortMethod.APPLY_CREDIT.allowedOn(limited))
        .isInstanceOf(ApiResult.NotAuthorized.class);
    assertThat(meeting.sandbox().received("apply_credit")).isEqualTo(1);
    assertThat(meeting.page()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aWriteThatFindsNoSessionIsNotSentWhateverTheLoginMeets(Harm harm) {
    meeting.sandbox().add(harm.onLogin());
    var before = meeting.page();

    SoftAssertions softly = new SoftAssertions();
    for (PortMethod method : List.of(PortMethod.APPLY_CREDIT, PortMethod.MASS_PAY)) {
      ApiResult<?> result = method.allowedOn(api);

      softly.assertThat(result).isEqualTo(withoutSession(harm));
      softly.assertThat(meeting.sandbox().received(method.action())).isZero();
    }
    softly.assertThat(meeting.page()).isEqualTo(before);
    softly.assertAll();
  }

  private static ApiResult<?> withoutSession(Harm harm) {
    return harm.result() instanceof ApiResult.Unknown<?>
        ? new ApiResult.NotSent<>(NotSentCause.NO_SESSION, null)
        : harm.result();
  }

  @Test
  void afterLoggingOutTheTokenServesNobody() {
    PortMethod.GETCREDITS.allowedOn(api);
    Meeting.done(client.logOut(key));
    assertThat(meeting.sandbox().received("logout")).isEqualTo(1);

    Meeting.done(api.reads().getCredits(new ReadRequest.GetCredits()));
    assertThat(meeting.sandbox().received("login")).isEqualTo(2);

    Meeting.done(client.logOut(meeting.token("demo")));
    assertThat(PortMethod.GETCREDITS.allowedOn(meeting.demo()))
        .isInstanceOf(ApiResult.NotAuthorized.class);
  }
}

package io.tillbot.app.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.billing.BillingClientOptions;
import io.tillbot.adapter.billing.Timeouts;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.BillingApi;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault for every method: what the client says of it, and what the books have seen of it. */
final class FaultMatrixTest {
  private static final int ATTEMPTS = 3;
  // Longer than any test: whoever waits for the answer runs into its time-out.
  private static final int FOR_EVER = 100_000;

  /** The books after each write, all made one after another with nothing going wrong. */
  private static final Map<PortMethod, Map<String, Set<Object>>> PAGES =
      new EnumMap<>(PortMethod.class);

  /** What each read gives with nothing going wrong. */
  private static final Map<PortMethod, Object> ANSWERS = new EnumMap<>(PortMethod.class);

  private Meeting meeting;

  @BeforeAll
  static void seeHowItGoesWell() {
    try (Meeting quiet = new Meeting()) {
      for (PortMethod read : PortMethod.reads()) {
        ANSWERS.put(read, Meeting.done(read.allowedOn(quiet.demo())));
      }
      for (PortMethod write : PortMethod.writers()) {
        Meeting.done(write.allowedOn(quiet.demo()));
        PAGES.put(write, quiet.page());
      }
    }
  }

  @BeforeEach
  void meet() {
    meeting = new Meeting();
  }

  @AfterEach
  void part() {
    meeting.close();
  }

  @ParameterizedTest
  @EnumSource
  void aWriteIsSentOnceAndToldOfAsItIs(Harm harm) {
    SoftAssertions softly = new SoftAssertions();
    Map<String, Set<Object>> before = meeting.page();
    for (PortMethod write : PortMethod.writers()) {
      meeting.sandbox().add(harm.on(write));

      ApiResult<?> result = write.allowedOn(meeting.demo());

      softly.assertThat(result).as(write.action()).isEqualTo(harm.result());
      softly.assertThat(meeting.sandbox().received(write.action())).as(write.action()).isEqualTo(1);
      softly
          .assertThat(meeting.page())
          .as("the books after " + write.action())
          .isEqualTo(
              switch (harm.doing()) {
                case NOT -> before;
                case ONCE -> PAGES.get(write);
              });
    }
    softly.assertThat(meeting.takePauses()).isEmpty();
    softly.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void aReadIsRepeatedWhereThatMayHelpAndToldOfAsItIs(Harm harm) {
    SoftAssertions softly = new SoftAssertions();
    for (PortMethod read : PortMethod.reads()) {
      meeting.sandbox().add(harm.on(read));

      ApiResult<?> result = read.allowedOn(meeting.demo());

      softly.assertThat(result).as(read.action()).isEqualTo(harm.result());
      softly
          .assertThat(meeting.sandbox().received(read.action()))
          .as("times " + read.action() + " was sent")
          .isEqualTo(harm.reads() == Harm.Reads.ONCE ? 1 : ATTEMPTS);
      assertThatPausesFit(harm, softly);
    }
    softly.assertAll();
  }

  private void assertThatPausesFit(Harm harm, SoftAssertions softly) {
    List<Duration> pauses = meeting.takePauses();
    switch (harm.reads()) {
      case ONCE -> softly.assertThat(pauses).isEmpty();
      case THRICE ->
          softly
              .assertThat(pauses)
              .hasSize(ATTEMPTS - 1)
              .allMatch(
                  pause -> pause.isPositive() && pause.compareTo(Duration.ofMillis(400)) <= 0);
      case THRICE_AS_ASKED ->
          softly.assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }
  }

  @ParameterizedTest
  @MethodSource("io.tillbot.app.sandboxed.Harm#passing")
  void aReadGetsOverAHarmThatPasses(Harm harm) {
    SoftAssertions softly = new SoftAssertions();
    for (PortMethod read : PortMethod.reads()) {
      meeting.sandbox().add(harm.on(read).times(1));

      Object value = read.allowedOn(meeting.demo()).found().orElse(null);

      softly.assertThat(sameButForPaper(read, value)).as(read.action()).isTrue();
      softly.assertThat(meeting.sandbox().received(read.action())).as(read.action()).isEqualTo(2);
    }
    softly.assertAll();
  }

  @Test
  void anOutageBehindTheApiIsARefusalAndSentOnce() {
    SoftAssertions softly = new SoftAssertions();
    Map<String, Set<Object>> before = meeting.page();
    for (PortMethod method : PortMethod.values()) {
      meeting.sandbox().add(Fault.of(FaultKind.OUTAGE).on(method.action()));

      ApiResult<?> result = method.allowedOn(meeting.demo());

      softly.assertThat(result).as(method.action()).isInstanceOf(ApiResult.Refused.class);
      softly.assertThat(meeting.sandbox().received(method.action())).isEqualTo(1);
    }
    softly.assertThat(meeting.page()).isEqualTo(before);
    softly.assertAll();
  }

  @Test
  void aWriteThatIsNeverReachedInTimeIsUnknownAndNotYetDone() {
    SoftAssertions softly = new SoftAssertions();
    Map<String, Set<Object>> before = meeting.page();
    meeting.sandbox().add(Fault.of(FaultKind.DELAY).withValue(FOR_EVER));
    BillingApi hasty = answeredWithin(Duration.ofMillis(100));
    for (PortMethod write : PortMethod.writers()) {
      softly.assertThat(write.allowedOn(hasty)).as(write.action()).isEqualTo(timedOut());
    }
    for (PortMethod write : PortMethod.writers()) {
      await().until(() -> meeting.sandbox().received(write.action()) > 0);
      softly.assertThat(meeting.sandbox().received(write.action())).as(write.action()).isEqualTo(1);
    }
    softly.assertThat(meeting.page()).isEqualTo(before);
    softly.assertAll();
  }

  @Test
  void aWriteWhoseAnswerIsLateIsUnknownAndDoneOnce() {
    SoftAssertions softly = new SoftAssertions();
    meeting.sandbox().add(Fault.of(FaultKind.DELAY_AFTER).withValue(FOR_EVER));
    BillingApi hasty = answeredWithin(Duration.ofMillis(100));
    for (PortMethod write : PortMethod.writers()) {
      softly.assertThat(write.allowedOn(hasty)).as(write.action()).isEqualTo(timedOut());
      await(write.action())
          .untilAsserted(() -> assertThat(meeting.page()).isEqualTo(PAGES.get(write)));
      softly.assertThat(meeting.sandbox().received(write.action())).as(write.action()).isEqualTo(1);
    }
    softly.assertAll();
  }

  @Test
  void aWriteThatTheApiComesToAfterTheClientHasGoneIsDoneOnce() {
    meeting.sandbox().add(Fault.of(FaultKind.DELAY).withValue(1_000).times(1));

    ApiResult<?> result = PortMethod.APPLY_CREDIT.allowedOn(answeredWithin(Duration.ofMillis(100)));

    assertThat(result).isEqualTo(timedOut());
    await().until(() -> demoCredit().compareTo(new BigDecimal("143.15")) == 0);
    assertThat(meeting.sandbox().received("apply_credit")).isEqualTo(1);
  }

  @Test
  void aReadThatIsNeverAnsweredInTimeIsRepeatedAndThenUnknown() throws Exception {
    meeting.sandbox().add(Fault.of(FaultKind.DELAY).withValue(FOR_EVER));
    BillingApi hasty = answeredWithin(Duration.ofMillis(100));

    SoftAssertions softly = new SoftAssertions();
    atOnce(PortMethod.reads(), read -> read.allowedOn(hasty))
        .forEach(
            (read, result) -> softly.assertThat(result).as(read.action()).isEqualTo(timedOut()));
    for (PortMethod read : PortMethod.reads()) {
      await().until(() -> meeting.sandbox().received(read.action()) >= ATTEMPTS);
      softly
          .assertThat(meeting.sandbox().received(read.action()))
          .as(read.action())
          .isEqualTo(ATTEMPTS);
    }
    softly.assertAll();
  }

  @Test
  void aReadWhoseFirstAnswerIsLateIsRepeatedAndDone() throws Exception {
    // Printed once, a paper is at hand.
    Meeting.done(PortMethod.DOWNLOAD_INVOICE.allowedOn(meeting.demo()));
    for (PortMethod read : PortMethod.reads()) {
      meeting
          .sandbox()
          .add(Fault.of(FaultKind.DELAY).withValue(FOR_EVER).on(read.action()).times(1));
    }
    BillingApi hasty = answeredWithin(Duration.ofSeconds(2));

    SoftAssertions softly = new SoftAssertions();
    atOnce(PortMethod.reads(), read -> read.allowedOn(hasty))
        .forEach(
            (read, result) ->
                softly
                    .assertThat(sameButForPaper(read, result.found().orElse(null)))
                    .as(read.action() + " gave " + result)
                    .isTrue());
    softly.assertAll();
  }

  /** A paper is printed anew in each sandbox, with a mark of its own. */
  private static boolean sameButForPaper(PortMethod read, @Nullable Object value) {
    return read == PortMethod.DOWNLOAD_INVOICE ? value != null : ANSWERS.get(read).equals(value);
  }

  private BigDecimal demoCredit() {
    return meeting.row(Client.class, Truth.DEMO).orElseThrow().credit();
  }

  private static ApiResult<?> timedOut() {
    return new ApiResult.Unknown<>(UnknownCause.TIMED_OUT);
  }

  /** The demo customer by a client that gives up after such a silence. */
  private BillingApi answeredWithin(Duration silence) {
    UnaryOperator<BillingClientOptions> hasty =
        options ->
            options.withTimeouts(
                new Timeouts(Duration.ofSeconds(20), silence, Duration.ofSeconds(20)));
    return meeting.client(hasty).open(meeting.token("demo"));
  }

  private static Map<PortMethod, ApiResult<?>> atOnce(List<PortMethod> methods, PortMethodCall call)
      throws Exception {
    Map<PortMethod, ApiResult<?>> results = new EnumMap<>(PortMethod.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<ApiResult<?>>> tasks = new ArrayList<>();
      methods.forEach(method -> tasks.add(() -> call.make(method)));
      List<Future<ApiResult<?>>> futures = threads.invokeAll(tasks);
      for (int i = 0; i < futures.size(); i++) {
        results.put(methods.get(i), futures.get(i).get());
      }
    }
    return results;
  }

  @FunctionalInterface
  private interface PortMethodCall {
    ApiResult<?> make(PortMethod method);
  }
}

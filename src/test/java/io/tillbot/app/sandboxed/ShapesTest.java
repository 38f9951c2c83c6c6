package io.tillbot.app.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.billing.BillingClient;
import io.tillbot.adapter.sandbox.choice.Choice;
import io.tillbot.adapter.sandbox.choice.Shape;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.request.ReadRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an answer looks like, the client tells the same; or "not told" where it cannot. */
final class ShapesTest {
  private static Meeting meeting;
  private static Map<String, Object> plain;

  @BeforeAll
  static void lookOnce() {
    meeting = new Meeting();
    plain = Views.all(meeting);
  }

  @AfterAll
  static void part() {
    meeting.close();
  }

  @AfterEach
  void straightenUp() {
    meeting.sandbox().use(Switches.defaults());
    meeting.sandbox().clearFaults();
  }

  @Test
  void everyPlainViewIsAValue() {
    assertThat(plain).hasSizeGreaterThan(45);
    assertThat(plain.values()).noneMatch(ApiResult.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aReadGivesTheSameInEveryShape(Shape shape) {
    meeting.sandbox().use(Switches.defaults().with(shape));

    assertSameAsPlain(List.of(shape));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aReadGivesTheSameInManyShapesAtOnce(int number) {
    meeting.sandbox().use(Meeting.shapes(number));

    assertSameAsPlain(choices(number));
  }

  private static void assertSameAsPlain(List<Choice> choices) {
    Map<String, Object> seen = Views.all(meeting);
    SoftAssertions softly = new SoftAssertions();
    plain.forEach(
        (name, value) -> {
          Object expected = value;
          for (Choice choice : choices) {
            expected = Views.carried(expected, choice);
          }
          softly.assertThat(seen.get(name)).as(name).isEqualTo(expected);
        });
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aWriteAnswersTheSameInManyShapesAtOnce(int number) {
    SoftAssertions softly = new SoftAssertions();
    try (Meeting usual = new Meeting();
        Meeting odd = new Meeting(Meeting.shapes(number))) {
      for (PortMethod write : PortMethod.writers()) {
        softly
            .assertThat(write.allowedOn(odd.demo()))
            .as(write.action())
            .isEqualTo(write.allowedOn(usual.demo()));
      }
      softly.assertThat(odd.page()).isEqualTo(usual.page());
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void aPaperIsTheSameInEveryForm(Shape.PdfForm form) {
    PdfDocument paper = meeting.paperFetchedByHand(123);
    meeting.sandbox().use(Switches.defaults().with(form));

    for (Boolean inline : new Boolean[] {null, false, true}) {
      var request = new ReadRequest.DownloadInvoice(PortMethod.invoice(123), false, inline);
      assertThat(Meeting.done(meeting.demo().reads().downloadInvoice(request))).isEqualTo(paper);
    }
  }

  @Test
  void halfAPaperIsNone() {
    var inline = new ReadRequest.DownloadInvoice(PortMethod.invoice(123), false, true);
    meeting.sandbox().add(Fault.of(FaultKind.TRUNCATED_JSON));

    assertThat(meeting.demo().reads().downloadInvoice(inline))
        .isEqualTo(new ApiResult.Unknown<>(ApiResult.UnknownCause.BROKEN_ANSWER));
  }

  @ParameterizedTest
  @MethodSource("shapesOfFailures")
  void aRefusalSaysTheSameInEveryShape(Shape shape) {
    Map<PortMethod, ApiResult<?>> usual = new EnumMap<>(PortMethod.class);
    for (PortMethod method : PortMethod.values()) {
      usual.put(method, meeting.refused(method));
    }
    meeting.sandbox().use(Switches.defaults().with(shape));

    SoftAssertions softly = new SoftAssertions();
    usual.forEach(
        (method, result) ->
            softly
                .assertThat(inWords(meeting.refused(method)))
                .as(method.action())
                .isEqualTo(inWords(result)));
    softly.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void anUnusableTokenIsNotAuthorizedInEveryWordingAndShape(Shape.AuthFailures wording) {
    SoftAssertions softly = new SoftAssertions();
    for (Shape.Failures failures : Shape.Failures.values()) {
      meeting.sandbox().use(Switches.defaults().with(wording, failures));
      BillingApi stranger =
          meeting
              .client(UnaryOperator.identity())
              .open(new Credential.Token(Secret.of("an-invented-token")));
      for (PortMethod method : PortMethod.values()) {
        softly
            .assertThat(method.allowedOn(stranger))
            .as(method.action() + " as " + failures)
            .isInstanceOf(ApiResult.NotAuthorized.class);
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aKeyOpensASessionInManyShapesAtOnce(int number) {
    meeting.sandbox().use(Meeting.shapes(number));
    BillingClient client = meeting.client(UnaryOperator.identity());
    Credential key = meeting.apiKey("demo");

    assertThat(Meeting.done(client.open(key).reads().getCredits(new ReadRequest.GetCredits())))
        .isEqualTo(plain.get("getcredits"));
    assertThat(Meeting.done(client.describeSession(key)).ends())
        .isEqualTo(Meeting.NOW.plusSeconds(3_600));
    Meeting.done(client.logOut(key));
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatIsRefusedIsNotAuthorized(Shape.Failures failures) {
    meeting.sandbox().use(Switches.defaults().with(failures));
    Credential invented = new Credential.ApiKey(Secret.of("an-invented-key"));
    BillingApi api = meeting.client(UnaryOperator.identity()).open(invented);

    assertThat(PortMethod.APPLY_CREDIT.allowedOn(api))
        .isEqualTo(new ApiResult.NotAuthorized<>("authentication failed"));
  }

  private static Object inWords(ApiResult<?> result) {
    return switch (result) {
      case ApiResult.Refused<?>(Refusal refusal) -> refusal.message();
      case ApiResult.Done<?> _,
          ApiResult.NotAuthorized<?> _,
          ApiResult.NotSent<?> _,
          ApiResult.Unknown<?> _ ->
          result;
    };
  }

  static Stream<Shape> shapes() {
    return Arrays.stream(Shape.class.getPermittedSubclasses())
        .flatMap(kind -> Arrays.stream(kind.getEnumConstants()).skip(1))
        .map(Shape.class::cast);
  }

  static Stream<Shape> shapesOfFailures() {
    return shapes()
        .filter(
            shape ->
                shape instanceof Shape.Failures
                    || shape instanceof Shape.Placeholders
                    || shape instanceof Shape.Texts
                    || shape instanceof Shape.Numbers);
  }

  /** As many as the switch with the most settings has: each setting comes up. */
  static IntStream numbers() {
    return IntStream.rangeClosed(
        1,
        Arrays.stream(Shape.class.getPermittedSubclasses())
            .mapToInt(kind -> kind.getEnumConstants().length)
            .max()
            .orElseThrow());
  }

  private static List<Choice> choices(int number) {
    return new ArrayList<>(Meeting.shapes(number).set().get(Switches.EVERYWHERE));
  }
}

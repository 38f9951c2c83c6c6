package io.tillbot.core.link;

import static io.tillbot.core.link.LinkScene.ANN;
import static io.tillbot.core.link.LinkScene.EVE;
import static io.tillbot.core.link.LinkScene.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.access.Credential;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.link.LinkPage.Problem;
import io.tillbot.core.link.LinkPage.Sent;
import io.tillbot.core.link.LinkPage.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPageTest {
  private static final int SENDERS = 24;
  private static final ApiResult<Client> NO = new ApiResult.NotAuthorized<>("no");

  private final LinkScene scene = new LinkScene();

  @Test
  void itNamesWhoWillBeLinkedAndServesTenMinutes() {
    String id = scene.open(ANN);

    assertThat(scene.page.look(id))
        .isInstanceOfSatisfying(
            View.Asking.class,
            asking -> {
              assertThat(asking.caller()).isEqualTo(ANN);
              assertThat(asking.left()).isEqualTo(Duration.ofMinutes(10));
              assertThat(asking.triesLeft()).isEqualTo(5);
              assertThat(asking.problem()).isEmpty();
            });
    scene.clock.pass(Duration.ofMinutes(10).minusMillis(1));
    assertThat(scene.page.look(id)).isInstanceOf(View.Asking.class);
    scene.clock.pass(Duration.ofMillis(1));
    assertThat(scene.page.look(id)).isInstanceOf(View.Gone.class);
    assertThat(scene.send(id, KEY)).isInstanceOf(Sent.Gone.class);
    assertThat(scene.billing.opened()).isEmpty();
  }

  @Test
  void lookingChangesNothingHoweverOften() {
    String id = scene.open(ANN);
    View first = scene.page.look(id);

    for (int n = 0; n < 50; n++) {
      assertThat(scene.page.look(id)).isEqualTo(first);
    }

    assertThat(scene.send(id, KEY)).isInstanceOf(Sent.Accepted.class);
  }

  @Test
  void whatIsAcceptedLinksNobodyBeforeTheCodeIsTyped() {
    Sent sent = scene.send(scene.open(ANN), KEY);

    assertThat(sent)
        .isInstanceOfSatisfying(
            Sent.Accepted.class,
            accepted -> {
              assertThat(accepted.caller()).isEqualTo(ANN);
              assertThat(accepted.client().id()).isEqualTo("77");
              assertThat(accepted.client().email()).isEqualTo("s…@example.com");
            });
    assertThat(scene.vault.links(ANN)).isEmpty();
    assertThat(scene.billing.opened()).hasSize(1).first().isInstanceOf(Credential.ApiKey.class);
    assertThat(scene.billing.requests()).containsExactly(ReadRequest.GetClient.own());
  }

  @Test
  void aTokenIsTriedAsOne() {
    String id = scene.open(ANN);
    var key = scene.filledIn(id, KEY);

    scene.page.send(id, new LinkPage.FilledIn(key.formToken(), "token", KEY));

    assertThat(scene.billing.opened()).hasSize(1).first().isInstanceOf(Credential.Token.class);
  }

  @Test
  void ofManyWhoSendTogetherOneIsHeard() throws Exception {
    String id = scene.open(ANN);
    var filledIn = scene.filledIn(id, KEY);

    List<Sent> sent = together(() -> scene.page.send(id, filledIn));

    assertThat(sent).filteredOn(Sent.Accepted.class::isInstance).hasSize(1);
    assertThat(sent).filteredOn(Sent.Gone.class::isInstance).hasSize(SENDERS - 1);
    assertThat(scene.billing.opened()).hasSize(1);
  }

  @Test
  void whatIsSentAgainIsNotHeard() {
    String id = scene.open(ANN);
    var filledIn = scene.filledIn(id, KEY);
    scene.page.send(id, filledIn);

    assertThat(scene.page.send(id, filledIn)).isInstanceOf(Sent.Gone.class);
    assertThat(scene.page.look(id)).isInstanceOf(View.Gone.class);
    assertThat(scene.billing.opened()).hasSize(1);
  }

  @Test
  void aFormWithoutThePagesTokenIsNotTakenAndUsesNothingUp() {
    String id = scene.open(ANN);
    String others = scene.filledIn(scene.open(EVE), KEY).formToken();

    for (String token : List.of("", "x", others)) {
      assertThat(scene.page.send(id, new LinkPage.FilledIn(token, "api-key", KEY)))
          .isInstanceOf(Sent.Forged.class);
    }

    assertThat(scene.billing.opened()).isEmpty();
    assertThat(scene.send(id, KEY)).isInstanceOf(Sent.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "abcdefghijklmnopqrstuvwxyz", "../../etc/passwd", "a b"})
  void aPageThatNeverWasIsGone(String id) {
    scene.open(ANN);

    assertThat(scene.page.look(id)).isInstanceOf(View.Gone.class);
    assertThat(scene.send(id, KEY)).isInstanceOf(Sent.Gone.class);
  }

  @Test
  void aNewPageReplacesTheEarlierOneAndWhatWasGivenThere() {
    String first = scene.open(ANN);
    String second = scene.open(ANN);
    assertThat(scene.page.look(first)).isInstanceOf(View.Gone.class);
    String code = LinkScene.code(scene.send(second, KEY));

    scene.open(ANN);

    scene.say(ANN, "/billing link-code " + code);
    assertThat(scene.vault.links(ANN)).isEmpty();
  }

  @Test
  void anothersPageDoesNotReplaceIt() {
    String anns = scene.open(ANN);
    scene.open(EVE);

    assertThat(scene.send(anns, KEY)).isInstanceOf(Sent.Accepted.class);
  }

  @Test
  void whatIsNotAcceptedMayBeGivenAgainOnAnotherPageOfTheSameLife() {
    scene.billing.on(ReadRequest.GetClient.class, NO);
    String first = scene.open(ANN);
    scene.clock.pass(Duration.ofMinutes(4));

    String second = again(scene.send(first, KEY));

    assertThat(second).isNotEqualTo(first);
    assertThat(scene.page.look(first)).isInstanceOf(View.Gone.class);
    assertThat(scene.page.look(second))
        .isInstanceOfSatisfying(
            View.Asking.class,
            asking -> {
              assertThat(asking.problem()).contains(Problem.NOT_ACCEPTED);
              assertThat(asking.triesLeft()).isEqualTo(4);
              assertThat(asking.left()).isEqualTo(Duration.ofMinutes(6));
              assertThat(asking.caller()).isEqualTo(ANN);
            });
    assertThat(scene.send(second, KEY)).isInstanceOf(Sent.Accepted.class);
  }

  @Test
  void afterFiveInVainNothingIsAskedAnyMore() {
    scene.billing.always(ReadRequest.GetClient.class, NO);
    String id = scene.open(ANN);
    for (int n = 0; n < 4; n++) {
      id = again(scene.send(id, KEY));
    }

    assertThat(scene.send(id, KEY)).isInstanceOf(Sent.TooMany.class);

    assertThat(scene.send(id, KEY)).isInstanceOf(Sent.Gone.class);
    assertThat(scene.billing.opened()).hasSize(5);
  }

  static List<ApiResult<Client>> silence() {
    return List.of(
        new ApiResult.NotSent<>(NotSentCause.NO_CONNECTION, null),
        new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, null),
        new ApiResult.Unknown<>(UnknownCause.TIMED_OUT),
        new ApiResult.Unknown<>(UnknownCause.BROKEN_ANSWER));
  }

  @ParameterizedTest
  @MethodSource("silence")
  void whenTheBillingCannotBeAskedThePageSaysSo(ApiResult<Client> answer) {
    scene.billing.on(ReadRequest.GetClient.class, answer);

    String next = again(scene.send(scene.open(ANN), KEY));

    assertThat(scene.page.look(next))
        .isInstanceOfSatisfying(
            View.Asking.class,
            asking -> assertThat(asking.problem()).contains(Problem.UNAVAILABLE));
  }

  @Test
  void aRefusalOfTheBillingIsNotAccepted() {
    scene.billing.on(
        ReadRequest.GetClient.class, new ApiResult.Refused<>(Samples.refusal("no right")));

    String next = again(scene.send(scene.open(ANN), KEY));

    assertThat(((View.Asking) scene.page.look(next)).problem()).contains(Problem.NOT_ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "has blanks", "a\nb\nc", "ключ-ключ"})
  void whatCannotBeACredentialIsSentNowhere(String secret) {
    String next = again(scene.send(scene.open(ANN), secret));

    assertThat(((View.Asking) scene.page.look(next)).problem()).contains(Problem.NOT_A_CREDENTIAL);
    assertThat(scene.billing.opened()).isEmpty();
  }

  @Test
  void anUnknownKindIsNoCredential() {
    String id = scene.open(ANN);
    String token = scene.filledIn(id, KEY).formToken();

    assertThat(scene.page.send(id, new LinkPage.FilledIn(token, "password", KEY)))
        .isInstanceOf(Sent.Again.class);
    assertThat(scene.billing.opened()).isEmpty();
  }

  @Test
  void aPageThatWasReplacedWhileTheBillingWasAskedKeepsNothing() {
    for (ApiResult<Client> answer :
        List.of(new ApiResult.Done<>(Samples.client("EUR")), NO, silence().getFirst())) {
      List<String> newer = new ArrayList<>();
      scene.billing.answers(
          ReadRequest.GetClient.class,
          _ -> {
            newer.add(scene.open(ANN));
            return answer;
          });

      assertThat(scene.send(scene.open(ANN), KEY)).isInstanceOf(Sent.Gone.class);

      assertThat(scene.page.look(newer.getLast())).isInstanceOf(View.Asking.class);
      assertThat(scene.say(ANN, "/billing link-code").reply().title().key())
          .isEqualTo("link-code.page-first");
    }
  }

  @Test
  void aPageThatExpiresWhileTheBillingIsAskedIsNotRenewed() {
    scene.billing.answers(
        ReadRequest.GetClient.class,
        _ -> {
          scene.clock.pass(Duration.ofMinutes(10));
          return NO;
        });

    assertThat(scene.send(scene.open(ANN), KEY)).isInstanceOf(Sent.Gone.class);
  }

  @Test
  void nothingThatIsPrintedHoldsASecret() {
    String id = scene.open(ANN);
    var filledIn = scene.filledIn(id, KEY);
    View view = scene.page.look(id);
    Sent sent = scene.page.send(id, filledIn);

    assertThat(List.of(filledIn.toString(), view.toString(), sent.toString()))
        .noneMatch(text -> text.contains(KEY))
        .noneMatch(text -> text.contains(filledIn.formToken()))
        .noneMatch(text -> text.contains(LinkScene.code(sent)));
  }

  private static String again(Sent sent) {
    return ((Sent.Again) sent).page().value();
  }

  private static List<Sent> together(Callable<Sent> work) throws Exception {
    List<Sent> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Sent> one : threads.invokeAll(Collections.nCopies(SENDERS, work))) {
        results.add(one.get());
      }
    }
    return results;
  }
}

package io.tillbot.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Handler;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command that reads the account, with each way in which its first call can fail. */
class ReadFailuresTest {
  private static final Map<String, Class<?>> FIRST_CALLS =
      Map.ofEntries(
          Map.entry("/invoice 123", ReadRequest.GetInvoice.class),
          Map.entry("/invoices", ReadRequest.GetInvoices.class),
          Map.entry("/invoices --server 42", ReadRequest.GetRelatedInvoices.class),
          Map.entry("/pdf 123", ReadRequest.DownloadInvoice.class),
          Map.entry("/pay-methods 123", ReadRequest.GetPaymentGateways.class),
          Map.entry("/credit", ReadRequest.GetCredits.class),
          Map.entry("/pay 123", ReadRequest.GetClient.class),
          Map.entry("/top-up 25", ReadRequest.GetClient.class),
          Map.entry("/mass-pay 101 102", ReadRequest.GetInvoices.class),
          Map.entry("/transactions", ReadRequest.Transactions.class),
          Map.entry("/server show 42", ReadRequest.GetBillingData.class),
          Map.entry("/server invoices 42", ReadRequest.GetRelatedInvoices.class),
          Map.entry("/server bill 42", ReadRequest.GetBillingData.class),
          Map.entry("/cancel server 42", ReadRequest.GetBillingData.class),
          Map.entry("/cancel subscription 42", ReadRequest.GetBillingData.class),
          Map.entry("/cancel undo 42", ReadRequest.GetBillingData.class),
          Map.entry("/cancel list", ReadRequest.GetCancellationRequests.class),
          Map.entry("/billing status", ReadRequest.GetClient.class),
          Map.entry("/billing-admin groups", ReadRequest.GetClientGroups.class),
          Map.entry("/account show", ReadRequest.GetClient.class),
          Map.entry("/account edit", ReadRequest.GetClient.class),
          Map.entry("/account reset-password", ReadRequest.GetClient.class),
          Map.entry("/contact list", ReadRequest.GetContacts.class),
          Map.entry("/contact edit 7", ReadRequest.GetContacts.class),
          Map.entry("/contact delete 7", ReadRequest.GetContacts.class),
          Map.entry(
              "/contact add --email a@b.example --first-name A", ReadRequest.GetContacts.class));

  private record Failure(ApiResult<?> result, Class<? extends Outcome> outcome, String words) {}

  private static List<Failure> failures() {
    Stream<Failure> told =
        Stream.of(
            new Failure(
                new ApiResult.Refused<>(new Refusal("-1", "Not yours", List.of("a_detail"))),
                Outcome.Refused.class,
                "api.refused.message(Not yours)"),
            new Failure(
                new ApiResult.Refused<>(new Refusal("-3", "", List.of())),
                Outcome.Refused.class,
                "api.refused.code(-3)"),
            new Failure(
                new ApiResult.NotAuthorized<>("expired"),
                Outcome.NeedsLink.class,
                "api.not-authorized.what-to-do"),
            notSent(NotSentCause.NO_CONNECTION, "api.no-connection"),
            notSent(NotSentCause.RATE_LIMITED, "api.rate-limited"),
            notSent(NotSentCause.NO_SESSION, "api.no-session"),
            notSent(NotSentCause.NOT_PREPARED, "api.not-prepared"),
            new Failure(
                new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, Duration.ofSeconds(30)),
                Outcome.Unavailable.class,
                "api.rate-limited-until(30)"));
    Stream<Failure> unknown =
        Arrays.stream(UnknownCause.values())
            .map(
                cause ->
                    new Failure(
                        new ApiResult.Unknown<>(cause),
                        Outcome.Unavailable.class,
                        "api."
                            + cause.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    return Stream.concat(told, unknown).toList();
  }

  private static Failure notSent(NotSentCause cause, String words) {
    return new Failure(new ApiResult.NotSent<>(cause, null), Outcome.Unavailable.class, words);
  }

  static Stream<Arguments> everyCommandAndFailure() {
    return FIRST_CALLS.keySet().stream()
        .sorted()
        .flatMap(line -> failures().stream().map(failure -> Arguments.of(line, failure)));
  }

  static Stream<String> lines() {
    return FIRST_CALLS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("everyCommandAndFailure")
  void eachFailureHasItsOutcomeAndSaysWhatHappened(String line, Failure failure) {
    TestBot bot = TestBot.linked();
    bot.billing().on(FIRST_CALLS.get(line), failure.result());
    Outcome outcome = bot.say(line);
    assertThat(outcome).isInstanceOf(failure.outcome());
    assertThat(Words.of(outcome.reply().body())).containsExactly(failure.words());
    assertThat(bot.billing().requests()).hasSize(1);
  }

  @Test
  void everyCauseIsTried() {
    assertThat(failures()).hasSize(8 + UnknownCause.values().length);
    assertThat(NotSentCause.values()).hasSize(4);
  }

  @Test
  void everyCommandThatReadsTheAccountIsTried() {
    TestBot bot = TestBot.linked();
    List<String> paths =
        bot.catalogue().registry().commands().stream()
            .filter(command -> needsAccount(command.handler()))
            .map(command -> command.spec().path().toString())
            // It goes on without what fails: OverviewTest.
            .filter(path -> !path.equals("/billing overview"))
            .toList();
    assertThat(paths)
        .allSatisfy(
            path ->
                assertThat(FIRST_CALLS.keySet())
                    .anyMatch(line -> (line + " ").startsWith(path + " ")));
  }

  private static boolean needsAccount(Handler handler) {
    return switch (handler) {
      case Handler.ReadsAccount _, Handler.ChangesAccount _ -> true;
      case Handler.NeedsNoAccount _, Handler.AsksForSecret _ -> false;
    };
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aReadThatBroughtNothingSaysThatNothingChanged(String line) {
    TestBot bot = TestBot.linked();
    bot.billing().on(FIRST_CALLS.get(line), new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    assertThat(Words.of(bot.say(line).reply().notes())).containsExactly("api.nothing-changed");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void withoutACredentialNothingIsAsked(String line) {
    TestBot bot = TestBot.unlinked();
    Outcome outcome = bot.say(line);
    boolean isStatus = line.equals("/billing status");
    assertThat(outcome).isInstanceOf(isStatus ? Outcome.Answered.class : Outcome.NeedsLink.class);
    assertThat(Words.buttons(outcome.reply())).containsExactly("/billing link");
    assertThat(bot.billing().requests()).isEmpty();
    assertThat(bot.billing().opened()).isEmpty();
  }

  @Test
  void theDetailsOfARefusalAreTold() {
    TestBot bot = TestBot.linked();
    bot.billing()
        .on(
            ReadRequest.GetCredits.class,
            new ApiResult.Refused<>(new Refusal("-1", "No", List.of("one", "two"))));
    assertThat(Words.of(bot.say("/credit").reply().notes()))
        .containsExactly("api.detail(one)", "api.detail(two)");
  }

  @Test
  void theApisWordsAboutACredentialAreToldWhenThereAreAny() {
    TestBot bot = TestBot.linked();
    bot.billing()
        .on(ReadRequest.GetCredits.class, new ApiResult.NotAuthorized<>("expired"))
        .on(ReadRequest.GetCredits.class, new ApiResult.NotAuthorized<>(""));
    assertThat(Words.of(bot.say("/credit").reply().notes())).containsExactly("api.says(expired)");
    assertThat(bot.say("/credit").reply().notes()).isEmpty();
  }

  @Test
  void whoIsNotAuthorizedIsLedToLinkAnew() {
    TestBot bot = TestBot.linked();
    bot.billing().on(ReadRequest.GetCredits.class, new ApiResult.NotAuthorized<>("expired"));
    assertThat(Words.buttons(bot.say("/credit").reply())).containsExactly("/billing link");
  }
}

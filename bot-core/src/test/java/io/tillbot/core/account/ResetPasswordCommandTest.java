package io.tillbot.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResetPasswordCommandTest {
  private static final String LINE = "/account reset-password";

  private final TestBot bot = TestBot.linked();

  @Test
  void thePreviewSaysWhereTheLinkGoesAndThatItIsFinishedThere() {
    client();
    Outcome preview = bot.say(LINE);
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    assertThat(Words.of(preview.reply().title())).isEqualTo("password.subject(s…@example.com)");
    assertThat(Words.of(preview.reply().body())).containsExactly("password.how(s…@example.com)");
    assertThat(Words.everything(preview.reply())).noneMatch(piece -> piece.contains("someone@"));
    assertThat(bot.billing().requests()).containsExactly(ReadRequest.GetClient.own());
  }

  @Test
  void addressAndLocationAreGetClientsAndNoSecretIsSent() {
    client();
    answers(new ApiResult.Refused<>(Samples.refusal("x")));
    bot.confirm(LINE);
    assertThat(bot.billing().requests())
        .contains(
            new WriteRequest.ResetPassword(
                "someone@example.com", null, null, null, new Location("whmcs_eu")));
  }

  @Test
  void theApisClearWordIsEnough() {
    client();
    answers(new ApiResult.Done<>(new WriteAnswer.PasswordResetStarted("A link was sent.")));
    Outcome done = bot.confirm(LINE);
    assertThat(done).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(done.reply().title())).isEqualTo("password.started");
    assertThat(Words.of(done.reply().body()))
        .containsExactly("password.finish-there(s…@example.com)");
    assertThat(Words.of(done.reply().notes())).containsExactly("api.says(A link was sent.)");
  }

  @Test
  void anEmptyWordIsNotQuoted() {
    client();
    answers(new ApiResult.Done<>(new WriteAnswer.PasswordResetStarted("")));
    assertThat(bot.confirm(LINE).reply().notes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(UnknownCause.class)
  void afterAnUnclearAnswerOnlyTheMailboxKnows(UnknownCause cause) {
    client();
    answers(new ApiResult.Unknown<>(cause));
    Outcome unknown = bot.confirm(LINE);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().body())).contains("password.where-to-look(s…@example.com)");
    assertThat(bot.billing().requests().getLast()).isInstanceOf(WriteRequest.ResetPassword.class);
  }

  @Test
  void aRefusalIsToldInTheApisWords() {
    client();
    answers(new ApiResult.Refused<>(Samples.refusal("Invalid billing location")));
    Outcome refused = bot.confirm(LINE);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body()))
        .containsExactly("api.refused.message(Invalid billing location)");
  }

  @Test
  void withoutAnAddressThereIsNowhereToMailTo() {
    bot.billing()
        .gives(
            ReadRequest.GetClient.class,
            new Client(
                new ClientId(77),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of()));
    Outcome refused = bot.say(LINE);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly("password.email-not-told");
  }

  @ParameterizedTest
  @ValueSource(strings = {" fake-reset-token", " --code 123456", " --pass fake-password-1"})
  void neitherTokenNorCodeNorPasswordIsTakenInAChat(String words) {
    assertThat(bot.say(LINE + words)).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.billing().requests()).isEmpty();
  }

  private void client() {
    bot.billing().always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")));
  }

  private void answers(ApiResult<WriteAnswer.PasswordResetStarted> answer) {
    bot.billing().on(WriteRequest.ResetPassword.class, answer);
  }
}

package io.tillbot.core.account;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.person.Masked;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Objects;
import java.util.Optional;

/**
 * reset_password without a token: it mails a link. No read tells whether it did, so the API's own
 * word is all the proof there is, and without it only the mailbox knows.
 *
 * @param client whose e-mail is known
 */
record PasswordReset(Client client) implements Change<WriteAnswer.PasswordResetStarted> {
  PasswordReset {
    Objects.requireNonNull(client.email(), "the address to mail to");
  }

  @Override
  public Text subject() {
    return Text.of("password.subject", mailbox());
  }

  @Override
  public Reply.Builder preview() {
    return Reply.card(subject())
        .body(Text.of("password.how", mailbox()))
        .fieldIfKnown(
            Text.of("field.billing-location"),
            client.location(),
            place -> Value.data(place.value()));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.CLIENT, client.id())
        .fact(Fact.LOCATION, client.location())
        .fact(Fact.PROFILE, client.email())
        .build();
  }

  @Override
  public ApiResult<WriteAnswer.PasswordResetStarted> send(BillingWrites writes) {
    return writes.resetPassword(
        new WriteRequest.ResetPassword(client.email(), null, null, null, client.location()));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.PasswordResetStarted> told, BillingReads reads, CreditTrail trail) {
    return told.<Finding>map(answer -> new Finding.Done(started(answer.message())))
        .orElseGet(Finding.Unproven::without);
  }

  private Reply started(String message) {
    Reply.Builder card =
        Reply.card(Text.of("password.started"))
            .tone(Tone.GOOD)
            .body(Text.of("password.finish-there", mailbox()));
    if (!message.isBlank()) {
      card.note(Text.of("api.says", Value.data(message)));
    }
    return card.build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    card.body(Text.of("password.where-to-look", mailbox()));
  }

  private Value mailbox() {
    return Value.data(Masked.email(Objects.requireNonNullElse(client.email(), "")));
  }
}

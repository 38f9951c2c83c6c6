package io.tillbot.core.account;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.Target;
import io.tillbot.core.person.Masked;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * reset_password without a token: it mails a link. No read tells whether it did, so the API's own
 * word is all the proof there is, and without it only the mailbox knows.
 *
 * @param email the address to mail to
 */
record PasswordReset(ClientId client, String email, @Nullable Location location)
    implements Change<WriteAnswer.PasswordResetStarted> {

  /** What was written down of it. */
  static PasswordReset recalled(Recollection of) {
    return new PasswordReset(
        of.require(Fact.CLIENT, Recollection.id(ClientId::new)),
        of.require(Fact.PROFILE, Function.identity()),
        of.told(Fact.LOCATION, Location::new).orElse(null));
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
            Text.of("field.billing-location"), location, place -> Value.data(place.value()));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.CLIENT, client)
        .fact(Fact.LOCATION, location)
        .fact(Fact.PROFILE, email)
        .build();
  }

  @Override
  public Set<Target> targets() {
    return Set.of(Target.all(Target.Kind.PROFILE));
  }

  @Override
  public Commitment commitment() {
    return Commitment.nothing();
  }

  @Override
  public ApiResult<WriteAnswer.PasswordResetStarted> send(BillingWrites writes) {
    return writes.resetPassword(new WriteRequest.ResetPassword(email, null, null, null, location));
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
    return Value.data(Masked.email(email));
  }

  @Override
  public String toString() {
    return "PasswordReset[" + client + "]";
  }
}

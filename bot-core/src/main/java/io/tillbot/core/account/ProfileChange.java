package io.tillbot.core.account;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Details;
import io.tillbot.core.person.Edit;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * update_client. The API may clear what a request leaves out, so name and e-mail go along as they
 * are, and what changed besides is told by its field's name. Never sets {@code ips} nor {@code
 * co_secret}.
 *
 * @param client before
 * @param line the command that would offer it again
 */
record ProfileChange(
    Client client, Location location, Edit edit, @Nullable String formId, String line)
    implements Change<WriteAnswer.ClientUpdated> {

  @Override
  public Text subject() {
    return Text.of("account.edit-subject", Value.data(client.id().toString()));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card = Reply.card(subject());
    edit.showDifference(card);
    return card;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.CLIENT, client.id())
        .fact(Fact.LOCATION, location)
        .fact(Fact.PROFILE, edit.present().fingerprint())
        .build();
  }

  @Override
  public ApiResult<WriteAnswer.ClientUpdated> send(BillingWrites writes) {
    return writes.updateClient(
        new WriteRequest.UpdateClient(
            client.id(),
            location,
            edit.merged(Detail.EMAIL),
            edit.merged(Detail.FIRST_NAME),
            edit.merged(Detail.LAST_NAME),
            edit.changes().get(Detail.PHONE),
            null,
            edit.changes().get(Detail.CUSTOMER_TYPE),
            formId,
            null));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.ClientUpdated> told, BillingReads reads, CreditTrail trail) {
    Optional<Client> now = reads.getClient(ReadRequest.GetClient.ownInFull()).found();
    return now.isPresent()
        ? find(now.get(), told.isEmpty())
        : new Finding.Unproven(List.of(Text.of("unknown.reads-failed")));
  }

  private Finding find(Client now, boolean isUntold) {
    Details details = ClientDetails.of(now);
    return switch (edit.progress(details)) {
      case ALL_NEW -> new Finding.Done(done(now));
      case ALL_OLD ->
          isUntold ? new Finding.NotDone(line) : new Finding.Unproven(edit.traces(details));
      case MIXED -> new Finding.Unproven(edit.traces(details));
    };
  }

  private Reply done(Client now) {
    Reply.Builder card = Reply.card(Text.of("account.edit-done")).tone(Tone.GOOD);
    edit.showDone(card);
    Set<String> others =
        ClientDetails.changedBesides(
            client.profile(), now.profile(), edit.changes().values().keySet());
    if (!others.isEmpty()) {
      card.tone(Tone.WARNING)
          .body(Text.of("edit.changed-besides", Value.data(String.join(", ", others))));
    }
    return card.run(Text.of("button.account"), "/account show").build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    card.body(Text.of("account.where-to-look")).run(Text.of("button.account"), "/account show");
  }

  @Override
  public String toString() {
    return "ProfileChange[" + client + ", " + edit + "]";
  }
}

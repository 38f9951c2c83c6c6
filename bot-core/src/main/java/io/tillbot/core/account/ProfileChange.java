package io.tillbot.core.account;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Memory;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.Target;
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Details;
import io.tillbot.core.person.Edit;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * update_client. The API may clear what a request leaves out, so name and e-mail go along as they
 * are, and what changed besides is told by its field's name. Never sets {@code ips} nor {@code
 * co_secret}.
 *
 * @param before the fields that the API told, besides the edit's
 * @param line the command that would offer it again
 */
record ProfileChange(
    ClientId client,
    Location location,
    Edit edit,
    ProfileMarks before,
    @Nullable String formId,
    String line)
    implements Change<WriteAnswer.ClientUpdated> {
  private static final String PROFILE = "profile";

  /**
   * What was written down of it.
   *
   * @param asked the details as they were given
   */
  static ProfileChange recalled(
      Recollection of, Details asked, @Nullable String formId, String line) {
    return new ProfileChange(
        of.require(Fact.CLIENT, Recollection.id(ClientId::new)),
        of.require(Fact.LOCATION, Location::new),
        Edit.of(Details.recalled(of), asked),
        of.require(PROFILE, ProfileMarks::read),
        formId,
        line);
  }

  @Override
  public Text subject() {
    return Text.of("account.edit-subject", Value.data(client.toString()));
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
        .fact(Fact.CLIENT, client)
        .fact(Fact.LOCATION, location)
        .fact(Fact.PROFILE, edit.present().fingerprint())
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
  public Map<String, String> memory() {
    Memory memory = new Memory().put(PROFILE, before.written());
    edit.present().remember(memory);
    return memory.texts();
  }

  @Override
  public ApiResult<WriteAnswer.ClientUpdated> send(BillingWrites writes) {
    return writes.updateClient(
        new WriteRequest.UpdateClient(
            client,
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
            before, ProfileMarks.of(now.profile()), edit.changes().values().keySet());
    if (!others.isEmpty()) {
      card.tone(Tone.WARNING)
          .body(Text.of("edit.changed-besides", Value.data(String.join(", ", others))));
    }
    return card.run(Text.of("button.account"), "/account show").build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    lookAtAccount(card);
  }

  /** Where any change of the account is seen. */
  static void lookAtAccount(Reply.Builder card) {
    card.body(Text.of("account.where-to-look")).run(Text.of("button.account"), "/account show");
  }

  @Override
  public String toString() {
    return "ProfileChange[" + client + ", " + edit + "]";
  }
}

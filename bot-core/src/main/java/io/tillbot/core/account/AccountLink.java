package io.tillbot.core.account;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;

/** Ties a caller to billing accounts, and unties them. */
public final class AccountLink {
  private final CredentialVault vault;
  private final BillingAccess billing;

  public AccountLink(CredentialVault vault, BillingAccess billing) {
    this.vault = vault;
    this.billing = billing;
  }

  /**
   * Keeps the credential when the billing API accepts it (get_client). A credential that could not
   * be tried is not kept: the person would learn of a slip only later. The account is in use from
   * now on; other accounts of the caller stay.
   */
  public Outcome link(Caller caller, Credential credential) {
    return switch (attempt(credential)) {
      case Attempt.Accepted accepted -> keep(caller, accepted, credential);
      case Attempt.NotAccepted _ -> new Outcome.Refused(notAccepted());
      case Attempt.Failed(Outcome why) -> why;
    };
  }

  /** Tries a credential and keeps nothing. */
  public Attempt attempt(Credential credential) {
    ApiResult<Client> client =
        billing.open(credential).reads().getClient(ReadRequest.GetClient.own());
    return switch (client) {
      case ApiResult.Done<Client>(Client found) ->
          new Attempt.Accepted(nameOf(found), MaskedClient.of(found));
      case ApiResult.NotAuthorized<Client> _ -> new Attempt.NotAccepted();
      case ApiResult.Refused<Client> _, ApiResult.NotSent<Client> _, ApiResult.Unknown<Client> _ ->
          new Attempt.Failed(ApiFailures.answer(client, _ -> new Outcome.Refused(notAccepted())));
    };
  }

  /** Keeps a credential that was accepted; its account is in use from now on, others stay. */
  public Outcome keep(Caller caller, Attempt.Accepted accepted, Credential credential) {
    vault.store(caller, accepted.account(), credential);
    return new Outcome.Answered(linked(accepted.client(), vault.links(caller).size() - 1));
  }

  /** What became of trying a credential. */
  public sealed interface Attempt {
    /** The billing API knows whose it is. */
    record Accepted(AccountName account, MaskedClient client) implements Attempt {}

    /** It opens nothing. */
    record NotAccepted() implements Attempt {}

    /** The billing API refused for another reason, or could not be asked. */
    record Failed(Outcome why) implements Attempt {}
  }

  /** Erases the credential in use and ends its session; none is in use afterwards. */
  public Outcome unlink(Caller caller) {
    Optional<AccountName> inUse = vault.inUse(caller);
    return inUse.isPresent()
        ? unlink(caller, inUse.get())
        : new Outcome.Answered(
            AccountChoice.known(vault, caller).isEmpty()
                ? Reply.of(Text.of("unlink.was-not-linked"))
                : AccountChoice.needed(vault, caller));
  }

  private Outcome unlink(Caller caller, AccountName account) {
    Optional<Credential> credential = openable(caller, account);
    vault.erase(caller, account);
    Reply.Builder card =
        Reply.card(Text.of("unlink.title")).tone(Tone.GOOD).body(Text.of("unlink.erased"));
    List<AccountName> left = AccountChoice.known(vault, caller);
    if (!left.isEmpty()) {
      AccountChoice.offer(card.body(Text.of("unlink.left")), left);
    }
    return new Outcome.Answered(card.note(ended(credential)).build());
  }

  private Text ended(Optional<Credential> credential) {
    boolean isEnded =
        credential
            .map(billing::logOut)
            .filter(result -> result instanceof ApiResult.Done<?>)
            .isPresent();
    boolean isKey = credential.filter(Credential.ApiKey.class::isInstance).isPresent();
    // Only the sessions of this process can be ended for a key: say what is left of it instead.
    return isKey
        ? Text.of("unlink.api-key-lives")
        : Text.of(isEnded ? "unlink.logged-out" : "unlink.not-logged-out");
  }

  /** One that does not open any more must still be erasable. */
  private Optional<Credential> openable(Caller caller, AccountName account) {
    try {
      return vault.open(caller, account);
    } catch (CredentialVault.VaultException unopenable) {
      return Optional.empty();
    }
  }

  /** Locations are opaque: what a name cannot hold is replaced. */
  private static AccountName nameOf(Client client) {
    Location location = client.location();
    String name =
        location == null
            ? client.id().toString()
            : client.id() + "@" + location.value().replaceAll("[^A-Za-z0-9._-]", "_");
    return new AccountName(name.substring(0, Math.min(name.length(), AccountName.LONGEST)));
  }

  private static Reply linked(MaskedClient client, int others) {
    Reply.Builder card =
        client
            .put(
                Reply.card(Text.of("link.linked"))
                    .tone(Tone.GOOD)
                    .body(
                        Text.of(
                            "link.next", Value.line("/invoices unpaid"), Value.line("/credit"))))
            .run(Text.of("button.unpaid"), "/invoices unpaid");
    return (others > 0 ? card.note(Text.of("link.others", Value.count(others))) : card).build();
  }

  private static Reply notAccepted() {
    return Reply.card(Text.of("link.not-accepted"))
        .tone(Tone.BAD)
        .body(Text.of("link.not-accepted-why"))
        .field(Text.of("field.try"), Value.line("/billing link"))
        .build();
  }
}

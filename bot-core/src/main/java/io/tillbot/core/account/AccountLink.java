package io.tillbot.core.account;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Optional;

/** Ties a caller to a billing account, and unties them. */
public final class AccountLink {
  private final CredentialVault vault;
  private final BillingAccess billing;

  public AccountLink(CredentialVault vault, BillingAccess billing) {
    this.vault = vault;
    this.billing = billing;
  }

  /**
   * Keeps the credential when the billing API accepts it (get_client). A credential that could not
   * be tried is not kept: the person would learn of a slip only later.
   */
  public Outcome link(Caller caller, Credential credential) {
    ApiResult<Client> client =
        billing.open(credential).reads().getClient(ReadRequest.GetClient.own());
    return switch (client) {
      case ApiResult.Done<Client>(Client found) -> {
        vault.store(caller, credential);
        yield new Outcome.Answered(linked(found));
      }
      case ApiResult.NotAuthorized<Client> _ -> new Outcome.Refused(notAccepted());
      case ApiResult.Refused<Client> _, ApiResult.NotSent<Client> _, ApiResult.Unknown<Client> _ ->
          ApiFailures.answer(client, _ -> new Outcome.Refused(notAccepted()));
    };
  }

  /** Erases the caller's credential and ends its session. */
  public Outcome unlink(Caller caller) {
    Optional<Credential> credential = openable(caller);
    if (!vault.erase(caller)) {
      return new Outcome.Answered(Reply.of(Text.of("unlink.was-not-linked")));
    }
    Reply.Builder card =
        Reply.card(Text.of("unlink.title")).tone(Tone.GOOD).body(Text.of("unlink.erased"));
    boolean isEnded =
        credential
            .map(billing::logOut)
            .filter(result -> result instanceof ApiResult.Done<?>)
            .isPresent();
    boolean isKey = credential.filter(Credential.ApiKey.class::isInstance).isPresent();
    // Only the sessions of this process can be ended for a key: say what is left of it instead.
    Text rest =
        isKey
            ? Text.of("unlink.api-key-lives")
            : Text.of(isEnded ? "unlink.logged-out" : "unlink.not-logged-out");
    return new Outcome.Answered(card.note(rest).build());
  }

  /** One that does not open any more must still be erasable. */
  private Optional<Credential> openable(Caller caller) {
    try {
      return vault.open(caller);
    } catch (CredentialVault.VaultException unopenable) {
      return Optional.empty();
    }
  }

  private static Reply linked(Client client) {
    return ClientFields.put(
            client, Reply.card(Text.of("link.linked")).tone(Tone.GOOD).body(Text.of("link.next")))
        .run(Text.of("button.unpaid"), "/invoices unpaid")
        .build();
  }

  private static Reply notAccepted() {
    return Reply.card(Text.of("link.not-accepted"))
        .tone(Tone.BAD)
        .body(Text.of("link.not-accepted-why"))
        .field(Text.of("field.try"), Value.data("/billing link"))
        .build();
  }
}

package io.tillbot.core.service;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.Where;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.execution.Means;
import io.tillbot.core.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the workspaces' own accounts still open (get_client). One that the billing system
 * does not accept any more serves no longer: nothing is looked up with it, its key is erased, and
 * the list says so. What cannot be told now is looked at again the next time.
 */
public final class ServiceAccountWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceAccountWatch.class);
  private static final String COMMAND = "billing-admin service-account";
  private static final String REVOKED = "revoked";

  private final Store store;
  private final BillingAccess billing;
  private final Means means;

  public ServiceAccountWatch(Means means) {
    this.store = means.store();
    this.billing = means.billing();
    this.means = means;
  }

  /** Looks at each of them. */
  public void look() {
    List<ServiceAccount> active = store.read(unit -> unit.serviceAccounts().active());
    active.forEach(this::look);
  }

  private void look(ServiceAccount account) {
    Instant began = means.now();
    try {
      Optional<Credential.ApiKey> key =
          store.read(unit -> unit.serviceAccounts().open(account.owner(), account.account()));
      key.map(this::client)
          .filter(answer -> answer instanceof ApiResult.NotAuthorized<Client>)
          .ifPresent(_ -> revoke(account, began));
    } catch (RuntimeException broken) {
      LOG.error("{} could not be looked at", account, broken);
    }
  }

  private ApiResult<Client> client(Credential.ApiKey key) {
    return billing.open(key).reads().getClient(ReadRequest.GetClient.own());
  }

  private void revoke(ServiceAccount account, Instant began) {
    boolean wasActive =
        store.writeWithoutTrace(
            unit -> {
              boolean isFirst = unit.serviceAccounts().revoke(account.owner(), account.account());
              if (isFirst) {
                unit.audit().append(entry(account, began));
              }
              return isFirst;
            });
    if (wasActive) {
      LOG.warn(
          "The billing system no longer accepts the service account {}: nothing is looked up with"
              + " it any more. Link a new key and add it again",
          account.account());
    }
  }

  private AuditEntry entry(ServiceAccount account, Instant began) {
    return new AuditEntry(
        began,
        new Actor.Bot(),
        Where.around(account.addedBy()),
        AuditEntry.What.of(Act.DUE, COMMAND),
        new AuditEntry.End(REVOKED, Duration.between(began, means.now()), Optional.empty(), 1));
  }
}

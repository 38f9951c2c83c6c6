package io.tillbot.core.service;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.ServiceAccounts;
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
import io.tillbot.core.reply.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the workspaces' own accounts still open (get_client). One that the billing system
 * has not accepted {@value #MOST_REFUSALS} times in a row serves no longer: nothing is looked up
 * with it, its key is erased, the list says so, and whoever added it is told, with the channel
 * where that was. A single refusal may be the billing system's own trouble, and an erased key is
 * gone. What cannot be told now is looked at again the next time, and neither counts nor ends the
 * row. The refusals are counted in this process alone: where it starts again, or others look as
 * well, it takes longer. One thread at a time.
 */
public final class ServiceAccountWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceAccountWatch.class);
  private static final String COMMAND = "billing-admin service-account";
  private static final String REVOKED = "revoked";
  private static final int MOST_REFUSALS = 3;

  private final Store store;
  private final BillingAccess billing;
  private final Means means;

  /** How often in a row; one that was added again is another one, since then. */
  private final Map<ServiceAccount, Integer> refusals = new HashMap<>();

  public ServiceAccountWatch(Means means) {
    this.store = means.store();
    this.billing = means.billing();
    this.means = means;
  }

  /** Looks at each of them. */
  public void look() {
    List<ServiceAccount> active = store.read(unit -> unit.serviceAccounts().active());
    refusals.keySet().retainAll(Set.copyOf(active));
    active.forEach(this::look);
    store.<List<ServiceAccount>>read(unit -> unit.serviceAccounts().untold()).forEach(this::tell);
  }

  private void look(ServiceAccount account) {
    Instant began = means.now();
    try {
      Optional<Credential.ApiKey> key = store.read(unit -> key(unit.serviceAccounts(), account));
      key.ifPresent(one -> look(account, one, began));
    } catch (RuntimeException broken) {
      LOG.error("{} could not be looked at", account, broken);
    }
  }

  /** Empty when it is no longer as it was found: added again, it has another key. */
  private static Optional<Credential.ApiKey> key(ServiceAccounts all, ServiceAccount account) {
    return all.of(account.owner()).contains(account)
        ? all.open(account.owner(), account.account())
        : Optional.empty();
  }

  private void look(ServiceAccount account, Credential.ApiKey key, Instant began) {
    switch (client(key)) {
      case ApiResult.NotAuthorized<Client> _ -> refused(account, key, began);
      case ApiResult.Done<Client> _ -> refusals.remove(account);
      case ApiResult.Refused<Client> _,
          ApiResult.NotSent<Client> _,
          ApiResult.Unknown<Client> _ -> {
        // Says nothing about the key.
      }
    }
  }

  private void refused(ServiceAccount account, Credential.ApiKey key, Instant began) {
    int inARow = refusals.merge(account, 1, Integer::sum);
    if (inARow < MOST_REFUSALS) {
      // Not which one: an account's name holds its client's number.
      LOG.warn(
          "The billing system does not accept a service account of {} ({} of {} times until it is"
              + " taken out of use)",
          account.owner().key(),
          inARow,
          MOST_REFUSALS);
    } else {
      revoke(account, key, began);
    }
  }

  /** Whoever added it, and everybody where it was added; until it has reached one of them. */
  private void tell(ServiceAccount account) {
    account.added().ifPresent(added -> tell(account, added));
  }

  private void tell(ServiceAccount account, ServiceAccount.Added added) {
    boolean isPersonTold =
        means
            .notices()
            .tell(added.by(), new Outcome.Answered(ServiceAccountCards.servesNoMore(account)));
    boolean isChannelTold =
        added
            .channel()
            .filter(
                channel ->
                    means
                        .notices()
                        .announce(
                            account.owner(),
                            channel,
                            new Outcome.Answered(ServiceAccountCards.oneServesNoMore())))
            .isPresent();
    if (isPersonTold || isChannelTold) {
      store.write(
          unit -> {
            unit.serviceAccounts().told(account.owner(), account.account());
            return account;
          });
    }
  }

  private ApiResult<Client> client(Credential.ApiKey key) {
    return billing.open(key).reads().getClient(ReadRequest.GetClient.own());
  }

  private void revoke(ServiceAccount account, Credential.ApiKey key, Instant began) {
    boolean wasActive =
        store.writeWithoutTrace(
            unit -> {
              ServiceAccountAddCommand.exclude(unit, account.owner());
              boolean isFirst =
                  unit.serviceAccounts().revoke(account.owner(), account.account(), key);
              if (isFirst) {
                unit.audit().append(entry(account, began));
              }
              return isFirst;
            });
    if (wasActive) {
      LOG.warn(
          "The billing system no longer accepts a service account of {}: nothing is looked up with"
              + " it any more, and its key is erased. service-account list tells which one: link a"
              + " new key and add it again",
          account.owner().key());
    }
  }

  private AuditEntry entry(ServiceAccount account, Instant began) {
    return new AuditEntry(
        began,
        new Actor.Bot(),
        new Where(
            Optional.of(account.owner().platform()),
            Optional.ofNullable(account.owner().id()),
            Optional.empty(),
            Optional.empty()),
        AuditEntry.What.of(Act.DUE, COMMAND),
        new AuditEntry.End(REVOKED, Duration.between(began, means.now()), Optional.empty(), 1));
  }
}

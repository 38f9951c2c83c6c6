package io.tillbot.core;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.execution.Means;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policies;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.port.Notices;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.reply.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stands behind a catalogue that is only read: nothing can be run with it. */
final class UnopenedAccess
    implements CredentialVault, BillingAccess, Policies, Store, Jobs, Notices {

  static Means means(Clock clock) {
    UnopenedAccess nothing = new UnopenedAccess();
    return new Means(
        nothing,
        nothing,
        nothing,
        new Gatekeeper(nothing),
        nothing,
        nothing,
        clock,
        Lifetimes.usual(),
        "none",
        () -> {
          throw onlyRead();
        });
  }

  @Override
  public void store(Caller caller, AccountName account, Credential credential) {
    throw onlyRead();
  }

  @Override
  public Optional<Credential> open(Caller caller, AccountName account) {
    throw onlyRead();
  }

  @Override
  public Optional<AccountName> inUse(Caller caller) {
    throw onlyRead();
  }

  @Override
  public List<Link> links(Caller caller) {
    throw onlyRead();
  }

  @Override
  public boolean use(Caller caller, AccountName account) {
    throw onlyRead();
  }

  @Override
  public boolean erase(Caller caller, AccountName account) {
    throw onlyRead();
  }

  @Override
  public int erase(Workspace workspace, int most) {
    throw onlyRead();
  }

  @Override
  public BillingApi open(Credential credential) {
    throw onlyRead();
  }

  @Override
  public ApiResult<SessionEnded> logOut(Credential credential) {
    throw onlyRead();
  }

  @Override
  public Policy current() {
    throw onlyRead();
  }

  @Override
  public <T> T write(Function<UnitOfWork, T> work) {
    throw onlyRead();
  }

  @Override
  public <T> T read(Function<UnitOfWork, T> work) {
    throw onlyRead();
  }

  @Override
  public Running start(List<Job> jobs) {
    throw onlyRead();
  }

  @Override
  public boolean areDone() {
    throw onlyRead();
  }

  @Override
  public boolean tell(Caller person, Outcome outcome) {
    throw onlyRead();
  }

  @Override
  public boolean announce(Workspace workspace, String channel, Outcome outcome) {
    throw onlyRead();
  }

  private static IllegalStateException onlyRead() {
    return new IllegalStateException("this catalogue is only read");
  }
}

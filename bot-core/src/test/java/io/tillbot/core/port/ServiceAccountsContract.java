package io.tillbot.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.ServiceAccount.State;
import io.tillbot.core.access.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all {@link io.tillbot.core.access.ServiceAccounts} promise. */
public abstract class ServiceAccountsContract extends StoreContract {
  protected static final Workspace TEAM = new Workspace(Platform.SLACK, "T1");
  protected static final Workspace OTHERS = new Workspace(Platform.SLACK, "T2");
  private static final Workspace DISCORD = new Workspace(Platform.DISCORD, null);
  private static final ServiceAccount.Added ADDED =
      new ServiceAccount.Added(new Caller(Platform.SLACK, "T1", "U1"), Optional.of("C1"));

  @Test
  void whatAWorkspaceOwnsIsListedAndOpens() {
    add(TEAM, WORK);
    add(TEAM, HOME);
    assertThat(of(TEAM)).containsExactly(active(TEAM, HOME), active(TEAM, WORK));
    assertThat(open(TEAM, HOME)).contains(key(HOME));
    assertThat(open(TEAM, WORK)).contains(key(WORK));
  }

  @Test
  void anotherWorkspaceHasNothingOfIt() {
    add(TEAM, HOME);
    add(DISCORD, HOME);
    assertThat(of(OTHERS)).isEmpty();
    assertThat(open(OTHERS, HOME)).isEmpty();
    assertThat(of(DISCORD)).containsExactly(active(DISCORD, HOME));
    assertThat(all()).containsExactlyInAnyOrder(active(TEAM, HOME), active(DISCORD, HOME));
  }

  @Test
  void aRevokedOneStaysListedAndOpensNoMore() {
    add(TEAM, HOME);
    assertThat(revoke(TEAM, HOME)).isTrue();
    assertThat(revoke(TEAM, HOME)).as("once").isFalse();
    assertThat(open(TEAM, HOME)).isEmpty();
    assertThat(all()).isEmpty();
    assertThat(of(TEAM))
        .containsExactly(new ServiceAccount(TEAM, HOME, Optional.of(ADDED), State.REVOKED, NOON));

    add(TEAM, HOME);
    assertThat(of(TEAM)).as("added again").containsExactly(active(TEAM, HOME));
    assertThat(open(TEAM, HOME)).contains(key(HOME));
  }

  @Test
  void oneThatHasAnotherKeyByNowIsNotRevoked() {
    Credential.ApiKey before = new Credential.ApiKey(Secret.of("fake-key-of-before"));
    write(unit -> unit.serviceAccounts().add(TEAM, HOME, before, ADDED));
    add(TEAM, HOME);
    assertThat(revoke(TEAM, HOME, before)).isFalse();
    assertThat(open(TEAM, HOME)).contains(key(HOME));
    assertThat(of(TEAM)).containsExactly(active(TEAM, HOME));
  }

  @Test
  void whoeverWasToldOfOneIsNotToldAgain() {
    add(TEAM, HOME);
    assertThat(untold()).as("it serves").isEmpty();
    revoke(TEAM, HOME);
    assertThat(untold()).containsExactlyElementsOf(of(TEAM));

    List<ServiceAccount> before = of(TEAM);
    told(TEAM, HOME);
    assertThat(untold()).isEmpty();
    assertThat(of(TEAM)).as("nothing else has changed").isEqualTo(before);

    add(TEAM, HOME);
    revoke(TEAM, HOME);
    assertThat(untold()).as("added and revoked again").hasSize(1);
  }

  private List<ServiceAccount> untold() {
    return store().read(unit -> unit.serviceAccounts().untold());
  }

  private void told(Workspace owner, AccountName account) {
    write(unit -> unit.serviceAccounts().told(owner, account));
  }

  @Test
  void aRemovedOneIsGone() {
    add(TEAM, HOME);
    assertThat(remove(TEAM, HOME)).isTrue();
    assertThat(remove(TEAM, HOME)).isFalse();
    assertThat(of(TEAM)).isEmpty();
    assertThat(open(TEAM, HOME)).isEmpty();
    assertThat(revoke(TEAM, HOME)).isFalse();
  }

  @Test
  void aKeyIsNeverPrinted() {
    add(TEAM, HOME);
    assertThat(open(TEAM, HOME).toString() + all())
        .doesNotContain("fake-key")
        .as("the client's number")
        .doesNotContain(HOME.value());
  }

  protected final void add(Workspace owner, AccountName account) {
    write(unit -> unit.serviceAccounts().add(owner, account, key(account), ADDED));
  }

  protected static Credential.ApiKey key(AccountName account) {
    return new Credential.ApiKey(Secret.of("fake-key-" + account));
  }

  protected static ServiceAccount active(Workspace owner, AccountName account) {
    return new ServiceAccount(owner, account, Optional.of(ADDED), State.ACTIVE, NOON);
  }

  protected final List<ServiceAccount> of(Workspace owner) {
    return store().read(unit -> unit.serviceAccounts().of(owner));
  }

  protected final List<ServiceAccount> all() {
    return store().read(unit -> unit.serviceAccounts().active());
  }

  protected final Optional<Credential.ApiKey> open(Workspace owner, AccountName account) {
    return store().read(unit -> unit.serviceAccounts().open(owner, account));
  }

  private boolean revoke(Workspace owner, AccountName account) {
    return revoke(owner, account, key(account));
  }

  protected final boolean revoke(Workspace owner, AccountName account, Credential.ApiKey tried) {
    return store().write(unit -> unit.serviceAccounts().revoke(owner, account, tried));
  }

  protected final boolean remove(Workspace owner, AccountName account) {
    return store().write(unit -> unit.serviceAccounts().remove(owner, account));
  }
}

package io.tillbot.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.CredentialVault.Kind;
import io.tillbot.core.access.CredentialVault.Link;
import io.tillbot.core.access.CredentialVault.VaultException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CredentialVault} promises; each implementation runs it. */
public abstract class CredentialVaultContract {
  protected static final Caller ANN = Caller.local("ann");
  protected static final Caller BOB = Caller.local("bob");
  protected static final AccountName HOME = new AccountName("1001@whmcs_eu");
  protected static final AccountName WORK = new AccountName("2001@whmcs_com");
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");
  private static final Credential ANNS = new Credential.Token(Secret.of("fake-token-of-ann"));
  private static final Credential BOBS = new Credential.ApiKey(Secret.of("fake-key-of-bob"));

  private CredentialVault vault;

  /** An empty vault. */
  protected abstract CredentialVault emptyVault(Clock clock) throws Exception;

  /** Puts all that is kept for one caller under another's name, behind the vault's back. */
  protected abstract void moveRows(Caller from, Caller to) throws Exception;

  /** Puts what is kept for one account under another's name, behind the vault's back. */
  protected abstract void moveRow(Caller caller, AccountName from, AccountName to) throws Exception;

  @BeforeEach
  final void openVault() throws Exception {
    vault = emptyVault(Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @Test
  void anEmptyVaultHoldsNothing() {
    assertThat(vault.open(ANN)).isEmpty();
    assertThat(vault.link(ANN)).isEmpty();
    assertThat(vault.links(ANN)).isEmpty();
    assertThat(vault.inUse(ANN)).isEmpty();
    assertThat(vault.open(ANN, HOME)).isEmpty();
    assertThat(vault.use(ANN, HOME)).isFalse();
    assertThat(vault.erase(ANN, HOME)).isFalse();
    assertThat(vault.erase(ANN)).isFalse();
  }

  @Test
  void whatWasStoredOpens() {
    vault.store(ANN, HOME, ANNS);
    vault.store(BOB, HOME, BOBS);

    assertThat(vault.open(ANN)).contains(ANNS);
    assertThat(vault.open(BOB)).contains(BOBS);
  }

  @Test
  void aLinkTellsAccountKindAndTime() {
    vault.store(ANN, HOME, ANNS);
    vault.store(BOB, HOME, BOBS);

    assertThat(vault.link(ANN)).contains(new Link(HOME, Kind.TOKEN, NOON));
    assertThat(vault.link(BOB)).contains(new Link(HOME, Kind.API_KEY, NOON));
  }

  @Test
  void aLaterCredentialTakesThePlaceOfTheEarlierOne() {
    vault.store(ANN, HOME, ANNS);
    vault.store(ANN, HOME, BOBS);

    assertThat(vault.open(ANN)).contains(BOBS);
    assertThat(vault.link(ANN)).map(Link::kind).contains(Kind.API_KEY);
  }

  @Test
  void theAccountStoredLastIsInUseAndTheOthersStay() {
    vault.store(ANN, WORK, BOBS);
    vault.store(ANN, HOME, ANNS);

    assertThat(vault.inUse(ANN)).contains(HOME);
    assertThat(vault.open(ANN)).contains(ANNS);
    assertThat(vault.open(ANN, WORK)).contains(BOBS);
    assertThat(vault.links(ANN))
        .containsExactly(new Link(HOME, Kind.TOKEN, NOON), new Link(WORK, Kind.API_KEY, NOON));
  }

  @Test
  void anotherAccountCanBePutToUse() {
    vault.store(ANN, HOME, ANNS);
    vault.store(ANN, WORK, BOBS);
    vault.store(BOB, WORK, BOBS);

    assertThat(vault.use(ANN, HOME)).isTrue();

    assertThat(vault.open(ANN)).contains(ANNS);
    assertThat(vault.link(ANN)).map(Link::account).contains(HOME);
    assertThat(vault.use(ANN, HOME)).as("a second time").isTrue();
    assertThat(vault.inUse(BOB)).contains(WORK);
  }

  @Test
  void anAccountThatIsNotLinkedIsNotPutToUse() {
    vault.store(ANN, HOME, ANNS);
    vault.store(BOB, WORK, BOBS);

    assertThat(vault.use(ANN, WORK)).isFalse();

    assertThat(vault.inUse(ANN)).contains(HOME);
  }

  @Test
  void afterErasingTheOneInUseNoneIs() {
    vault.store(ANN, HOME, ANNS);
    vault.store(ANN, WORK, BOBS);

    assertThat(vault.erase(ANN)).isTrue();

    assertThat(vault.inUse(ANN)).isEmpty();
    assertThat(vault.open(ANN)).isEmpty();
    assertThat(vault.erase(ANN)).as("nothing is in use").isFalse();
    assertThat(vault.links(ANN)).extracting(Link::account).containsExactly(HOME);
    assertThat(vault.use(ANN, HOME)).isTrue();
    assertThat(vault.open(ANN)).contains(ANNS);
  }

  @Test
  void erasingAnotherAccountLeavesTheOneInUse() {
    vault.store(ANN, HOME, ANNS);
    vault.store(ANN, WORK, BOBS);

    assertThat(vault.erase(ANN, HOME)).isTrue();

    assertThat(vault.open(ANN)).contains(BOBS);
    assertThat(vault.open(ANN, HOME)).isEmpty();
  }

  @Test
  void theNextLinkTakesThePlaceOfOneThatHasNoName() {
    vault.store(ANN, AccountName.UNNAMED, ANNS);
    assertThat(vault.open(ANN)).contains(ANNS);
    assertThat(vault.links(ANN)).containsExactly(new Link(AccountName.UNNAMED, Kind.TOKEN, NOON));

    vault.store(ANN, WORK, BOBS);

    assertThat(vault.links(ANN)).extracting(Link::account).containsExactly(WORK);
    assertThat(vault.open(ANN)).contains(BOBS);
    assertThat(vault.open(ANN, AccountName.UNNAMED)).isEmpty();
  }

  @Test
  void oneWithoutANameCanBePutToUseAndErased() {
    vault.store(ANN, AccountName.UNNAMED, ANNS);

    assertThat(vault.use(ANN, AccountName.UNNAMED)).isTrue();
    assertThat(vault.erase(ANN, AccountName.UNNAMED)).isTrue();
    assertThat(vault.links(ANN)).isEmpty();
  }

  @Test
  void whatIsErasedIsGoneAndOnlyThat() {
    vault.store(ANN, HOME, ANNS);
    vault.store(BOB, HOME, BOBS);

    assertThat(vault.erase(ANN)).isTrue();

    assertThat(vault.open(ANN)).isEmpty();
    assertThat(vault.link(ANN)).isEmpty();
    assertThat(vault.erase(ANN)).isFalse();
    assertThat(vault.open(BOB)).contains(BOBS);
  }

  @Test
  void afterErasingAnotherCredentialCanBeStored() {
    vault.store(ANN, HOME, ANNS);
    vault.erase(ANN);
    vault.store(ANN, HOME, BOBS);

    assertThat(vault.open(ANN)).contains(BOBS);
  }

  @Test
  void callersWithTheSameUserNameAreApart() {
    List<Caller> callers =
        List.of(
            new Caller(Platform.DISCORD, null, "U1"),
            new Caller(Platform.SLACK, "T1", "U1"),
            new Caller(Platform.SLACK, "T2", "U1"),
            new Caller(Platform.SLACK, "T1", "u1"),
            Caller.local("U1"));

    callers.forEach(caller -> vault.store(caller, HOME, secretOf(caller.key())));

    assertThat(callers)
        .allSatisfy(caller -> assertThat(vault.open(caller)).contains(secretOf(caller.key())));
  }

  @Test
  void aSecretComesBackAsItWas() {
    List<String> texts =
        List.of(
            " padded ",
            "two\nlines",
            "\u043a\u043b\u044e\u0447",
            "\ud83d\udd11",
            "x".repeat(100_000),
            "'; DROP");

    for (String text : texts) {
      vault.store(ANN, HOME, secretOf(text));
      assertThat(vault.open(ANN)).contains(secretOf(text));
    }
  }

  @Test
  void aSecretThatIsNotUnicodeTextIsRefusedRatherThanChanged() {
    vault.store(ANN, HOME, ANNS);

    assertThatThrownBy(() -> vault.store(ANN, HOME, secretOf("half-a-pair-\ud83d")))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining("half");
    assertThat(vault.open(ANN)).contains(ANNS);
  }

  @Test
  void aRowThatIsMovedToAnotherCallerDoesNotOpen() throws Exception {
    vault.store(ANN, HOME, ANNS);

    moveRows(ANN, BOB);

    assertThatThrownBy(() -> vault.open(BOB))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining("fake-token-of-ann");
    assertThat(vault.open(ANN)).isEmpty();
  }

  @Test
  void aRowThatIsMovedToAnotherAccountDoesNotOpen() throws Exception {
    for (AccountName other : List.of(WORK, AccountName.UNNAMED)) {
      vault.store(ANN, HOME, ANNS);

      moveRow(ANN, HOME, other);

      assertThatThrownBy(() -> vault.open(ANN, other))
          .isInstanceOf(VaultException.class)
          .hasMessageNotContaining("fake-token-of-ann");
      assertThat(vault.open(ANN, HOME)).isEmpty();
      assertThat(vault.erase(ANN, other)).isTrue();
    }
  }

  @Test
  void aRowThatDoesNotOpenCanBeReplacedOrErased() throws Exception {
    vault.store(ANN, HOME, ANNS);
    moveRows(ANN, BOB);
    vault.store(BOB, HOME, BOBS);
    assertThat(vault.open(BOB)).contains(BOBS);

    vault.store(ANN, HOME, ANNS);
    vault.erase(BOB);
    moveRows(ANN, BOB);
    assertThat(vault.erase(BOB)).isTrue();
  }

  @Test
  void manyThreadsMayUseIt() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> users =
          IntStream.range(0, 40).<Callable<Boolean>>mapToObj(n -> () -> visit(n)).toList();

      for (Future<Boolean> user : threads.invokeAll(users)) {
        assertThat(user.get()).isTrue();
      }
    }
  }

  private boolean visit(int number) {
    Caller caller = Caller.local("user" + number);
    Credential credential = secretOf("fake-" + number);
    vault.store(caller, HOME, credential);
    boolean kept = vault.open(caller).equals(Optional.of(credential));
    return kept && vault.erase(caller) && vault.open(caller).isEmpty();
  }

  private static Credential secretOf(String text) {
    return new Credential.Token(Secret.of(text));
  }
}

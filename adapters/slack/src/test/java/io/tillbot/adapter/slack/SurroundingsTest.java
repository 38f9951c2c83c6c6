package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.Conversation;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Member;
import io.tillbot.adapter.slack.fake.Team;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Place.Kind;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.support.LogCapture;
import io.tillbot.core.support.TestBot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who somebody is at a place, of which kind it is, and which language they speak. */
class SurroundingsTest {
  private static final Caller ANN = new Caller(Platform.SLACK, "T1", SlackBot.ANN);
  private static final Caller EVE = new Caller(Platform.SLACK, "T1", SlackBot.EVE);

  private final SteppedClock clock = new SteppedClock(TestBot.CLOCK.instant());
  private final FakeSlack slack = new FakeSlack(clock);
  private final SlackWeb web = new SlackWeb(slack.options());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Lookups lookups = new Lookups(web);
  private final Surroundings surroundings =
      new Surroundings(
          new Channels(lookups, clock, threads), new UserGroups(lookups, clock, threads));
  private final Languages languages = new Languages(lookups, clock, threads);

  @AfterEach
  void close() {
    web.close();
    slack.close();
    threads.shutdownNow();
  }

  // ---- Places

  @ParameterizedTest
  @CsvSource({
    "PUBLIC, PUBLIC_CHANNEL",
    "PRIVATE, PRIVATE_CHANNEL",
    "GROUP, PRIVATE_CHANNEL",
    "DIRECT, DIRECT_MESSAGE"
  })
  void aChannelIsWhatSlackSays(Conversation.Kind told, Kind kind) {
    channel("C7", told);
    assertThat(seen(ANN, "C7").kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is_shared",
        "is_ext_shared",
        "is_pending_ext_shared",
        "is_org_shared",
        "is_global_shared"
      })
  void aPrivateChannelThatStrangersAreInIsPublic(String sharing) {
    channel("C7", Conversation.Kind.PRIVATE);
    slack.team("T1").share("C7", sharing);
    assertThat(seen(ANN, "C7").kind()).isEqualTo(Kind.PUBLIC_CHANNEL);
  }

  @Test
  void aChannelThatCannotBeReadIsPublic() {
    assertThat(seen(ANN, "C4").kind()).as("not invited").isEqualTo(Kind.PUBLIC_CHANNEL);
    channel("C8", Conversation.Kind.PRIVATE);
    slack.api().revoke("groups:read");
    assertThat(seen(ANN, "C8").kind()).isEqualTo(Kind.PUBLIC_CHANNEL);
  }

  @Test
  void aSlackThatDoesNotAnswerMakesEverythingPublicAndNobodyAnything() {
    slack.api().fail(500);
    assertThat(seen(ANN, "C1")).isEqualTo(new Place(Kind.PUBLIC_CHANNEL, "C1"));
  }

  @Test
  void aChannelIsLookedUpOnceAndAgainWhenItMayHaveChanged() {
    channel("C7", Conversation.Kind.PRIVATE);
    seen(ANN, "C7");
    seen(EVE, "C7");
    assertThat(slack.api().calls("conversations.info")).isOne();
    channel("C7", Conversation.Kind.PUBLIC);
    clock.pass(Duration.ofMinutes(5));
    assertThat(seen(ANN, "C7").kind()).isEqualTo(Kind.PUBLIC_CHANNEL);
  }

  @Test
  void aChannelThatCouldNotBeReadIsLookedUpAgainSooner() {
    seen(ANN, "C7");
    channel("C7", Conversation.Kind.PRIVATE);
    assertThat(seen(ANN, "C7").kind()).isEqualTo(Kind.PUBLIC_CHANNEL);
    clock.pass(Duration.ofMinutes(1));
    assertThat(seen(ANN, "C7").kind()).isEqualTo(Kind.PRIVATE_CHANNEL);
  }

  // ---- Roles

  @Test
  void theGroupsThatSomebodyIsInAreTheirRoles() {
    slack.team("T1").withGroup("S1", Set.of(SlackBot.ANN));
    slack.team("T1").withGroup("S2", Set.of(SlackBot.ANN, SlackBot.EVE));
    assertThat(seen(ANN, "C1").roles()).containsExactlyInAnyOrder("S1", "S2");
    assertThat(seen(EVE, "C1").roles()).containsExactly("S2");
  }

  @Test
  void inADirectMessageNobodyIsAnythingAndNobodyIsAsked() {
    slack.team("T1").withGroup("S1", Set.of(SlackBot.ANN));
    Place told = new Place(Kind.DIRECT_MESSAGE, "D1");
    assertThat(surroundings.seen(ANN, told)).isEqualTo(told);
    channel("C7", Conversation.Kind.DIRECT);
    assertThat(seen(ANN, "C7").roles()).isEmpty();
    assertThat(slack.api().calls("usergroups.list")).isZero();
  }

  @Test
  void oneRequestServesEverybodyHoweverManyAskAtOnce() throws Exception {
    slack.team("T1").withGroup("S1", Set.of(SlackBot.ANN));
    List<Future<Place>> seen =
        IntStream.range(0, 50)
            .mapToObj(i -> threads.submit(() -> seen(i % 2 == 0 ? ANN : EVE, "C1")))
            .toList();
    for (Future<Place> each : seen) {
      each.get();
    }
    assertThat(slack.api().calls("usergroups.list")).isOne();
    assertThat(slack.api().calls("conversations.info")).isOne();
  }

  @Test
  void whoLeftAGroupHasItsRoleForFiveMinutesAtMost() {
    slack.team("T1").withGroup("S1", Set.of(SlackBot.ANN));
    assertThat(seen(ANN, "C1").roles()).containsExactly("S1");
    slack.team("T1").withGroup("S1", Set.of(SlackBot.EVE));
    clock.pass(Duration.ofMinutes(5));
    assertThat(seen(ANN, "C1").roles()).isEmpty();
  }

  @Test
  void withoutTheScopeNobodyIsAnythingAndTheLogSaysItOnce() {
    slack.team("T1").withGroup("S1", Set.of(SlackBot.ANN));
    channel("C1", Conversation.Kind.PUBLIC);
    slack.api().revoke("usergroups:read");
    try (LogCapture log = LogCapture.of(Lookups.class)) {
      assertThat(seen(ANN, "C1").roles()).isEmpty();
      clock.pass(Duration.ofMinutes(1));
      assertThat(seen(ANN, "C1").roles()).isEmpty();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("usergroups.list tells nothing: missing_scope");
    }
  }

  // ---- Languages

  @ParameterizedTest
  @CsvSource({"ru-RU, ru", "ru, ru", "en-US, en", "en-GB, en", "de-DE, en"})
  void peopleAreAnsweredInTheirLanguageWhereTheBotSpeaksIt(String locale, String language) {
    slack.team("T1").with(new Member(SlackBot.ANN, "Ann", locale));
    awaitLanguage(Locale.of(language));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500})
  void whereSlackDoesNotTellItIsEnglish(int status) {
    slack.team("T1").with(new Member(SlackBot.ANN, "Ann", "ru-RU"));
    slack.api().fail(status);
    assertThat(languages.of(ANN)).isEqualTo(Locale.ENGLISH);
    slack.api().fail(200);
    clock.pass(Duration.ofMinutes(5));
    awaitLanguage(Locale.of("ru"));
  }

  @Test
  void aLanguageIsAskedForOnceAnHour() {
    languages.of(ANN);
    languages.of(ANN);
    assertThat(slack.api().calls("users.info")).isOne();
    clock.pass(Duration.ofHours(1));
    languages.of(ANN);
    assertThat(slack.api().calls("users.info")).isEqualTo(2);
  }

  @Test
  void withoutTheScopeItIsEnglish() {
    slack.team("T1").with(new Member(SlackBot.ANN, "Ann", "ru-RU"));
    slack.api().revoke("users:read");
    assertThat(languages.of(ANN)).isEqualTo(Locale.ENGLISH);
  }

  /** Nobody waits for a language for longer than a second, whatever else this machine does. */
  private void awaitLanguage(Locale expected) {
    Awaitility.await().until(() -> languages.of(ANN).equals(expected));
  }

  private void channel(String id, Conversation.Kind kind) {
    slack
        .team("T1")
        .with(new Conversation(id, "room", kind, Set.of(SlackBot.ANN, SlackBot.EVE, Team.BOT)));
  }

  private Place seen(Caller caller, String channel) {
    return surroundings.seen(caller, Whereabouts.place(channel));
  }
}

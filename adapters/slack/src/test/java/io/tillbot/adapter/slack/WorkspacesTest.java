package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Delivery;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Tokens;
import io.tillbot.adapter.slack.fake.Way;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Install;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.Where;
import io.tillbot.core.erasure.WorkspaceErasure;
import io.tillbot.core.execution.Means;
import io.tillbot.core.install.Installer.Answer;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many workspaces: each lets the app in by itself, and takes everything along when it leaves. */
class WorkspacesTest {
  private static final URI BACK = URI.create("https://bot.example/slack/oauth_redirect");
  private static final Instant NOW = TestBot.CLOCK.instant();

  private final FakeSlack slack = new FakeSlack(TestBot.CLOCK);
  private final TestBot bot = TestBot.unlinked();
  private final WorkspaceErasure erasure = erasure();
  private final SlackWorkspaces workspaces =
      new SlackWorkspaces(bot.store(), erasure, SlackWorkspaces.Serving.WHOEVER_INSTALLS);
  private final SlackOptions options = slack.options().withWorkspaces(workspaces);
  private final SlackApp app =
      new SlackApp(bot.bot(), bot.catalogue().registry(), (value, _) -> value.toString(), options);
  private final SlackSocket socket = app.openSocket(Secret.of(FakeSlack.APP_TOKEN));
  private final SlackInstaller installer = installer(FakeSlack.CLIENT_SECRET);
  private final SlackWeb web = new SlackWeb(options);

  private WorkspaceErasure erasure() {
    Means means =
        TestMeans.of(bot.store(), bot.vault(), bot.billing(), AllowAll.gatekeeper(), TestBot.CLOCK);
    return new WorkspaceErasure(means, bot.catalogue().operations());
  }

  private SlackInstaller installer(String secret) {
    return new SlackInstaller(
        options, new SlackInstaller.Client(FakeSlack.CLIENT_ID, Secret.of(secret), BACK));
  }

  @AfterEach
  void close() {
    socket.close();
    app.close();
    installer.close();
    web.close();
    slack.close();
  }

  private static Caller ann(String team) {
    return new Caller(Platform.SLACK, team, "U1");
  }

  private Way way(String name) {
    return name.equals("http") ? slack.http(app) : slack.socket();
  }

  @Test
  void slackIsAskedForTheScopesOfTheManifest() {
    URI question = installer.question(new TicketId("abcdefghijklmnopqrstuvwx"));
    assertThat(question.toString()).startsWith(slack.here() + "/oauth/v2/authorize?");
    assertThat(question.getQuery())
        .contains("client_id=" + FakeSlack.CLIENT_ID)
        .contains("state=abcdefghijklmnopqrstuvwx")
        .contains("redirect_uri=" + BACK)
        .contains("scope=commands,chat:write,im:write,files:write,");
  }

  @Test
  void aWorkspaceThatAgreedIsSpokenToWithItsOwnToken() throws IOException {
    Answer.LetIn letIn = letIn("T2");
    assertThat(letIn.name()).isEqualTo("Example T2");
    assertThat(letIn.by()).isEqualTo(ann("T2"));
    install(letIn);
    assertThat(token("T2")).startsWith("xoxb-fake-T2-");
    assertThat(token("T1"))
        .as("the configured one is for its own workspace")
        .isEqualTo(FakeSlack.TOKEN);
    assertThat(slack.api().calls("auth.test")).isEqualTo(1);
    assertThat(token("T1")).isEqualTo(FakeSlack.TOKEN);
    assertThat(slack.api().calls("auth.test")).as("asked once").isEqualTo(1);
    assertThatThrownBy(() -> web.methods(ann("T3"))).isInstanceOf(NotInstalledException.class);
  }

  @Test
  void whatSlackDoesNotGiveIsSaid() {
    assertThat(installer.redeem("invented")).isEqualTo(new Answer.Refused("invalid_code"));
    try (SlackInstaller wrong = installer("another-secret")) {
      assertThat(wrong.redeem("code-1")).isEqualTo(new Answer.Refused("bad_client_secret"));
    }
    slack.api().fail(503);
    assertThat(installer.redeem("code-1")).isEqualTo(new Answer.NoAnswer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socket"})
  void aWorkspaceThatRemovesTheAppIsForgotten(String name) {
    install(letIn("T2"));
    link("T1");
    link("T2");
    slack.person("U1", "T2", way(name)).uninstalls();
    Awaitility.await().until(() -> !bot.vault().isLinked(ann("T2")));
    Awaitility.await().until(() -> rowsOfErasure() == 1);
    assertThat(installs("T2")).isEmpty();
    assertThat(bot.vault().isLinked(ann("T1"))).isTrue();
    assertThatThrownBy(() -> web.methods(ann("T2"))).isInstanceOf(NotInstalledException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socket"})
  void inWhicheverOrderAndHoweverOftenItIsToldItIsDoneOnce(String name) {
    install(letIn("T2"));
    Delivery removed = event("T2", "app_uninstalled", NOW);
    Delivery revoked = revoked("T2", List.of(), List.of("UTILLBOT"));
    for (Delivery one : List.of(removed, revoked, removed, revoked)) {
      assertThat(way(name).deliver(one).status()).isEqualTo(200);
    }
    Awaitility.await().until(() -> rowsOfErasure() == 1);
    erasure.goOn();
    assertThat(rowsOfErasure()).isEqualTo(1);
  }

  @Test
  void aPersonWhoTakesTheirOwnTokenBackLeavesTheWorkspaceAsItIs() {
    install(letIn("T2"));
    link("T2");
    assertThat(slack.http(app).deliver(revoked("T2", List.of("U1"), List.of())).status())
        .isEqualTo(200);
    erasure.goOn();
    assertThat(bot.vault().isLinked(ann("T2"))).isTrue();
    assertThat(installs("T2")).hasSize(1);
  }

  @Test
  void whatIsToldLateOfAnEarlierTimeDoesNotTouchANewInstall() {
    install(letIn("T2"));
    link("T2");
    slack.http(app).deliver(event("T2", "app_uninstalled", NOW.minus(Duration.ofMinutes(1))));
    erasure.goOn();
    assertThat(bot.vault().isLinked(ann("T2"))).isTrue();
  }

  @Test
  void inAnOrganisationEachWorkspaceLeavesByItself() {
    Install first =
        SlackWorkspaces.install(new SlackWorkspaces.Location("E1", "T5"), Secret.of("xoxb-5"), NOW);
    Install second =
        SlackWorkspaces.install(
            new SlackWorkspaces.Location("E1", "T6"), Secret.of("xoxb-6"), NOW.plusSeconds(1));
    put(first);
    put(second);
    link("E1");
    assertThat(workspaces.token(ann("E1"))).contains(Secret.of("xoxb-6"));
    JsonObject leaves = event("T6", "app_uninstalled", NOW.plusSeconds(9)).payload();
    leaves.addProperty("enterprise_id", "E1");
    slack.http(app).deliver(Delivery.of(Delivery.Kind.EVENT, leaves));
    erasure.goOn();
    assertThat(workspaces.token(ann("E1"))).contains(Secret.of("xoxb-5"));
    assertThat(bot.vault().isLinked(ann("E1"))).isTrue();
    put(
        SlackWorkspaces.install(
            new SlackWorkspaces.Location("E1", null), Secret.of("xoxb-all"), NOW));
    assertThat(workspaces.token(ann("E1"))).as("for all of them").contains(Secret.of("xoxb-all"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"app_uninstalled", "tokens_revoked"})
  void anEventThatNamesNoWorkspaceIsGarbage(String type) {
    JsonObject payload = event("T2", type, NOW).payload();
    payload.remove("team_id");
    assertThat(slack.http(app).deliver(Delivery.of(Delivery.Kind.EVENT, payload)).status())
        .isEqualTo(400);
  }

  private Answer.LetIn letIn(String team) {
    slack.newTeam(team);
    String code = slack.agree(team, "U1", Tokens.EVERY_SCOPE, BACK.toString());
    return (Answer.LetIn) installer.redeem(code);
  }

  private void install(Answer.LetIn letIn) {
    erasure.letIn(
        letIn.install(),
        new AuditEntry(
            NOW,
            new Actor.Person(letIn.by()),
            Where.around(letIn.by()),
            AuditEntry.What.of(Act.PLATFORM, "install"),
            new AuditEntry.End("answered", Duration.ZERO, Optional.empty(), 1)));
  }

  private void put(Install install) {
    bot.store()
        .write(
            unit -> {
              unit.installs().put(install);
              return install;
            });
  }

  private List<Install> installs(String team) {
    return bot.store().read(unit -> unit.installs().of(new Workspace(Platform.SLACK, team)));
  }

  private String token(String team) throws IOException {
    return web.token(ann(team)).reveal();
  }

  private void link(String team) {
    bot.vault()
        .store(ann(team), TestBot.ACCOUNT, new Credential.Token(Secret.of(TestBot.FAKE_TOKEN)));
  }

  private long rowsOfErasure() {
    return bot.store().audited().stream()
        .filter(row -> row.entry().what().command().equals("erase workspace"))
        .count();
  }

  private static Delivery revoked(String team, List<String> people, List<String> bots) {
    Delivery delivery = event(team, "tokens_revoked", NOW);
    JsonObject tokens = new JsonObject();
    tokens.add("oauth", array(people));
    tokens.add("bot", array(bots));
    delivery.payload().getAsJsonObject("event").add("tokens", tokens);
    return delivery;
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static Delivery event(String team, String type, Instant when) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    JsonObject payload = new JsonObject();
    payload.addProperty("type", "event_callback");
    payload.addProperty("team_id", team);
    payload.addProperty("api_app_id", "A1");
    payload.add("event", event);
    payload.addProperty("event_id", "Ev" + type + when);
    payload.addProperty("event_time", when.getEpochSecond());
    return Delivery.of(Delivery.Kind.EVENT, payload);
  }
}

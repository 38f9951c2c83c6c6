package io.tillbot.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Install;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.erasure.WorkspaceErasure;
import io.tillbot.core.execution.Means;
import io.tillbot.core.install.InstallPage.Begun;
import io.tillbot.core.install.InstallPage.Ended;
import io.tillbot.core.install.InstallPage.Returned;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.TestMeans;
import io.tillbot.core.support.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A browser goes to the platform and comes back, once, in time, and the same. */
class InstallPageTest {
  private static final Workspace TEAM = new Workspace(Platform.SLACK, "T1");

  private final World world = new World();
  private final List<String> redeemed = new ArrayList<>();
  private Installer.Answer answer =
      new Installer.Answer.LetIn(
          new Install(TEAM, "", Map.of("token", "x"), world.clock.instant()),
          "Example",
          new Caller(Platform.SLACK, "T1", "U1"));
  private final InstallPage page = page();
  private int secrets;

  private InstallPage page() {
    Means means =
        TestMeans.of(world.store, world.vault, world.billing, AllowAll.gatekeeper(), world.clock);
    return new InstallPage(
        means,
        new WorkspaceErasure(means, world.replica().catalogue().operations()),
        new Asked(),
        () -> "secret-" + ++secrets);
  }

  private final class Asked implements Installer {
    @Override
    public Platform platform() {
      return Platform.SLACK;
    }

    @Override
    public URI question(TicketId state) {
      return URI.create("https://slack.com/?state=" + state.value());
    }

    @Override
    public Answer redeem(String code) {
      redeemed.add(code);
      return answer;
    }
  }

  private static String state(Begun begun) {
    return begun.question().getQuery().substring("state=".length());
  }

  private Ended comesBack(String state, String browser) {
    return page.end(
        new Returned(
            Optional.of(state), Optional.of(browser), Optional.of("code"), Optional.empty()));
  }

  @Test
  void whoeverComesBackHasLetTheBotIn() {
    Begun begun = page.begin();
    assertThat(comesBack(state(begun), begun.browser())).isEqualTo(new Ended.Installed("Example"));
    assertThat(installs()).hasSize(1);
    AuditRecord row = world.memory.audited().getLast();
    assertThat(row.entry().what().command()).isEqualTo("install");
    assertThat(row.entry().what().act()).isEqualTo(Act.PLATFORM);
  }

  @Test
  void aStateServesOnce() {
    Begun begun = page.begin();
    comesBack(state(begun), begun.browser());
    assertThat(comesBack(state(begun), begun.browser())).isEqualTo(new Ended.Stale());
    assertThat(redeemed).hasSize(1);
  }

  @Test
  void aStateServesTenMinutes() {
    Begun begun = page.begin();
    world.pass(InstallPage.LIFE);
    assertThat(comesBack(state(begun), begun.browser())).isEqualTo(new Ended.Stale());
    assertThat(redeemed).isEmpty();
  }

  @Test
  void anotherBrowsersStateServesNobody() {
    Begun attackers = page.begin();
    Begun victims = page.begin();
    assertThat(comesBack(state(attackers), victims.browser())).isEqualTo(new Ended.Stale());
    assertThat(redeemed).isEmpty();
    assertThat(comesBack(state(attackers), attackers.browser()))
        .as("its own browser's is not used up")
        .isInstanceOf(Ended.Installed.class);
  }

  @Test
  void whateverIsMissingOrInventedIsStale() {
    Begun begun = page.begin();
    Optional<String> none = Optional.empty();
    Optional<String> code = Optional.of("code");
    Optional<String> browser = Optional.of(begun.browser());
    assertThat(page.end(new Returned(none, browser, code, none))).isEqualTo(new Ended.Stale());
    assertThat(page.end(new Returned(Optional.of("x"), browser, code, none)))
        .isEqualTo(new Ended.Stale());
    assertThat(page.end(new Returned(Optional.of(state(begun)), none, code, none)))
        .isEqualTo(new Ended.Stale());
    assertThat(page.end(new Returned(Optional.of(state(begun)), browser, none, none)))
        .isEqualTo(new Ended.Stale());
    assertThat(redeemed).isEmpty();
  }

  @Test
  void aNoIsToldAndNothingIsInstalled() {
    assertThat(says("access_denied")).isEqualTo(new Ended.Cancelled());
    assertThat(says("invalid_scope")).isEqualTo(new Ended.Refused("invalid_scope"));
    assertThat(redeemed).isEmpty();
    assertThat(installs()).isEmpty();
  }

  private Ended says(String error) {
    Begun begun = page.begin();
    return page.end(
        new Returned(
            Optional.of(state(begun)),
            Optional.of(begun.browser()),
            Optional.empty(),
            Optional.of(error)));
  }

  @Test
  void whatThePlatformDoesNotGiveIsNotInstalled() {
    answer = new Installer.Answer.Refused("invalid_code");
    Begun first = page.begin();
    assertThat(comesBack(state(first), first.browser()))
        .isEqualTo(new Ended.Refused("invalid_code"));
    answer = new Installer.Answer.NoAnswer();
    Begun second = page.begin();
    assertThat(comesBack(state(second), second.browser())).isEqualTo(new Ended.NoAnswer());
    assertThat(installs()).isEmpty();
  }

  @Test
  void nothingSecretIsPrinted() {
    Begun begun = page.begin();
    assertThat(begun.toString()).doesNotContain(begun.browser()).doesNotContain(state(begun));
    assertThat(
            new Returned(
                    Optional.of("canary"),
                    Optional.of("canary"),
                    Optional.of("canary"),
                    Optional.empty())
                .toString())
        .doesNotContain("canary");
  }

  private List<Install> installs() {
    return world.memory.read(unit -> unit.installs().of(TEAM));
  }
}

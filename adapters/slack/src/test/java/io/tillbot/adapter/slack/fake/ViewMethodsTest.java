package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewMethodsTest {
  private final Web web = new Web();

  @Test
  void aTriggerOpensOneModalWithinThreeSeconds() {
    String trigger = web.trigger("U1");
    web.clock().pass(Duration.ofSeconds(3));
    assertThat(open(trigger)).isEqualTo("ok");
    assertThat(web.world().views().top("U1")).isPresent();
    assertThat(open(trigger)).isEqualTo("exchanged_trigger_id");
    String late = web.trigger("U1");
    web.clock().pass(Duration.ofSeconds(3).plusMillis(1));
    assertThat(open(late)).isEqualTo("expired_trigger_id");
    assertThat(open("1.2.3")).isEqualTo("invalid_trigger_id");
  }

  @Test
  void anotherWorkspacesTriggerOpensNothing() {
    web.world().with(Team.example("T2"));
    assertThat(open(web.world().triggers().issue("T2", "U1"))).isEqualTo("invalid_trigger_id");
  }

  @Test
  void atMostThreeModalsLieOnEachOther() {
    assertThat(push()).as("none is open").isEqualTo("push_limit_reached");
    open(web.trigger("U1"));
    assertThat(push()).isEqualTo("ok");
    assertThat(push()).isEqualTo("ok");
    assertThat(push()).isEqualTo("push_limit_reached");
  }

  @Test
  void aPushNeedsATriggerAsWell() {
    open(web.trigger("U1"));
    String trigger = web.trigger("U1");
    assertThat(push(trigger)).isEqualTo("ok");
    assertThat(push(trigger)).isEqualTo("exchanged_trigger_id");
    assertThat(push("1.2.3")).isEqualTo("invalid_trigger_id");
    String late = web.trigger("U1");
    web.clock().pass(Duration.ofSeconds(4));
    assertThat(push(late)).isEqualTo("expired_trigger_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"views.open", "views.push", "views.update", "views.publish"})
  void aViewIsLawfulAndOfTheRightKindAndNotTooLarge(String method) {
    open(web.trigger("U1"));
    JsonObject good = method.equals("views.publish") ? Web.home() : Web.modal();
    assertThat(shown(method, good)).isEqualTo("ok");
    JsonObject unlawful = good.deepCopy();
    unlawful.addProperty("colour", "red");
    assertThat(shown(method, unlawful)).isEqualTo("invalid_arguments");
    assertThat(shown(method, method.equals("views.publish") ? Web.modal() : Web.home()))
        .isEqualTo("invalid_arguments");
    JsonObject large = good.deepCopy();
    large.addProperty("private_metadata", "x".repeat(250_000));
    assertThat(shown(method, large)).isEqualTo("view_too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"views.open", "views.push", "views.update"})
  void theAppsOwnIdOfAViewIsGivenOnce(String method) {
    JsonObject named = Web.modal();
    named.addProperty("external_id", "mine");
    web.world().views().open("T1", "U2", named);
    open(web.trigger("U1"));
    assertThat(shown(method, named)).isEqualTo("duplicate_external_id");
  }

  @Test
  void aModalIsUpdatedAsLongAsItIsOpenAndNobodyWasFaster() {
    ShownView shown = web.world().views().open("T1", "U1", Web.modal());
    String view = Web.modal().toString();
    assertThat(web.error("views.update", Map.of("view", view))).isEqualTo("not_found");
    assertThat(update(shown, shown.hash())).isEqualTo("ok");
    assertThat(update(shown, shown.hash())).isEqualTo("hash_conflict");
    web.world().views().close(shown);
    assertThat(update(shown, shown.hash())).isEqualTo("not_found");
  }

  @Test
  void homeIsShownToAPersonWhoIsThereWhereTheAppHasOne() {
    assertThat(publish("U1", "")).isEqualTo("ok");
    assertThat(publish("U1", "old")).isEqualTo("hash_conflict");
    assertThat(publish("U7", "")).isEqualTo("invalid_arguments");
    web.world().withoutHome();
    assertThat(publish("U1", "")).isEqualTo("not_enabled");
  }

  private String open(String trigger) {
    return web.error("views.open", Map.of("trigger_id", trigger, "view", Web.modal().toString()));
  }

  private String push() {
    return push(web.trigger("U1"));
  }

  private String push(String trigger) {
    return web.error("views.push", Map.of("trigger_id", trigger, "view", Web.modal().toString()));
  }

  private String update(ShownView shown, String hash) {
    return web.error(
        "views.update",
        Map.of("view", Web.modal().toString(), "view_id", shown.id(), "hash", hash));
  }

  private String publish(String user, String hash) {
    return web.error(
        "views.publish", Map.of("user_id", user, "view", Web.home().toString(), "hash", hash));
  }

  private String shown(String method, JsonObject view) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("view", view.toString());
    switch (method) {
      case "views.publish" -> arguments.put("user_id", "U1");
      case "views.update" ->
          arguments.put("view_id", web.world().views().top("U1").orElseThrow().id());
      default -> arguments.put("trigger_id", web.trigger("U1"));
    }
    return web.error(method, arguments);
  }
}

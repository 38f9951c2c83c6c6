package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method of the Web API demands. */
class EveryMethodTest {
  private final Web web = new Web();

  @Test
  void aCallNeedsTheRightToken() {
    assertThat(web.error("", "auth.test", Map.of())).isEqualTo("not_authed");
    assertThat(web.error("Bearer x", "auth.test", Map.of())).isEqualTo("invalid_auth");
    assertThat(web.error(Web.BEARER, "auth.test", Map.of())).isEqualTo("ok");
  }

  @Test
  void aTokenEndsWithItsRevocationOrTheWorkspacesApp() {
    web.world().tokens().revoke(Web.TOKEN);
    assertThat(web.error("auth.test", Map.of())).isEqualTo("token_revoked");
    web.world().tokens().deactivate("T1");
    assertThat(web.error("auth.test", Map.of())).isEqualTo("account_inactive");
  }

  @Test
  void aTokenIsForItsOwnKindOfMethods() {
    assertThat(web.error("Bearer xapp-t", "auth.test", Map.of()))
        .isEqualTo("not_allowed_token_type");
    assertThat(web.error("apps.connections.open", Map.of())).isEqualTo("not_allowed_token_type");
  }

  @Test
  void aMethodThatIsNotKnownDoesNothing() {
    assertThat(web.error("unheard.of", Map.of())).isEqualTo("unknown_method");
  }

  @Test
  void anArgumentThatIsMissingOrInTheWrongPlaceIsRefused() {
    assertThat(web.error("chat.postMessage", Map.of("text", "x"))).isEqualTo("invalid_arguments");
    assertThat(web.error("auth.test", Map.of("token", Web.TOKEN))).isEqualTo("invalid_arguments");
    assertThat(web.error("views.open", Map.of("trigger_id", "t", "view", "{")))
        .isEqualTo("invalid_arguments");
  }

  @Test
  void anArgumentThatTheMethodDoesNotKnowIsRefused() {
    assertThat(web.error("auth.test", Map.of("colour", "red"))).isEqualTo("invalid_arg_name");
  }

  @Test
  void whoCallsTooOftenIsToldWhenToComeAgain() {
    web.api().limit("auth.test", 1);
    WebApi.Answer early = web.api().call("auth.test", Web.BEARER, Map.of());
    assertThat(early.status()).isEqualTo(429);
    assertThat(early.retryAfter()).contains(1);
    assertThat(Web.error(early.json())).isEqualTo("ratelimited");
    assertThat(web.error("auth.test", Map.of())).isEqualTo("ok");
  }

  @ParameterizedTest
  @MethodSource("scopedMethods")
  void aCallNeedsItsScopes(String name) {
    Method method = method(name);
    for (String scope : method.scopes()) {
      Web fresh = new Web();
      fresh.api().revoke(scope);
      JsonObject refusal = fresh.api().call(name, authorization(method), arguments(method)).json();
      assertThat(Web.error(refusal)).isEqualTo("missing_scope");
      assertThat(refusal.get("needed").getAsString()).isEqualTo(scope);
      assertThat(refusal.has("provided")).isTrue();
    }
  }

  private static List<String> scopedMethods() {
    return WebApi.METHODS.stream()
        .filter(method -> !method.scopes().isEmpty())
        .map(Method::name)
        .toList();
  }

  private static Method method(String name) {
    return WebApi.METHODS.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String authorization(Method method) {
    return method.caller() == Grant.Kind.APP ? "Bearer xapp-t" : Web.BEARER;
  }

  private static Map<String, String> arguments(Method method) {
    return method.needs().stream().collect(Collectors.toMap(name -> name, _ -> "x"));
  }
}

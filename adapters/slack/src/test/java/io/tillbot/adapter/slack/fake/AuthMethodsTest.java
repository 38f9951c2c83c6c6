package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthMethodsTest {
  private static final String BACK = "https://tillbot.example/slack/oauth_redirect";

  private final Web web = new Web();

  @Test
  void aCodeIsExchangedForATokenOnce() {
    web.world().with(Team.example("T2"));
    String code = web.world().installs().agree("T2", "U1", Set.of("commands"), BACK);
    JsonObject granted = access(Map.of("code", code, "redirect_uri", BACK));
    String token = granted.get("access_token").getAsString();
    assertThat(web.error("Bearer " + token, "auth.test", Map.of())).isEqualTo("ok");
    assertThat(web.error("Bearer " + token, "users.info", Map.of("user", "U1")))
        .as("it has the scopes that were agreed to, and no others")
        .isEqualTo("missing_scope");
    assertThat(Web.error(access(Map.of("code", code)))).isEqualTo("code_already_used");
  }

  @Test
  void aCodeNeedsTheAddressThatItWasGivenFor() {
    String code = web.world().installs().agree("T1", "U1", Set.of("commands"), BACK);
    assertThat(Web.error(access(Map.of("code", code, "redirect_uri", "https://evil.example"))))
        .isEqualTo("bad_redirect_uri");
    assertThat(Web.error(access(Map.of("code", code, "redirect_uri", BACK)))).isEqualTo("ok");
  }

  @Test
  void whatIsNoCodeIsExchangedForNothing() {
    assertThat(Web.error(access(Map.of("code", "guessed")))).isEqualTo("invalid_code");
    assertThat(Web.error(access(Map.of()))).isEqualTo("invalid_code");
    assertThat(Web.error(access(Map.of("grant_type", "password")))).isEqualTo("invalid_grant_type");
  }

  @Test
  void theAppHasToSayWhoItIs() {
    String method = "oauth.v2.access";
    assertThat(web.error("", method, Map.of("client_id", "1"))).isEqualTo("invalid_client_id");
    assertThat(
            web.error(
                "", method, Map.of("client_id", Installs.CLIENT_ID, "client_secret", "guessed")))
        .isEqualTo("bad_client_secret");
  }

  @Test
  void theAppSaysItInAHeaderAsWell() {
    String code = web.world().installs().agree("T1", "U1", Set.of("commands"), BACK);
    String basic = okhttp3.Credentials.basic(Installs.CLIENT_ID, Installs.CLIENT_SECRET);
    assertThat(web.error(basic, "oauth.v2.access", Map.of("code", code))).isEqualTo("ok");
  }

  @Test
  void aRevokedTokenIsOne() {
    assertThat(web.error("auth.revoke", Map.of("test", "1"))).isEqualTo("ok");
    assertThat(web.error("auth.revoke", Map.of())).isEqualTo("ok");
    assertThat(web.error("auth.revoke", Map.of())).isEqualTo("token_revoked");
  }

  @Test
  void onlyTheAppItselfUninstallsItself() {
    String method = "apps.uninstall";
    assertThat(web.error(method, Map.of("client_id", "1", "client_secret", "2")))
        .isEqualTo("invalid_client_id");
    assertThat(web.error(method, Map.of("client_id", Installs.CLIENT_ID, "client_secret", "2")))
        .isEqualTo("bad_client_secret");
    assertThat(web.error(method, client())).isEqualTo("ok");
    assertThat(web.error("auth.test", Map.of())).isEqualTo("account_inactive");
  }

  private JsonObject access(Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(client());
    arguments.putAll(more);
    return web.api().call("oauth.v2.access", "", arguments).json();
  }

  private static Map<String, String> client() {
    return Map.of("client_id", Installs.CLIENT_ID, "client_secret", Installs.CLIENT_SECRET);
  }
}

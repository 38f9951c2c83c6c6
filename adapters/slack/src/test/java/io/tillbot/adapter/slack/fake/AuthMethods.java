package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Installs.Consent;
import java.util.List;

/** {@code auth.*}, {@code oauth.v2.access}, {@code apps.uninstall}. */
final class AuthMethods {
  private AuthMethods() {}

  static List<Method> all() {
    return List.of(
        Method.of("auth.test", AuthMethods::test),
        Method.of("auth.revoke", AuthMethods::revoke).takes("test"),
        Method.of("apps.uninstall", AuthMethods::uninstall)
            .needs("client_id", "client_secret")
            .refuses("invalid_client_id", "bad_client_secret"),
        Method.of("oauth.v2.access", AuthMethods::access)
            .forAnybody()
            .takes("client_id", "client_secret", "code", "redirect_uri", "grant_type")
            .refuses(
                "invalid_client_id",
                "bad_client_secret",
                "invalid_grant_type",
                "invalid_code",
                "code_already_used",
                "bad_redirect_uri"));
  }

  private static JsonObject test(Call call) {
    JsonObject answer = Call.ok();
    answer.addProperty("url", "https://example.slack.com/");
    answer.addProperty("team", "Example");
    answer.addProperty("team_id", call.team().id());
    answer.addProperty("user", "tillbot");
    answer.addProperty("user_id", Team.BOT);
    answer.addProperty("bot_id", "B1");
    answer.addProperty("is_enterprise_install", false);
    return answer;
  }

  private static JsonObject revoke(Call call) {
    boolean isReal = !call.has("test");
    if (isReal) {
      call.world().tokens().revoke(call.token());
    }
    JsonObject answer = Call.ok();
    answer.addProperty("revoked", isReal);
    return answer;
  }

  private static JsonObject uninstall(Call call) {
    requireClient(call);
    call.world().tokens().deactivate(call.team().id());
    return Call.ok();
  }

  private static JsonObject access(Call call) {
    requireClient(call);
    if (!call.optional("grant_type").orElse("authorization_code").equals("authorization_code")) {
      throw call.refused("invalid_grant_type");
    }
    String code = call.optional("code").orElseThrow(() -> call.refused("invalid_code"));
    Installs installs = call.world().installs();
    Consent consent = installs.consent(code).orElseThrow(() -> call.refused("invalid_code"));
    if (consent.isUsed()) {
      throw call.refused("code_already_used");
    }
    if (!call.optional("redirect_uri").orElse(consent.redirect()).equals(consent.redirect())) {
      throw call.refused("bad_redirect_uri");
    }
    installs.use(code);
    return granted(call.world(), consent);
  }

  private static JsonObject granted(World world, Consent consent) {
    String token = "xoxb-fake-" + consent.team() + "-" + world.next();
    world.tokens().bot(token, consent.team(), consent.scopes());
    JsonObject answer = Call.ok();
    answer.addProperty("app_id", "A1");
    answer.addProperty("access_token", token);
    answer.addProperty("token_type", "bot");
    answer.addProperty("scope", String.join(",", consent.scopes()));
    answer.addProperty("bot_user_id", Team.BOT);
    JsonObject team = new JsonObject();
    team.addProperty("id", consent.team());
    team.addProperty("name", "Example " + consent.team());
    answer.add("team", team);
    answer.add("enterprise", JsonNull.INSTANCE);
    answer.addProperty("is_enterprise_install", false);
    JsonObject user = new JsonObject();
    user.addProperty("id", consent.user());
    answer.add("authed_user", user);
    return answer;
  }

  private static void requireClient(Call call) {
    if (!call.optional("client_id").orElse("").equals(Installs.CLIENT_ID)) {
      throw call.refused("invalid_client_id");
    }
    if (!call.optional("client_secret").orElse("").equals(Installs.CLIENT_SECRET)) {
      throw call.refused("bad_client_secret");
    }
  }
}

package io.tillbot.adapter.web;

import io.javalin.http.HttpStatus;
import io.tillbot.core.access.Caller;
import io.tillbot.core.link.LinkPage;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Field;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the page says in each of its states, as the template wants it. */
final class LinkWords {
  private static final Value LINK = Value.line("/billing link");
  private static final Value LINK_CODE = Value.line("/billing link-code");

  private final Texts texts;

  LinkWords(Texts texts) {
    this.texts = texts;
  }

  /** The form, with the page's other languages. */
  Map<String, Object> asking(
      LinkPage.View.Asking asking, PageLanguage language, LinkAddresses addresses) {
    Speech say = new Speech(language);
    Map<String, Object> form = new HashMap<>();
    form.put("whoLabel", say.text("link-page.who"));
    form.put("who", say.it(who(asking.caller())));
    form.put("own", say.text("link-page.own"));
    form.put("formToken", asking.formToken());
    form.put("kindLabel", say.text("link-page.kind"));
    form.put(
        "kinds",
        List.of(
            kind("api-key", true, say.text("link-page.key"), say.text("link-page.key-why")),
            kind("token", false, say.text("link-page.token"), say.text("link-page.token-why"))));
    form.put("secretLabel", say.text("link-page.secret"));
    form.put("secretHint", say.text("link-page.secret-hint"));
    form.put("send", say.text("link-page.send"));
    form.put("left", say.text("link-page.left", Value.count(minutes(asking.left()))));
    form.put(
        "problem",
        asking
            .problem()
            .<Object>map(
                problem ->
                    Map.of(
                        "what", say.it(why(problem)),
                        "triesLeft",
                            say.text("link-page.tries-left", Value.count(asking.triesLeft()))))
            .orElse(false));
    Map<String, Object> page = page(say, Text.of("link-page.title"));
    page.put("languages", languages(say, language, addresses));
    page.put("asking", form);
    return page;
  }

  /** The code. */
  Map<String, Object> accepted(LinkPage.Sent.Accepted accepted, PageLanguage language) {
    Speech say = new Speech(language);
    Map<String, Object> shown = new HashMap<>();
    shown.put("how", say.text("link-page.code-how", LINK_CODE));
    shown.put("codeLabel", say.text("link-page.code"));
    shown.put("code", accepted.code().shown());
    shown.put(
        "life",
        say.text(
            "link-page.code-life", Value.count(LinkPage.LIFE.toMinutes()), who(accepted.caller())));
    shown.put("keep", say.text("link-page.code-keep"));
    shown.put("clientLabel", say.text("link-page.client"));
    shown.put("client", accepted.client().fields().stream().map(say::field).toList());
    Map<String, Object> page = page(say, Text.of("link-page.code-title"));
    page.put("accepted", shown);
    return page;
  }

  /** The page does not serve. */
  Map<String, Object> gone(PageLanguage language) {
    return message(
        language,
        Text.of("link-page.gone"),
        Text.of("link-page.gone-how", LINK),
        Text.of("link-page.gone-code", LINK_CODE));
  }

  Map<String, Object> tooMany(PageLanguage language) {
    return message(
        language, Text.of("link-page.too-many"), Text.of("link-page.too-many-how", LINK));
  }

  Map<String, Object> tooSoon(long seconds, PageLanguage language) {
    return message(
        language,
        Text.of("link-page.too-soon"),
        Text.of("link-page.too-soon-how", Value.count(seconds)));
  }

  Map<String, Object> failed(PageLanguage language) {
    return message(language, Text.of("link-page.failed"), Text.of("link-page.failed-how", LINK));
  }

  /** A request that is not looked at. */
  Map<String, Object> bad(HttpStatus status, PageLanguage language) {
    return switch (status) {
      case FORBIDDEN ->
          message(language, Text.of("link-page.forged"), Text.of("link-page.forged-how"));
      case CONTENT_TOO_LARGE ->
          message(language, Text.of("link-page.too-large"), Text.of("link-page.bad-request-how"));
      default ->
          message(language, Text.of("link-page.bad-request"), Text.of("link-page.bad-request-how"));
    };
  }

  private Map<String, Object> message(PageLanguage language, Text title, Text... paragraphs) {
    Speech say = new Speech(language);
    Map<String, Object> page = page(say, title);
    page.put("paragraphs", Stream.of(paragraphs).map(say::it).toList());
    return page;
  }

  private static Map<String, Object> page(Speech say, Text title) {
    Map<String, Object> page = new HashMap<>();
    page.put("language", say.language.tag());
    page.put("title", say.it(title));
    page.put("footer", say.text("link-page.footer"));
    return page;
  }

  private static Map<String, Object> languages(
      Speech say, PageLanguage current, LinkAddresses addresses) {
    return Map.of(
        "label",
        say.text("link-page.language"),
        "links",
        Stream.of(PageLanguage.values())
            .map(
                language ->
                    Map.<String, Object>of(
                        "address", addresses.in(language),
                        "tag", language.tag(),
                        "name", language.label(),
                        "isCurrent", language == current))
            .toList());
  }

  private static Map<String, Object> kind(String value, boolean isUsual, String label, String why) {
    return Map.of("value", value, "isUsual", isUsual, "label", label, "why", why);
  }

  private static Text who(Caller caller) {
    Value user = Value.data(caller.user());
    return switch (caller.platform()) {
      case CONSOLE -> Text.of("link-page.who.console", user);
      case DISCORD -> Text.of("link-page.who.discord", user);
      case SLACK ->
          Text.of(
              "link-page.who.slack",
              user,
              Value.data(Objects.requireNonNullElse(caller.workspace(), "")));
    };
  }

  private static Text why(LinkPage.Problem problem) {
    return switch (problem) {
      case NOT_A_CREDENTIAL -> Text.of("link-page.not-a-credential");
      case NOT_ACCEPTED -> Text.of("link-page.not-accepted");
      case UNAVAILABLE -> Text.of("link-page.unavailable");
    };
  }

  /** A minute that has begun counts. */
  private static long minutes(Duration left) {
    return left.plusMinutes(1).minusNanos(1).toMinutes();
  }

  /** Says things in one language. */
  private final class Speech {
    private final PageLanguage language;

    Speech(PageLanguage language) {
      this.language = language;
    }

    String it(Value value) {
      return texts.write(value, language.locale());
    }

    String text(String key, Value... arguments) {
      return it(new Text(key, List.of(arguments)));
    }

    Map<String, Object> field(Field field) {
      return Map.of("name", it(field.name()), "value", it(field.value()));
    }
  }
}

package io.tillbot.adapter.web;

import io.tillbot.core.install.InstallPage;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the pages say by which a workspace lets the bot in, as the template wants it. */
final class InstallWords {
  private static final Value LINK = Value.line("/billing link");
  private static final String AGAIN = "install";

  private final Texts texts;

  InstallWords(Texts texts) {
    this.texts = texts;
  }

  /** The way to Slack, with the page's other languages. */
  Map<String, Object> asking(URI question, PageLanguage language, LinkAddresses addresses) {
    Map<String, Object> page =
        message(
            language,
            Text.of("install-page.title"),
            Text.of("install-page.what"),
            Text.of("install-page.after", LINK),
            Text.of("install-page.life", Value.count(InstallPage.LIFE.toMinutes())));
    page.put("go", go(question.toString(), Text.of("install-page.go"), language));
    page.put(
        "languages",
        Map.of(
            "label",
            say(Text.of("link-page.language"), language),
            "links",
            Stream.of(PageLanguage.values())
                .map(
                    one ->
                        Map.<String, Object>of(
                            "address", addresses.in(one),
                            "tag", one.tag(),
                            "name", one.label(),
                            "isCurrent", one == language))
                .toList()));
    return page;
  }

  Map<String, Object> installed(String workspace, PageLanguage language) {
    return message(
        language,
        Text.of("install-page.installed", Value.data(workspace)),
        Text.of("install-page.installed-how", LINK));
  }

  Map<String, Object> cancelled(PageLanguage language) {
    return again(
        language, Text.of("install-page.cancelled"), Text.of("install-page.cancelled-how"));
  }

  /** Nobody waits for that any more. */
  Map<String, Object> stale(PageLanguage language) {
    return again(language, Text.of("install-page.stale"), Text.of("install-page.stale-how"));
  }

  /** Slack said no, in its own word. */
  Map<String, Object> refused(String code, PageLanguage language) {
    return again(
        language,
        Text.of("install-page.cancelled"),
        Text.of("install-page.refused-how", Value.echo(code)));
  }

  Map<String, Object> noAnswer(PageLanguage language) {
    return again(
        language, Text.of("install-page.no-answer"), Text.of("install-page.no-answer-how"));
  }

  Map<String, Object> failed(PageLanguage language) {
    return again(language, Text.of("link-page.failed"), Text.of("install-page.no-answer-how"));
  }

  Map<String, Object> tooSoon(long seconds, PageLanguage language) {
    return message(
        language,
        Text.of("link-page.too-soon"),
        Text.of("link-page.too-soon-how", Value.count(seconds)));
  }

  private Map<String, Object> again(PageLanguage language, Text title, Text... paragraphs) {
    Map<String, Object> page = message(language, title, paragraphs);
    page.put("go", go(AGAIN, Text.of("install-page.again"), language));
    return page;
  }

  private Map<String, Object> go(String address, Text label, PageLanguage language) {
    return Map.of("address", address, "label", say(label, language));
  }

  private Map<String, Object> message(PageLanguage language, Text title, Text... paragraphs) {
    Map<String, Object> page = new HashMap<>();
    page.put("language", language.tag());
    page.put("title", say(title, language));
    page.put("footer", say(Text.of("link-page.footer"), language));
    page.put("paragraphs", Stream.of(paragraphs).map(one -> say(one, language)).toList());
    return page;
  }

  private String say(Text text, PageLanguage language) {
    return texts.write(text, language.locale());
  }
}

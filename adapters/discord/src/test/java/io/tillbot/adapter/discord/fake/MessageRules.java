package io.tillbot.adapter.discord.fake;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a message may be: {@code …/resources/message#embed-object-embed-limits}, {@code
 * …/components/reference}, {@code …/resources/message#allowed-mentions-object}.
 */
final class MessageRules {
  private static final int EPHEMERAL = 64;
  private static final int MENU = 3;
  private static final Pattern SNOWFLAKE = Pattern.compile("[1-9][0-9]{0,19}");
  private static final Set<String> MENTIONS = Set.of("roles", "users", "everyone");

  private MessageRules() {}

  /**
   * Refuses what Discord refuses.
   *
   * @param files the names of the files that came with it
   */
  static void check(Map<String, Object> body, List<String> files) {
    List<String> problems = new ArrayList<>();
    Node message = Node.root(body, problems);
    message.get("content").optionalText(0, 2_000);
    int embedded =
        message.get("embeds").optionalItems(10).stream().mapToInt(MessageRules::embed).sum();
    message.get("embeds").check(embedded <= 6_000, "must be 6000 or fewer in length");
    Set<String> ids = new HashSet<>();
    message.get("components").optionalItems(5).forEach(row -> row(row, ids));
    mentions(message.get("allowed_mentions"));
    if (message.get("flags").isThere()) {
      long flags = message.get("flags").number(0, Integer.MAX_VALUE);
      message.get("flags").check((flags & ~EPHEMERAL) == 0, "this fake knows the flag 64 alone");
    }
    for (Node attachment : message.get("attachments").optionalItems(10)) {
      String name = attachment.get("filename").optionalText(1, 1_024);
      attachment.check(name.isEmpty() || files.contains(name), "there is no such file");
    }
    if (!problems.isEmpty()) {
      throw Refusal.invalidForm(problems);
    }
  }

  /** {@code …/resources/message#allowed-mentions-object}. */
  private static void mentions(Node allowed) {
    Set<String> parsed = new HashSet<>();
    for (Node kind : allowed.get("parse").optionalItems(3)) {
      kind.check(MENTIONS.contains(kind.text(1, 20)), "must be roles, users or everyone");
      parsed.add(String.valueOf(kind.value()));
    }
    for (String kind : List.of("users", "roles")) {
      List<Node> ids = allowed.get(kind).optionalItems(100);
      ids.forEach(id -> id.check(SNOWFLAKE.matcher(id.text(1, 20)).matches(), "must be an id"));
      allowed.check(ids.isEmpty() || !parsed.contains(kind), "has " + kind + " both ways");
    }
  }

  /** Refuses a message without anything to see. */
  static void checkNotEmpty(Map<String, Object> body, List<String> files) {
    boolean isEmpty =
        files.isEmpty()
            && String.valueOf(body.getOrDefault("content", "")).isBlank()
            && List.of("embeds", "components").stream()
                .allMatch(part -> body.getOrDefault(part, List.of()).equals(List.of()));
    if (isEmpty) {
      throw new Refusal(400, Refusal.EMPTY_MESSAGE, "Cannot send an empty message");
    }
  }

  /** How much of the 6,000 characters it takes. */
  private static int embed(Node embed) {
    int length =
        embed.get("title").optionalText(0, 256).length()
            + embed.get("description").optionalText(0, 4_096).length();
    if (embed.get("color").isThere()) {
      embed.get("color").number(0, 0xFFFFFF);
    }
    if (embed.get("footer").isThere()) {
      length += embed.get("footer").get("text").text(1, 2_048).length();
    }
    for (Node field : embed.get("fields").optionalItems(25)) {
      length += field.get("name").text(1, 256).length();
      length += field.get("value").text(1, 1_024).length();
      field.get("inline").optionalFlag();
    }
    embed.check(length > 0, "must not be empty");
    return length;
  }

  private static void row(Node row, Set<String> ids) {
    row.get("type").number(1, 1);
    List<Node> parts = row.get("components").items(1, 5);
    boolean isMenu =
        parts.stream().anyMatch(part -> Integer.valueOf(MENU).equals(part.get("type").value()));
    if (isMenu) {
      row.check(parts.size() == 1, "holds a menu and something else");
      menu(parts.getFirst(), ids);
    } else {
      parts.forEach(button -> button(button, ids));
    }
  }

  /** {@code …/components/reference#string-select}. */
  private static void menu(Node menu, Set<String> ids) {
    menu.check(ids.add(menu.get("custom_id").text(1, 100)), "has a custom_id that is used twice");
    menu.get("placeholder").optionalText(0, 150);
    menu.get("disabled").optionalFlag();
    List<Node> options = menu.get("options").items(1, 25);
    Set<String> values = new HashSet<>();
    for (Node option : options) {
      option.get("label").text(1, 100);
      option.get("description").optionalText(0, 100);
      option.check(values.add(option.get("value").text(1, 100)), "has the value of another");
    }
    long least = menu.get("min_values").isThere() ? menu.get("min_values").number(0, 25) : 1;
    long most = menu.get("max_values").isThere() ? menu.get("max_values").number(1, 25) : 1;
    menu.check(least <= most, "has min_values above max_values");
    menu.check(most <= options.size(), "has max_values above its options");
  }

  private static void button(Node button, Set<String> ids) {
    button.get("type").number(2, 2);
    button.get("label").text(1, 80);
    button.get("disabled").optionalFlag();
    if (button.get("style").number(1, 5) == 5) {
      String url = button.get("url").text(1, 512);
      button.get("url").check(isWebPage(url), "must be http or https");
      button.check(!button.get("custom_id").isThere(), "a link has no custom_id");
    } else {
      button.check(!button.get("url").isThere(), "only a link has an url");
      boolean isNew = ids.add(button.get("custom_id").text(1, 100));
      button.check(isNew, "has a custom_id that is used twice");
    }
  }

  private static boolean isWebPage(String url) {
    try {
      return Set.of("http", "https").contains(String.valueOf(URI.create(url).getScheme()));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}

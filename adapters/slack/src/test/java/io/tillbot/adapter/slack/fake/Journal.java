package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people did and what they saw, in words, from the moment on that somebody wants it. Safe for
 * many threads.
 */
final class Journal {
  private final List<String> entries = new ArrayList<>();
  private final World world;
  private boolean isKept;

  Journal(World world) {
    this.world = world;
  }

  synchronized void start() {
    isKept = true;
  }

  synchronized String text() {
    return String.join("\n\n", entries) + "\n";
  }

  /** A remark of the test's. */
  void remark(String text) {
    note("== " + text + " ==");
  }

  void did(Team team, String user, String where, String what) {
    note(team.name(user) + (where.isEmpty() ? "" : ", " + where + ",") + " " + what);
  }

  void appeared(Seen seen) {
    show(seen, seen.files().isEmpty() ? "" : " (with " + String.join(", ", seen.files()) + ")");
  }

  void replaced(Seen seen) {
    show(seen, ", in place of the message above");
  }

  private void show(Seen seen, String how) {
    if (isKept()) {
      note(audience(seen) + how + ":\n" + Drawing.message(seen));
    }
  }

  void vanished(Seen seen) {
    note(
        "A message vanishes from "
            + where(seen)
            + ": "
            + seen.text().lines().findFirst().orElse(""));
  }

  private String audience(Seen seen) {
    if (seen.isEphemeral()) {
      return "Only " + world.name(seen.user()) + " sees, in " + where(seen);
    }
    return "All in " + where(seen) + " see";
  }

  private String where(Seen seen) {
    return world.conversation(seen.channel()).map(this::shown).orElse(seen.channel());
  }

  private String shown(Conversation where) {
    return where.kind() == Conversation.Kind.DIRECT
        ? "the direct message of " + world.name(where.name()) + " and Tillbot"
        : where.shown();
  }

  void opened(ShownView view) {
    view(view, "A modal opens before " + world.name(view.user()));
  }

  void updated(ShownView view) {
    view(view, "The modal before " + world.name(view.user()) + " changes");
  }

  void closed(ShownView view) {
    note("The modal \"" + view.title() + "\" before " + world.name(view.user()) + " is closed");
  }

  void home(ShownView view) {
    view(view, "The Home of " + world.name(view.user()) + " shows");
  }

  private void view(ShownView view, String what) {
    if (isKept()) {
      note(what + ":\n" + Drawing.view(view.view()));
    }
  }

  void filledIn(ShownView view, Map<String, String> answers) {
    String filled =
        answers.entrySet().stream()
            .map(answer -> answer.getKey() + ": " + answer.getValue())
            .sorted()
            .collect(Collectors.joining("\n    ", "\n    ", ""));
    note(
        world.name(view.user())
            + " fills in \""
            + view.title()
            + "\" and sends it:"
            + (answers.isEmpty() ? " as it is" : filled));
  }

  void wrong(ShownView view, JsonObject errors) {
    String said =
        errors.entrySet().stream()
            .map(error -> label(view, error.getKey()) + ": " + error.getValue().getAsString())
            .collect(Collectors.joining("\n    ", "\n    ", ""));
    note("The modal stays open and says:" + said);
  }

  private static String label(ShownView view, String block) {
    return Elements.blocks(view.view()).stream()
        .filter(each -> each.get("block_id").getAsString().equals(block))
        .map(each -> Elements.text(each, "label"))
        .findFirst()
        .orElse(block);
  }

  String name(ShownView view) {
    return view.title().isEmpty() ? "the app's Home" : "the modal \"" + view.title() + "\"";
  }

  private synchronized boolean isKept() {
    return isKept;
  }

  private synchronized void note(String entry) {
    if (isKept) {
      entries.add(entry);
    }
  }
}

package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A view as somebody sees it.
 *
 * @param id Slack's
 * @param hash changes with every change of the view
 * @param view with an id for each block and element
 * @param root the first of those that lie on each other
 */
public record ShownView(
    String id, String team, String user, String hash, JsonObject view, String root) {

  /** Its title; empty in Home. */
  public String title() {
    return view.has("title") ? Elements.text(view, "title") : "";
  }

  /** Every text of every block, in order. */
  public List<String> texts() {
    return new Seen(user, "", view).texts();
  }

  /** The labels of its buttons among the blocks. */
  public List<String> labels() {
    return Elements.buttons(view).stream().map(Elements::label).toList();
  }

  /** What it asks for. */
  public List<String> inputs() {
    return Elements.blocks(view).stream()
        .filter(block -> Elements.isA(block, "input"))
        .map(block -> Elements.text(block, "label"))
        .toList();
  }

  /** As payloads and answers tell of it. */
  JsonObject json() {
    JsonObject json = view.deepCopy();
    json.addProperty("id", id);
    json.addProperty("team_id", team);
    json.addProperty("hash", hash);
    json.addProperty("root_view_id", root);
    json.addProperty("app_id", "A1");
    json.addProperty("bot_id", "B1");
    return json;
  }
}

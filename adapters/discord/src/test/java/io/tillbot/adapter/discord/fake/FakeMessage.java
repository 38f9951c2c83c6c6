package io.tillbot.adapter.discord.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A message as its readers see it now. Safe for many threads. */
public final class FakeMessage {
  private final String id;
  private final boolean isEphemeral;
  private final DataObject body = DataObject.empty();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private int edits;

  FakeMessage(String id, boolean isEphemeral) {
    this.id = id;
    this.isEphemeral = isEphemeral;
  }

  /** Puts what was sent in the place of what was there; what was not sent stays. */
  synchronized void put(Map<String, Object> sent, Map<String, byte[]> uploaded) {
    edits++;
    sent.forEach(body::put);
    if (sent.containsKey("attachments")) {
      files.keySet().retainAll(kept(sent));
    }
    files.putAll(uploaded);
  }

  private static List<String> kept(Map<String, Object> sent) {
    return sent.get("attachments") instanceof List<?> list
        ? list.stream().map(each -> String.valueOf(((Map<?, ?>) each).get("filename"))).toList()
        : List.of();
  }

  public String id() {
    return id;
  }

  /** Whether its one reader alone sees it. */
  public boolean isEphemeral() {
    return isEphemeral;
  }

  /** How often it was written; once for one that was never changed. */
  public synchronized int edits() {
    return edits;
  }

  public synchronized DataObject body() {
    return DataObject.fromJson(body.toJson());
  }

  /** The files' contents by their names. */
  public synchronized Map<String, byte[]> files() {
    return Map.copyOf(files);
  }

  public String title() {
    return embed().getString("title", "");
  }

  public String description() {
    return embed().getString("description", "");
  }

  public String footer() {
    return embed().optObject("footer").map(footer -> footer.getString("text")).orElse("");
  }

  /** The fields' values by their names. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    embed()
        .optArray("fields")
        .ifPresent(
            all ->
                all.stream(DataArray::getObject)
                    .forEach(
                        field -> fields.put(field.getString("name"), field.getString("value"))));
    return fields;
  }

  /** What can be pressed: custom ids, or addresses, by their labels. */
  public Map<String, String> buttons() {
    Map<String, String> buttons = new LinkedHashMap<>();
    for (DataObject row : objects("components")) {
      for (DataObject button : row.getArray("components").stream(DataArray::getObject).toList()) {
        buttons.put(
            button.getString("label"), button.getString("custom_id", button.getString("url", "")));
      }
    }
    return buttons;
  }

  private DataObject embed() {
    List<DataObject> embeds = objects("embeds");
    return embeds.isEmpty() ? DataObject.empty() : embeds.getFirst();
  }

  private List<DataObject> objects(String key) {
    List<DataObject> objects = new ArrayList<>();
    body().optArray(key).ifPresent(all -> all.stream(DataArray::getObject).forEach(objects::add));
    return objects;
  }
}

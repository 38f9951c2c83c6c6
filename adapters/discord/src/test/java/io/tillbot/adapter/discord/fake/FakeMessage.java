package io.tillbot.adapter.discord.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A message as its readers see it now. Safe for many threads. */
public final class FakeMessage {
  private static final int BUTTON = 2;
  private static final int MENU = 3;
  private static final Pattern MENTION = Pattern.compile("<@!?([0-9]+)>");

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
      for (DataObject button : parts(row, BUTTON)) {
        buttons.put(
            button.getString("label"), button.getString("custom_id", button.getString("url", "")));
      }
    }
    return buttons;
  }

  /** The menus' custom ids with the values that can be chosen. */
  public Map<String, List<String>> menus() {
    Map<String, List<String>> menus = new LinkedHashMap<>();
    for (DataObject row : objects("components")) {
      for (DataObject menu : parts(row, MENU)) {
        menus.put(
            menu.getString("custom_id"),
            menu.getArray("options").stream(DataArray::getObject)
                .map(option -> option.getString("value"))
                .toList());
      }
    }
    return menus;
  }

  /** The menu of that id. */
  DataObject menu(String customId) {
    return objects("components").stream()
        .flatMap(row -> parts(row, MENU).stream())
        .filter(menu -> menu.getString("custom_id").equals(customId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no such menu"));
  }

  private static List<DataObject> parts(DataObject row, int type) {
    return row.getArray("components").stream(DataArray::getObject)
        .filter(part -> part.getInt("type") == type)
        .toList();
  }

  public String content() {
    return body().getString("content", "");
  }

  /** The ids of those whom it calls: of those in its content, the ones whom it may mention. */
  public Set<String> pings() {
    Set<String> pings = new HashSet<>();
    DataObject allowed = body().optObject("allowed_mentions").orElseGet(DataObject::empty);
    List<String> users =
        allowed.optArray("users").orElseGet(DataArray::empty).stream(DataArray::getString).toList();
    boolean isEverybodyAllowed = !body().hasKey("allowed_mentions");
    Matcher mentioned = MENTION.matcher(content());
    while (mentioned.find()) {
      if (isEverybodyAllowed || users.contains(mentioned.group(1))) {
        pings.add(mentioned.group(1));
      }
    }
    return pings;
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

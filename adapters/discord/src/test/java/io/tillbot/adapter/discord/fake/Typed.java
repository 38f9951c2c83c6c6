package io.tillbot.adapter.discord.fake;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What a client makes of a command that somebody types: nothing that is not registered. */
record Typed(DataArray registered) {
  private static final int SUBCOMMAND = 1;
  private static final int STRING = 3;
  private static final int BOOLEAN = 5;

  DataObject data(String line, Map<String, Object> options) {
    String[] words = line.split(" ");
    DataObject command = named(registered, words[0]);
    DataObject data =
        DataObject.empty().put("id", command.getString("id")).put("name", words[0]).put("type", 1);
    if (words.length == 1) {
      return data.put("options", options(command, options));
    }
    DataObject leaf = named(command.getArray("options"), words[1]);
    return data.put(
        "options",
        World.array(
            DataObject.empty()
                .put("type", SUBCOMMAND)
                .put("name", words[1])
                .put("options", options(leaf, options))));
  }

  private static DataObject named(DataArray all, String name) {
    return all.stream(DataArray::getObject)
        .filter(each -> each.getString("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not registered: " + name));
  }

  private static DataArray options(DataObject command, Map<String, Object> given) {
    DataArray known = command.optArray("options").orElseGet(DataArray::empty);
    Set<String> missing =
        known.stream(DataArray::getObject)
            .filter(option -> option.getBoolean("required", false))
            .map(option -> option.getString("name"))
            .filter(name -> !given.containsKey(name))
            .collect(Collectors.toSet());
    if (!missing.isEmpty()) {
      throw new AssertionError("the client asks for " + missing);
    }
    DataArray options = DataArray.empty();
    given.forEach((name, value) -> options.add(option(named(known, name), value)));
    return options;
  }

  private static DataObject option(DataObject option, Object value) {
    int type = option.getInt("type");
    boolean fits =
        type == STRING && value instanceof String || type == BOOLEAN && value instanceof Boolean;
    DataArray choices = option.optArray("choices").orElseGet(DataArray::empty);
    boolean isChosen =
        choices.isEmpty()
            || choices.stream(DataArray::getObject)
                .anyMatch(choice -> choice.getString("value").equals(value));
    if (!fits || !isChosen) {
      throw new AssertionError("the client does not take that for " + option.getString("name"));
    }
    return DataObject.empty()
        .put("name", option.getString("name"))
        .put("type", type)
        .put("value", value);
  }
}

package io.tillbot.adapter.discord.fake;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What a client makes of a command that somebody types: nothing that is not registered. */
record Typed(DataArray registered) {
  private static final int SUBCOMMAND = 1;
  private static final int GROUP = 2;
  private static final int STRING = 3;
  private static final int BOOLEAN = 5;
  private static final int ON_A_MESSAGE = 3;

  /** A whole command. */
  DataObject data(String line, Map<String, Object> options) {
    return data(line, leaf -> options(leaf, options));
  }

  /** A command of which one option is being typed; the others may be missing as yet. */
  DataObject typing(String line, Map<String, Object> options, String option, String typed) {
    return data(
        line,
        leaf -> {
          DataArray known = leaf.optArray("options").orElseGet(DataArray::empty);
          DataObject focused = named(known, option);
          if (!focused.getBoolean("autocomplete", false)) {
            throw new AssertionError("the client completes nothing for " + option);
          }
          DataArray all = DataArray.empty();
          options.forEach((name, value) -> all.add(option(named(known, name), value)));
          return all.add(option(focused, typed).put("focused", true));
        });
  }

  /** The command of a message's menu. */
  DataObject onMessage(String name) {
    return registered.stream(DataArray::getObject)
        .filter(each -> each.getInt("type", 1) == ON_A_MESSAGE)
        .filter(each -> each.getString("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not registered: " + name));
  }

  private interface Values {
    DataArray of(DataObject leaf);
  }

  private DataObject data(String line, Values values) {
    String[] words = line.split(" ");
    DataObject command = named(registered, words[0]);
    DataObject data =
        DataObject.empty().put("id", command.getString("id")).put("name", words[0]).put("type", 1);
    if (words.length == 1) {
      return data.put("options", values.of(command));
    }
    DataObject second = named(command.getArray("options"), words[1]);
    if (words.length == 2) {
      return data.put("options", World.array(part(SUBCOMMAND, words[1], values.of(second))));
    }
    DataObject third = named(second.getArray("options"), words[2]);
    return data.put(
        "options",
        World.array(
            part(GROUP, words[1], World.array(part(SUBCOMMAND, words[2], values.of(third))))));
  }

  private static DataObject part(int type, String name, DataArray options) {
    return DataObject.empty().put("type", type).put("name", name).put("options", options);
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

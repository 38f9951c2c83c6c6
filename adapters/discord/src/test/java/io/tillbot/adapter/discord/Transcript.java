package io.tillbot.adapter.discord;

import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What people do and see, as a person can read it, in {@code target/transcripts}. */
final class Transcript {
  private static final Path FOLDER = Path.of("target", "transcripts");

  private final StringBuilder text = new StringBuilder();
  private final String name;

  Transcript(String name) {
    this.name = name;
    text.append("# ").append(name).append("\n");
  }

  /** Something that nobody on Discord does. */
  void note(String what) {
    text.append("\n(").append(what).append(")\n");
  }

  /** Somebody does something. */
  void does(Person person, Room room, String what) {
    text.append("\n%s, %s › %s\n".formatted(person.name(), place(room), what));
  }

  /** A command as it is typed. */
  static String typed(String command, Map<String, Object> options) {
    return options.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(option -> " " + option.getKey() + ":" + option.getValue())
        .collect(Collectors.joining("", "/" + command, ""));
  }

  private static String place(Room room) {
    return switch (room) {
      case DIRECT -> "conversation with the bot";
      default -> "#" + room.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /** What is there now of a message. */
  void sees(String whose, FakeMessage message) {
    String who = message.isEphemeral() ? "only " + whose + " sees this" : "seen by all here";
    line("[" + who + (message.edits() > 1 ? ", edited]" : "]"));
    lines(message.content());
    lines(message.title());
    lines(message.description());
    message.fields().forEach((field, value) -> line(field + ": " + value));
    lines(message.footer());
    message.files().forEach((file, bytes) -> line("(file " + file + ")"));
    message.menus().forEach((_, values) -> line("<menu: " + String.join(" | ", values) + ">"));
    if (!message.buttons().isEmpty()) {
      line(message.buttons().keySet().stream().collect(Collectors.joining("] [", "[", "]")));
    }
  }

  void sees(String offered, List<String> choices) {
    line("<" + offered + ">");
    choices.forEach(this::line);
  }

  /** A modal that opened. */
  void opens(FakeInteraction interaction) {
    DataObject modal = interaction.modal();
    line("<modal: " + modal.getString("title") + ">");
    for (DataObject part : modal.getArray("components").stream(DataArray::getObject).toList()) {
      lines(part.getString("content", ""));
      lines(part.getString("label", ""));
    }
  }

  private void lines(String several) {
    several.lines().forEach(this::line);
  }

  private void line(String line) {
    text.append("    ").append(line).append('\n');
  }

  /** Writes it down. */
  void write() {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve("discord-" + name + ".txt"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

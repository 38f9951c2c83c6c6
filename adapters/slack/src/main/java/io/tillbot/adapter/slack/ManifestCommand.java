package io.tillbot.adapter.slack;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A slash command as the manifest has it.
 *
 * @param name with its slash
 * @param hint shown behind the name while it is typed; may be empty
 */
record ManifestCommand(String name, String description, String hint) {
  private static final Locale LANGUAGE = Locale.ENGLISH;

  /**
   * The commands of these names, in their order. Those of the standard set that the catalogue does
   * not have yet are left out.
   *
   * @throws IllegalArgumentException when another name is not in the catalogue
   */
  static List<ManifestCommand> of(CommandRegistry registry, Texts texts, CommandNames names) {
    List<ManifestCommand> commands = new ArrayList<>();
    for (String root : names.switchedOn()) {
      Optional<ManifestCommand> command = of(root, registry, texts, names);
      if (command.isEmpty() && !CommandNames.standard().switchedOn().contains(root)) {
        throw new IllegalArgumentException("the catalogue has no command /" + root);
      }
      command.ifPresent(commands::add);
    }
    return commands;
  }

  private static Optional<ManifestCommand> of(
      String root, CommandRegistry registry, Texts texts, CommandNames names) {
    List<Command> leaves = registry.leavesOf(root);
    String name = names.slash(root);
    if (root.equals(CommandNames.UMBRELLA)) {
      String hint = words(leaves) + " | invoice 123 …";
      return Optional.of(
          new ManifestCommand(
              name, texts.write(Text.of("slack.manifest.any-command"), LANGUAGE), hint));
    }
    if (!leaves.isEmpty()) {
      Text several = Text.of("slack.manifest.parent", Value.data(words(leaves)));
      return Optional.of(new ManifestCommand(name, texts.write(several, LANGUAGE), words(leaves)));
    }
    return registry
        .find(List.of(root))
        .map(Command::spec)
        .map(
            spec ->
                new ManifestCommand(name, texts.write(spec.description(), LANGUAGE), hint(spec)));
  }

  private static String hint(CommandSpec spec) {
    return spec.usage().substring(spec.path().toString().length()).strip();
  }

  private static String words(List<Command> leaves) {
    return leaves.stream()
        .map(leaf -> leaf.spec().path().words().get(1))
        .distinct()
        .collect(Collectors.joining(" | "));
  }
}

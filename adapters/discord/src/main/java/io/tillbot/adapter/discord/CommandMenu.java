package io.tillbot.adapter.discord;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.option.OptionType.Subject;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/**
 * What is registered with Discord, made of the catalogue alone: {@code
 * discord.com/developers/docs/interactions/application-commands}. Names and descriptions are in
 * English and Russian; the English names are the catalogue's.
 *
 * <p>Ids, amounts and days are strings: Discord's INTEGER refuses {@code INV-123}, and its NUMBER
 * is a double.
 */
final class CommandMenu {
  /** Its commands are for those who run the server; who may is the policy's to say all the same. */
  private static final String STAFF = "billing-admin";

  private static final Locale RUSSIAN = Locale.of("ru");

  private final Texts texts;
  private final LocalNames names;

  CommandMenu(Texts texts) {
    this.texts = texts;
    this.names = new LocalNames(texts);
  }

  /** The commands, in the catalogue's order. */
  List<CommandData> of(CommandRegistry registry) {
    List<CommandData> all = new ArrayList<>(slash(registry));
    all.add(onMessages());
    return all;
  }

  /** Those that are typed, in the catalogue's order. */
  List<SlashCommandData> slash(CommandRegistry registry) {
    Set<String> roots = new LinkedHashSet<>();
    registry.commands().forEach(command -> roots.add(command.spec().path().root()));
    return roots.stream().map(root -> command(root, registry)).toList();
  }

  /** The one of a message's own menu: the invoice that the message speaks of. */
  private CommandData onMessages() {
    Text name = Text.of("discord.look-up");
    return Commands.message(english(name))
        .setNameLocalization(DiscordLocale.RUSSIAN, russian(name))
        .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL);
  }

  private SlashCommandData command(String root, CommandRegistry registry) {
    SlashCommandData data =
        registry
            .find(List.of(root))
            .map(Command::spec)
            .map(this::single)
            .orElseGet(() -> parent(root, registry.leavesOf(root)));
    if (root.equals(STAFF)) {
      data.setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
    }
    names
        .command(root, RUSSIAN)
        .ifPresent(name -> data.setNameLocalization(DiscordLocale.RUSSIAN, name));
    return data.setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL);
  }

  private SlashCommandData single(CommandSpec spec) {
    return Commands.slash(spec.path().root(), english(spec.description()))
        .setDescriptionLocalization(DiscordLocale.RUSSIAN, russian(spec.description()))
        .addOptions(options(spec));
  }

  /** Discord asks for a parent's description and shows it nowhere. */
  private SlashCommandData parent(String root, List<Command> leaves) {
    Text description = parentDescription(leaves, 1);
    SlashCommandData data =
        Commands.slash(root, english(description))
            .setDescriptionLocalization(DiscordLocale.RUSSIAN, russian(description));
    Map<String, List<Command>> groups = new LinkedHashMap<>();
    for (Command leaf : leaves) {
      List<String> words = leaf.spec().path().words();
      if (words.size() == 2) {
        data.addSubcommands(leaf(leaf.spec()));
      } else {
        groups.computeIfAbsent(words.get(1), _ -> new ArrayList<>()).add(leaf);
      }
    }
    groups.forEach((name, members) -> data.addSubcommandGroups(group(name, members)));
    return data;
  }

  private SubcommandGroupData group(String name, List<Command> leaves) {
    Text description = parentDescription(leaves, 2);
    SubcommandGroupData data =
        new SubcommandGroupData(name, english(description))
            .setDescriptionLocalization(DiscordLocale.RUSSIAN, russian(description))
            .addSubcommands(leaves.stream().map(Command::spec).map(this::leaf).toList());
    names
        .command(name, RUSSIAN)
        .ifPresent(local -> data.setNameLocalization(DiscordLocale.RUSSIAN, local));
    return data;
  }

  private static Text parentDescription(List<Command> leaves, int depth) {
    return Text.of(
        "discord.parent",
        Value.data(
            leaves.stream()
                .map(leaf -> leaf.spec().path().words().get(depth))
                .distinct()
                .collect(Collectors.joining(", "))));
  }

  private SubcommandData leaf(CommandSpec spec) {
    String name = spec.path().words().getLast();
    SubcommandData data =
        new SubcommandData(name, english(spec.description()))
            .setDescriptionLocalization(DiscordLocale.RUSSIAN, russian(spec.description()))
            .addOptions(options(spec));
    names
        .command(name, RUSSIAN)
        .ifPresent(local -> data.setNameLocalization(DiscordLocale.RUSSIAN, local));
    return data;
  }

  /** The specification has the required ones first already, as Discord wants them. */
  private List<OptionData> options(CommandSpec spec) {
    List<OptionData> options = new ArrayList<>();
    spec.options().forEach(option -> options.add(option(option)));
    return options;
  }

  private OptionData option(OptionSpec<?> option) {
    OptionData data =
        new OptionData(
                option.type().isFlag() ? OptionType.BOOLEAN : OptionType.STRING,
                option.name(),
                english(option.description()))
            .setDescriptionLocalization(DiscordLocale.RUSSIAN, russian(option.description()))
            .setRequired(option.form() == OptionSpec.Form.REQUIRED);
    names
        .option(option.name(), RUSSIAN)
        .ifPresent(name -> data.setNameLocalization(DiscordLocale.RUSSIAN, name));
    if (!option.type().isFlag()) {
      option.type().choices().forEach(choice -> data.addChoice(choice, choice));
      data.setAutoComplete(option.type().choices().isEmpty() && isSuggested(option));
    }
    return data;
  }

  /** The API lists nothing of the other kinds that could be offered soon enough. */
  private static boolean isSuggested(OptionSpec<?> option) {
    return option
        .type()
        .subject()
        .filter(subject -> subject == Subject.INVOICE || subject == Subject.SERVER)
        .isPresent();
  }

  private String english(Text text) {
    return written(text, Locale.ENGLISH);
  }

  private String russian(Text text) {
    return written(text, RUSSIAN);
  }

  private String written(Text text, Locale locale) {
    return Markdown.plain(
        new Written(texts, locale, UnaryOperator.identity()).something(text),
        Limits.COMMAND_DESCRIPTION);
  }
}

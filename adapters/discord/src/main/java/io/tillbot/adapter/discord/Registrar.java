package io.tillbot.adapter.discord;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is registered with Discord in line with the catalogue, by one request and only where
 * it differs: Discord counts the commands that are made anew, 200 a day.
 */
final class Registrar {
  private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** What Discord adds of itself, or keeps for commands that are registered everywhere only. */
  private static final Set<String> NOT_COMPARED = Set.of("integration_types", "nsfw");

  private final JDA jda;

  Registrar(JDA jda) {
    this.jda = jda;
  }

  /**
   * Registers the commands in those servers, or everywhere when there is none. Where the commands
   * are registered in servers, none is left registered everywhere: both would be shown.
   */
  void register(List<SlashCommandData> commands, List<String> guilds) {
    put(
        "everywhere",
        guilds.isEmpty() ? commands : List.of(),
        jda.retrieveCommands(true),
        jda.updateCommands());
    for (String id : guilds) {
      Optional.ofNullable(jda.getGuildById(id))
          .ifPresentOrElse(
              guild -> put(guild, commands),
              () -> LOG.warn("no commands in server {}: the bot was not invited there", id));
    }
  }

  private static void put(Guild guild, List<SlashCommandData> commands) {
    put(
        "in server " + guild.getId(),
        commands,
        guild.retrieveCommands(true),
        guild.updateCommands());
  }

  private static void put(
      String where,
      List<SlashCommandData> commands,
      RestAction<List<Command>> registered,
      CommandListUpdateAction update) {
    try {
      List<CommandData> present =
          within(registered).stream().map(CommandData::fromCommand).toList();
      if (compared(present).equals(compared(commands))) {
        LOG.info("{} commands are registered {} already", commands.size(), where);
      } else {
        within(update.addCommands(commands));
        LOG.info("{} commands registered {}", commands.size(), where);
      }
    } catch (RuntimeException refused) {
      LOG.error("commands not registered {}: {}", where, Failures.reason(refused));
    }
  }

  private static <T> T within(RestAction<T> action) {
    return action.timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).complete();
  }

  /** The order of the commands is Discord's own. */
  private static Set<Map<String, Object>> compared(Collection<? extends CommandData> commands) {
    return commands.stream()
        .map(Registrar::compared)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Map<String, Object> compared(CommandData command) {
    Map<String, Object> compared = DataObject.fromJson(command.toData().toJson()).toMap();
    compared.keySet().removeAll(NOT_COMPARED);
    return compared;
  }
}

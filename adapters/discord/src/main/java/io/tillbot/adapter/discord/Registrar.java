package io.tillbot.adapter.discord;

import java.time.Duration;
import java.util.Collection;
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

  /**
   * Where commands are registered.
   *
   * @param ignored what Discord keeps as it likes there
   */
  private record Scope(String name, Set<String> ignored) {
    private static final Scope EVERYWHERE = new Scope("everywhere", Set.of("integration_types"));

    /** Contexts are kept for commands that are registered everywhere only. */
    private static Scope of(Guild guild) {
      return new Scope("in server " + guild.getId(), Set.of("integration_types", "contexts"));
    }
  }

  private final JDA jda;

  Registrar(JDA jda) {
    this.jda = jda;
  }

  /**
   * Registers the commands in those servers, or everywhere when there is none. Where the commands
   * are registered in servers, none is left registered everywhere: both would be shown.
   */
  void register(List<CommandData> commands, List<String> guilds) {
    put(
        Scope.EVERYWHERE,
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

  private static void put(Guild guild, List<CommandData> commands) {
    put(Scope.of(guild), commands, guild.retrieveCommands(true), guild.updateCommands());
  }

  private static void put(
      Scope scope,
      List<CommandData> commands,
      RestAction<List<Command>> registered,
      CommandListUpdateAction update) {
    try {
      List<CommandData> present =
          within(registered).stream().map(CommandData::fromCommand).toList();
      if (compared(present, scope).equals(compared(commands, scope))) {
        LOG.info("{} commands are registered {} already", commands.size(), scope.name());
      } else {
        within(update.addCommands(commands));
        LOG.info("{} commands registered {}", commands.size(), scope.name());
      }
    } catch (RuntimeException refused) {
      LOG.error("commands not registered {}: {}", scope.name(), Failures.reason(refused));
    }
  }

  private static <T> T within(RestAction<T> action) {
    return action.timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).complete();
  }

  /** The order of the commands is Discord's own. */
  private static Set<Map<String, Object>> compared(
      Collection<? extends CommandData> commands, Scope scope) {
    return commands.stream().map(command -> compared(command, scope)).collect(Collectors.toSet());
  }

  private static Map<String, Object> compared(CommandData command, Scope scope) {
    Map<String, Object> compared = DataObject.fromJson(command.toData().toJson()).toMap();
    compared.keySet().removeAll(scope.ignored());
    return compared;
  }
}

package io.tillbot.app.config;

import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Workspace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section that says where the bot moves money, and where people pay by a link. */
record PolicyPayments(PolicyNodes nodes) {
  private static final String SECTION = "pay";
  private static final Pattern SLACK = Pattern.compile("slack:([TE][A-Z0-9]{1,30})");
  private static final Rule<Manner> MANNER = Rule.choice(Manner.class);

  /** How people of a workspace pay. */
  private enum Manner {
    /** By the bot, where a rule allows it. */
    EXECUTE,
    /** In the billing system itself; cards lead there. */
    LINK
  }

  /** The workspaces whose people pay by a link. */
  Set<Workspace> byLink(Node section) {
    Set<Workspace> byLink = new HashSet<>();
    nodes
        .entries(section, SECTION)
        .forEach(
            (name, manner) -> {
              Optional<Workspace> workspace = workspace(name);
              if (workspace.isEmpty()) {
                nodes.fault(
                    manner,
                    SECTION,
                    "must name workspaces: slack:T…, slack:E…, discord or terminal");
              }
              nodes
                  .value(manner, SECTION + " of " + PolicyNodes.shown(name), MANNER)
                  .filter(Manner.LINK::equals)
                  .ifPresent(_ -> workspace.ifPresent(byLink::add));
            });
    return byLink;
  }

  private static Optional<Workspace> workspace(String name) {
    return switch (name) {
      case "discord" -> Optional.of(new Workspace(Platform.DISCORD, null));
      case "terminal" -> Optional.of(new Workspace(Platform.CONSOLE, "local"));
      default -> {
        Matcher slack = SLACK.matcher(name);
        yield slack.matches()
            ? Optional.of(new Workspace(Platform.SLACK, slack.group(1)))
            : Optional.empty();
      }
    };
  }
}

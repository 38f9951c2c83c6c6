package io.tillbot.adapter.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Catalogue;
import io.tillbot.core.audit.Act;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.execution.Reason;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the bundles with the keys that the main sources ask for. */
class UsedKeysTest {
  /** Where texts are made. */
  private static final List<Path> SOURCES =
      List.of(
          Path.of("../../bot-core/src/main/java"),
          Path.of("../console/src/main/java"),
          Path.of("../slack/src/main/java"),
          Path.of("../discord/src/main/java"),
          Path.of("../web/src/main/java"),
          Path.of("../../src/main/java"));

  /** Beginnings of keys that the sources complete at run time, as {@link #madeKeys()} does. */
  private static final Set<String> BEGINNINGS =
      Set.of(
          "act.",
          "command.",
          "option.",
          "name.command.",
          "name.option.",
          "invoice.status.",
          "fact.",
          "state.",
          "reason.",
          "operation.pending.");

  private static final Pattern ASKED =
      Pattern.compile("(?:Text\\s*\\.\\s*of|new\\s+Text)\\(\\s*\"([^\"]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+(?:[.-][a-z0-9]+)*)\"");

  private final Set<String> keys = new Bundle(Language.ENGLISH).keys();
  private final String sources =
      SOURCES.stream().map(UsedKeysTest::read).collect(Collectors.joining("\n"));

  @Test
  void everyKeyThatTheSourcesAskForHasAText() {
    Set<String> asked = found(ASKED);
    assertThat(asked)
        .as("the sources were read")
        .contains("welcome.demo", "console.saved", "invoice.title");
    asked.removeAll(BEGINNINGS);
    assertThat(keys).containsAll(asked);
  }

  @Test
  void everyKeyThatIsMadeAtRunTimeHasAText() {
    assertThat(madeKeys()).hasSizeGreaterThan(20);
    assertThat(keys).containsAll(madeKeys());
  }

  @Test
  void everyTextIsAskedFor() {
    Set<String> unused = new TreeSet<>(keys);
    unused.removeAll(found(LITERAL));
    unused.removeAll(madeKeys());
    assertThat(unused).as("texts that no main source asks for").isEmpty();
  }

  /** Commands, options and statuses, and what is said of a word that is nearly one of ours. */
  private static Set<String> madeKeys() {
    Set<String> made = new TreeSet<>();
    for (Command command : commands()) {
      made.add(command.spec().description().key());
      command.spec().options().stream()
          .map(OptionSpec::description)
          .forEach(text -> made.add(text.key()));
      command.spec().path().words().forEach(word -> made.add("name.command." + word));
      command.spec().options().forEach(option -> made.add("name.option." + option.name()));
    }
    for (InvoiceStatus status : InvoiceStatus.values()) {
      made.add("invoice.status." + status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    for (State state : State.values()) {
      made.add(state.label().key());
      made.add(state.label().key() + ".what");
      if (state == State.SETTLED_DONE || state == State.SETTLED_NOT_DONE) {
        made.add(state.label().key() + ".by-hand");
      }
    }
    made.addAll(Reason.keys());
    for (Act act : Act.values()) {
      made.add(act.label().key());
    }
    for (Target.Kind kind : Target.Kind.values()) {
      made.addAll(targets(kind));
    }
    for (Fact fact : Fact.values()) {
      made.add(fact.label().key());
    }
    made.addAll(
        List.of(
            "invoice.status.overdue",
            "operation.pending.awaiting-approval",
            "operation.pending.held",
            "input.unknown-command-near",
            "input.unknown-subcommand-near"));
    return made;
  }

  /** One of a kind, and all of it; what there is only one of has no number. */
  private static List<String> targets(Target.Kind kind) {
    String all = Target.all(kind).label().key();
    return switch (kind) {
      case INVOICE, SERVER, CONTACT -> List.of(all, new Target(kind, "1").label().key());
      case PROFILE, CLIENT -> List.of(all);
    };
  }

  private static Collection<Command> commands() {
    return Catalogue.toRead(Clock.systemUTC()).commands();
  }

  private Set<String> found(Pattern pattern) {
    return pattern
        .matcher(sources)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path root) {
    try (var files = Files.walk(root)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

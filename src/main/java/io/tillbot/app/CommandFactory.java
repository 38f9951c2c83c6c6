package io.tillbot.app;

import io.tillbot.app.cli.ConsoleCommand;
import io.tillbot.app.cli.DemoCommand;
import io.tillbot.app.cli.ExecCommand;
import io.tillbot.app.cli.KeysCommand;
import io.tillbot.app.cli.LinkCommand;
import io.tillbot.app.cli.ManifestCommand;
import io.tillbot.app.cli.RotateKeysCommand;
import io.tillbot.app.cli.RunCommand;
import io.tillbot.app.cli.SandboxCommand;
import io.tillbot.app.cli.Streams;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Makes the commands, each with the streams and the clock that it was given. */
final class CommandFactory implements CommandLine.IFactory {
  private final Map<Class<?>, Supplier<?>> commands;

  CommandFactory(Streams streams, Map<String, String> environment, Clock clock) {
    this.commands =
        Map.of(
            DemoCommand.class, () -> new DemoCommand(streams, environment, clock),
            ExecCommand.class, () -> new ExecCommand(streams, environment, clock),
            ConsoleCommand.class, () -> new ConsoleCommand(streams, environment, clock),
            LinkCommand.class, () -> new LinkCommand(streams, environment, clock),
            RunCommand.class, () -> new RunCommand(streams, environment, clock),
            KeysCommand.class, () -> new KeysCommand(streams, environment, clock),
            RotateKeysCommand.class, () -> new RotateKeysCommand(streams, environment, clock),
            ManifestCommand.class, () -> new ManifestCommand(streams, environment),
            SandboxCommand.class, () -> new SandboxCommand(streams, clock));
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Supplier<?> maker = commands.get(type);
    return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
  }
}

package io.tillbot.app;

import io.tillbot.app.cli.AuditCommand;
import io.tillbot.app.cli.ConsoleCommand;
import io.tillbot.app.cli.DemoCommand;
import io.tillbot.app.cli.DoctorCommand;
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
        Map.ofEntries(
            maker(AuditCommand.class, () -> new AuditCommand(streams, environment, clock)),
            maker(DoctorCommand.class, () -> new DoctorCommand(streams, environment, clock)),
            maker(DemoCommand.class, () -> new DemoCommand(streams, environment, clock)),
            maker(ExecCommand.class, () -> new ExecCommand(streams, environment, clock)),
            maker(ConsoleCommand.class, () -> new ConsoleCommand(streams, environment, clock)),
            maker(LinkCommand.class, () -> new LinkCommand(streams, environment, clock)),
            maker(RunCommand.class, () -> new RunCommand(streams, environment, clock)),
            maker(KeysCommand.class, () -> new KeysCommand(streams, environment, clock)),
            maker(
                RotateKeysCommand.class, () -> new RotateKeysCommand(streams, environment, clock)),
            maker(ManifestCommand.class, () -> new ManifestCommand(streams, environment)),
            maker(SandboxCommand.class, () -> new SandboxCommand(streams, clock)));
  }

  private static Map.Entry<Class<?>, Supplier<?>> maker(Class<?> command, Supplier<?> making) {
    return Map.entry(command, making);
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Supplier<?> maker = commands.get(type);
    return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
  }
}

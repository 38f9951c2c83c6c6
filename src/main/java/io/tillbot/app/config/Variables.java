package io.tillbot.app.config;

import io.tillbot.core.command.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment: its settings, the secrets in files that it names, and what it should not hold.
 */
final class Variables {
  /** Names the file of settings. */
  static final String CONFIG = "TILLBOT_CONFIG";

  private static final String PREFIX = "TILLBOT_";

  /** Read by this package, by the log's configuration and by the launcher. */
  private static final Set<String> OTHERS =
      Set.of(CONFIG, "TILLBOT_LOG_LEVEL", "TILLBOT_LOG_FILE", "TILLBOT_JAVA_OPTS");

  /**
   * Kubernetes and linked containers describe a service called tillbot to its neighbours in
   * variables that nobody has written.
   */
  private static final Pattern SERVICE =
      Pattern.compile(
          "TILLBOT(_\\w+)?_((SERVICE_HOST|SERVICE_PORT(_\\w+)?"
              + "|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)=.*|PORT=(tcp|udp|sctp)://.*)");

  private static final int LONGEST_SECRET = 8192;

  private final Map<String, String> environment;
  private final Path directory;
  private final Faults faults;

  private Variables(Map<String, String> environment, Path directory, Faults faults) {
    this.environment = environment;
    this.directory = directory;
    this.faults = faults;
  }

  /** What the variables say; files that they name lie below the directory unless absolute. */
  static Map<Setting, Given> read(Map<String, String> environment, Path directory, Faults faults) {
    Variables variables = new Variables(environment, directory, faults);
    variables.refuseUnknown();
    Map<Setting, Given> found = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      variables.given(setting).ifPresent(value -> found.put(setting, value));
    }
    return found;
  }

  /** Every variable that has a meaning here. */
  static Set<String> known() {
    return Stream.concat(
            OTHERS.stream(),
            Stream.of(Setting.values())
                .flatMap(
                    setting ->
                        Stream.concat(
                            Stream.of(setting.variable()), setting.fileVariable().stream())))
        .collect(Collectors.toSet());
  }

  /** The variable's text; blank is as good as not set. */
  static Optional<String> text(Map<String, String> environment, String variable) {
    return Optional.of(environment.getOrDefault(variable, "").strip())
        .filter(text -> !text.isEmpty());
  }

  private void refuseUnknown() {
    Set<String> known = known();
    for (String name : new TreeSet<>(environment.keySet())) {
      boolean isUnknown = name.startsWith(PREFIX) && !known.contains(name);
      if (isUnknown && !describesAService(name)) {
        faults.add(name, "is not a variable of tillbot" + nearest(name, known));
      }
    }
  }

  private boolean describesAService(String name) {
    return SERVICE.matcher(name + "=" + environment.get(name)).matches();
  }

  private static String nearest(String name, Set<String> known) {
    UnaryOperator<String> word = each -> each.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    Set<String> words = known.stream().map(word).collect(Collectors.toSet());
    return Suggestions.nearest(word.apply(name), words)
        .map(found -> "; did you mean " + PREFIX + found.toUpperCase(Locale.ROOT) + "?")
        .orElse("; those that are stand in config/tillbot.yaml");
  }

  private Optional<Given> given(Setting setting) {
    Optional<Given> direct =
        text(environment, setting.variable()).map(text -> new Given(text, setting.variable()));
    Optional<String> file = setting.fileVariable().flatMap(name -> text(environment, name));
    if (file.isEmpty()) {
      return direct;
    }
    String origin = setting.fileVariable().orElseThrow();
    if (direct.isPresent()) {
      faults.add(setting, origin, "stands beside " + setting.variable() + "; set one of the two");
      return Optional.empty();
    }
    return secret(setting, origin, file.get());
  }

  /** No path in the problems: some will put the secret itself into the variable. */
  private Optional<Given> secret(Setting setting, String origin, String file) {
    try (InputStream in = Files.newInputStream(directory.resolve(file))) {
      byte[] bytes = in.readNBytes(LONGEST_SECRET + 1);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (bytes.length <= LONGEST_SECRET && !text.isBlank()) {
        return Optional.of(new Given(withoutLineEnd(text), origin));
      }
      faults.add(setting, origin, "the file that it names must hold the secret and nothing else");
    } catch (IOException | InvalidPathException unreadable) {
      faults.add(setting, origin, "must name a text file that can be read");
    }
    return Optional.empty();
  }

  private static String withoutLineEnd(String text) {
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}

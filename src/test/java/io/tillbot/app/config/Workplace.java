package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directory in which the program is started, and the environment that it is started with. */
final class Workplace {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();

  Workplace(Path directory) {
    this.directory = directory;
  }

  Workplace settings(String yaml) {
    return file("config/tillbot.yaml", yaml);
  }

  Workplace file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Workplace file(String name, byte[] content) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Workplace with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Workplace with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  Configuration read() {
    return ConfigurationReader.read(environment, directory);
  }

  ConfigurationException refusal() {
    ConfigurationException refusal = catchThrowableOfType(ConfigurationException.class, this::read);
    if (refusal == null) {
      throw new AssertionError("the configuration is accepted");
    }
    return refusal;
  }

  List<String> problems() {
    return refusal().problems();
  }
}

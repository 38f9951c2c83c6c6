package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SchemaTest {
  @ParameterizedTest
  @EnumSource
  void theNewestMigrationHasTheVersionThatTheProgramKnows(Dialect dialect) throws Exception {
    var folder = Schema.class.getClassLoader().getResource(dialect.migrations());
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isNotEmpty()
          .allMatch(name -> name.matches("V\\d+__\\w+\\.sql"))
          .extracting(name -> Integer.valueOf(name.substring(1, name.indexOf('_'))))
          .contains(Schema.VERSION)
          .allMatch(version -> version <= Schema.VERSION);
    }
  }
}

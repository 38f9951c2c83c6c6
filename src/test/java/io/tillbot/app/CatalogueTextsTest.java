package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.texts.BundledTexts;
import io.tillbot.app.config.ConfigurationReader;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.reply.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue and the bundles belong together: a command without a sentence is not finished. */
class CatalogueTextsTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void everyCommandAndOptionHasADescription(String language) {
    Locale locale = Locale.forLanguageTag(language);
    BundledTexts texts = new BundledTexts();
    List<Text> descriptions = descriptions();

    assertThat(descriptions).hasSizeGreaterThan(20);
    for (Text description : descriptions) {
      assertThat(texts.write(description, locale))
          .as(description.key())
          .isNotBlank()
          .isNotEqualTo(description.key());
    }
  }

  private List<Text> descriptions() {
    Map<String, String> environment =
        Map.of(
            "TILLBOT_STORE_URL",
            "jdbc:sqlite:" + home.resolve("data/tillbot.db"),
            "TILLBOT_STORE_KEYSET_PATH",
            home.resolve("keys/keyset.json").toString());
    try (Wiring wiring = Wiring.of(ConfigurationReader.read(environment), Bench.NOON)) {
      return wiring.commands().stream()
          .map(Command::spec)
          .flatMap(CatalogueTextsTest::descriptions)
          .toList();
    }
  }

  private static Stream<Text> descriptions(CommandSpec spec) {
    return Stream.concat(
        Stream.of(spec.description()), spec.options().stream().map(OptionSpec::description));
  }
}

package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.choice.Choices;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/sandbox.md} are those of the code. */
class DocumentTest {

  private static final Path DOCUMENT = Path.of("..", "..", "docs", "sandbox.md");

  @Test
  void listsEveryFaultAndSwitch() throws IOException {
    String written = Files.readString(DOCUMENT);
    String generated = replace(replace(written, "faults", faults()), "switches", switches());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, generated);
      return;
    }
    assertThat(written)
        .as("docs/sandbox.md; -Dgolden.update=true writes it anew")
        .isEqualTo(generated);
  }

  private static String replace(String document, String table, String content) {
    String begin = "<!-- " + table + ": written by DocumentTest with -Dgolden.update=true -->\n";
    String end = "<!-- end of " + table + " -->";
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf(end);
    assertThat(to).as("the place of the %s", table).isGreaterThanOrEqualTo(from);
    return document.substring(0, from) + content + document.substring(to);
  }

  private static String faults() {
    StringBuilder table =
        new StringBuilder("| kind | what happens | usual value |\n|---|---|---|\n");
    for (FaultKind kind : FaultKind.values()) {
      String value = kind.usualValue() == 0 ? "" : Integer.toString(kind.usualValue());
      table.append("| `%s` | %s | %s |\n".formatted(kind.wireName(), kind.meaning(), value));
    }
    return table.toString();
  }

  private static String switches() {
    StringBuilder table = new StringBuilder("| switch | setting | effect |\n|---|---|---|\n");
    new Choices()
        .all()
        .forEach(
            (name, settings) -> {
              table.append(
                  "| **`%s`** | | %s |\n"
                      .formatted(name, Choices.meaningOfKind(settings.getFirst())));
              settings.forEach(
                  setting ->
                      table.append(
                          "| | `%s` | %s |\n"
                              .formatted(
                                  setting.name().toLowerCase(Locale.ROOT),
                                  setting.meaning().replace("<", "\\<"))));
            });
    return table.toString();
  }
}

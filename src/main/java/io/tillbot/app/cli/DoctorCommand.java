package io.tillbot.app.cli;

import com.squareup.moshi.JsonWriter;
import io.tillbot.app.doctor.Doctor;
import io.tillbot.app.doctor.Finding;
import io.tillbot.app.doctor.Finding.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import okio.Buffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./tillbot doctor}: what is wrong with the set-up, and how to mend it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks the configuration, the store and its keys, the billing API, Slack's scopes and",
      "Discord's permissions, and says how to mend what is wrong. The bot may run meanwhile."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:all is well", "1:something was found", "2:wrong use"})
public final class DoctorCommand implements Callable<Integer> {
  private static final int FINDINGS = 1;

  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  @Option(names = "--json", description = "prints one JSON object and nothing else")
  private boolean isJson;

  public DoctorCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new Doctor(environment, clock).findings();
    boolean isWell = findings.stream().noneMatch(finding -> finding.health() == Health.BAD);
    streams.out().print(isJson ? json(findings, isWell) : text(findings, isWell));
    return isWell ? ExitCode.OK : FINDINGS;
  }

  private static String text(List<Finding> findings, boolean isWell) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(
          "%-4s  %s: %s%n".formatted(sign(finding.health()), finding.part(), finding.text()));
      finding.mend().ifPresent(mend -> text.append("      -> %s%n".formatted(mend)));
    }
    String end = isWell ? "All is well." : "Something is to be mended.";
    return text.append("%n%s%n".formatted(end)).toString();
  }

  private static String sign(Health health) {
    return switch (health) {
      case FINE -> "ok";
      case SKIPPED -> "-";
      case BAD -> "BAD";
    };
  }

  private static String json(List<Finding> findings, boolean isWell) {
    Buffer buffer = new Buffer();
    try (JsonWriter json = JsonWriter.of(buffer)) {
      json.setSerializeNulls(true);
      json.beginObject().name("well").value(isWell).name("findings").beginArray();
      for (Finding finding : findings) {
        json.beginObject();
        json.name("part").value(finding.part());
        json.name("health").value(finding.health().name().toLowerCase(Locale.ROOT));
        json.name("text").value(finding.text());
        json.name("mend").value(finding.mend().orElse(null));
        json.endObject();
      }
      json.endArray().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8() + System.lineSeparator();
  }
}

package io.tillbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.audit.Where;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.RuleRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditExportTest {
  @Test
  void aRowIsReadBackAsItWasFromCsv() throws Exception {
    Map<String, String> row = csv(record("T1", "C1"));

    assertThat(row.keySet()).containsExactlyElementsOf(AuditExport.COLUMNS);
    assertThat(row.get("at")).isEqualTo("2026-05-04T12:00:00.123Z");
    assertThat(row.get("who")).isEqualTo("p-0123456789abcdef");
    assertThat(row.get("options")).isEqualTo("id=42 reason=***");
    assertThat(row.get("rules")).isEqualTo("a-rule:3 another:12");
    assertThat(row.get("milliseconds")).isEqualTo("1234");
    assertThat(row.get("whom")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"})
  void whatASpreadsheetWouldCalculateIsText(String evil) throws Exception {
    assertThat(csv(record(evil, "C1")).get("workspace")).isEqualTo("'" + evil);
    assertThat(csv(record("T1", evil)).get("channel")).isEqualTo("'" + evil);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a\"b", "a\r\nb", "кот", ""})
  void whatWouldBreakARowDoesNot(String odd) throws Exception {
    assertThat(csv(record(odd, "C1")).get("workspace")).isEqualTo(odd);
    assertThat(json(record(odd, "C1"))).containsEntry("workspace", odd);
  }

  @Test
  void everyKeyIsInEveryJsonLine() throws Exception {
    Map<String, Object> whole = json(record("T1", "C1"));
    Map<String, Object> little =
        json(
            new AuditRecord(
                "a",
                2,
                new AuditEntry(
                    Instant.EPOCH,
                    new Actor.Bot(),
                    Where.inside(),
                    AuditEntry.What.of(Act.DUE, "pay"),
                    new AuditEntry.End("expired", Duration.ZERO, Optional.empty(), 1))));

    assertThat(whole.keySet()).containsExactlyElementsOf(AuditExport.COLUMNS);
    assertThat(whole).containsEntry("options", Map.of("id", "42", "reason", "***"));
    assertThat(whole).containsEntry("rules", List.of("a-rule:3", "another:12"));
    assertThat(little.keySet()).containsExactlyElementsOf(AuditExport.COLUMNS);
    assertThat(little).containsEntry("platform", null).containsEntry("who", "bot");
  }

  private static AuditRecord record(String workspace, String channel) {
    return new AuditRecord(
        "a",
        1,
        new AuditEntry(
            Instant.parse("2026-05-04T12:00:00.123Z"),
            new Actor.Known(new Pseudonym("p-0123456789abcdef")),
            new Where(
                Optional.of(Platform.SLACK),
                Optional.of(workspace),
                Optional.of(Place.Kind.PRIVATE_CHANNEL),
                Optional.of(channel)),
            AuditEntry.What.of(Act.COMMAND, "cancel server")
                .with(Map.of("id", "42", "reason", "***"))
                .by(List.of(new RuleRef("a-rule", 3), new RuleRef("another", 12)))
                .about(new OperationId("op-7k3mq9xw2d")),
            new AuditEntry.End("refused", Duration.ofMillis(1234), Optional.of("abcd"), 1)));
  }

  private static Map<String, String> csv(AuditRecord record) throws IOException {
    String text = written(AuditFormat.csv, record);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().findFirst().orElseThrow().getFieldsAsMap();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(AuditRecord record) throws IOException {
    String text = written(AuditFormat.jsonl, record);
    assertThat(text).endsWith("}\n").doesNotContain("\n{");
    return (Map<String, Object>) JsonReader.of(new Buffer().writeUtf8(text)).readJsonValue();
  }

  private static String written(AuditFormat format, AuditRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (AuditExport export = format.to(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
      export.write(record);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

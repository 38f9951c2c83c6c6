package io.tillbot.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.operation.OperationId;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * RFC 4180, with a header. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe (OWASP, CSV Injection).
 */
final class AuditCsv implements AuditExport {
  private static final String FORMULA_BEGINS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final int BETWEEN_LOOKS = 1000;

  private final PrintStream out;
  private final CsvWriter csv;
  private long count;

  AuditCsv(PrintStream out) {
    this.out = out;
    this.csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    csv.writeRecord(COLUMNS);
  }

  @Override
  public void write(AuditRecord record) {
    AuditEntry entry = record.entry();
    csv.writeRecord(
        entry.at().toString(),
        safe(record.chain()),
        Long.toString(record.number()),
        safe(AuditExport.who(entry.who())),
        safe(entry.where().platform().map(Platform::id).orElse("")),
        safe(entry.where().workspace().orElse("")),
        safe(entry.where().kind().map(Place.Kind::name).orElse("")),
        safe(entry.where().channel().orElse("")),
        safe(entry.what().act().word()),
        safe(entry.what().command()),
        safe(options(entry.what().options())),
        safe(
            entry.what().rules().stream()
                .map(rule -> rule.name() + ":" + rule.line())
                .collect(Collectors.joining(" "))),
        safe(entry.what().operation().map(OperationId::value).orElse("")),
        safe(entry.what().whom().map(AuditExport::who).orElse("")),
        safe(entry.end().outcome()),
        Long.toString(entry.end().took().toMillis()),
        safe(entry.end().correlation().orElse("")),
        Long.toString(entry.end().times()));
    count++;
    if (count % BETWEEN_LOOKS == 0) {
      flush();
    }
  }

  private static String options(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }

  /** The text, which no spreadsheet calculates. */
  static String safe(String text) {
    return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private void flush() {
    try {
      csv.flush();
      AuditExport.check(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    flush();
  }
}

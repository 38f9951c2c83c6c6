package io.tillbot.app.cli;

import com.squareup.moshi.JsonWriter;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.RuleRef;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import okio.Buffer;

/** One object a line, every key always present. */
final class AuditJsonLines implements AuditExport {
  private static final long ENOUGH = 64 * 1024;

  private final PrintStream out;
  private final Buffer buffer = new Buffer();

  AuditJsonLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(AuditRecord record) {
    // One line's worth; closing it closes nothing but itself.
    try (JsonWriter json = JsonWriter.of(buffer)) {
      json.setSerializeNulls(true);
      write(json.beginObject(), record);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.writeByte('\n');
    if (buffer.size() >= ENOUGH) {
      flush();
    }
  }

  private static void write(JsonWriter json, AuditRecord record) throws IOException {
    AuditEntry entry = record.entry();
    json.name("at").value(entry.at().toString());
    json.name("chain").value(record.chain());
    json.name("number").value(record.number());
    json.name("who").value(AuditExport.who(entry.who()));
    json.name("platform").value(entry.where().platform().map(Platform::id).orElse(null));
    json.name("workspace").value(entry.where().workspace().orElse(null));
    json.name("place").value(entry.where().kind().map(Place.Kind::name).orElse(null));
    json.name("channel").value(entry.where().channel().orElse(null));
    json.name("act").value(entry.what().act().word());
    json.name("command").value(entry.what().command());
    json.name("options").beginObject();
    for (Map.Entry<String, String> option : entry.what().options().entrySet()) {
      json.name(option.getKey()).value(option.getValue());
    }
    json.endObject().name("rules").beginArray();
    for (RuleRef rule : entry.what().rules()) {
      json.value(rule.name() + ":" + rule.line());
    }
    json.endArray();
    json.name("operation").value(entry.what().operation().map(OperationId::value).orElse(null));
    json.name("whom").value(entry.what().whom().map(AuditExport::who).orElse(null));
    json.name("outcome").value(entry.end().outcome());
    json.name("milliseconds").value(entry.end().took().toMillis());
    json.name("correlation").value(entry.end().correlation().orElse(null));
    json.name("times").value(entry.end().times());
  }

  private void flush() {
    try {
      buffer.writeTo(out);
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

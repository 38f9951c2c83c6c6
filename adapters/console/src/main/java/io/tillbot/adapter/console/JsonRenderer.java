package io.tillbot.adapter.console;

import com.squareup.moshi.JsonWriter;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Field;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okio.Buffer;

/**
 * Writes an outcome as one JSON object in one line, ended by a line break. Every key is always
 * there; the table's rows are whole, the header first; values are written in the reader's locale.
 * Safe for many threads.
 */
public final class JsonRenderer {
  private final Texts texts;

  public JsonRenderer(Texts texts) {
    this.texts = texts;
  }

  /**
   * The object.
   *
   * @param files what became of the reply's attachments; the path of one that could not be saved is
   *     null, and the text says why
   * @param correlation ties the answer to the logs and the audit
   */
  public String render(Outcome outcome, List<SavedFile> files, Locale locale, String correlation) {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setSerializeNulls(true);
      new Answer(writer, locale).write(outcome, files, correlation);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return buffer.readUtf8() + "\n";
  }

  /** One object while it is written. */
  private final class Answer {
    private final JsonWriter writer;
    private final Locale locale;

    private Answer(JsonWriter writer, Locale locale) {
      this.writer = writer;
      this.locale = locale;
    }

    private void write(Outcome outcome, List<SavedFile> files, String correlation)
        throws IOException {
      Reply reply = outcome.reply();
      writer.beginObject();
      writer.name("outcome").value(outcome.word());
      writer.name("title").value(written(reply.title()));
      writer.name("text").value(text(reply, files));
      fields(reply.fields());
      rows(reply);
      actions(reply.buttons());
      files(files);
      writer.name("correlation").value(correlation);
      writer.endObject();
    }

    private String text(Reply reply, List<SavedFile> files) {
      List<String> sentences = new ArrayList<>();
      reply.body().forEach(paragraph -> sentences.add(written(paragraph)));
      reply.notes().forEach(note -> sentences.add(written(note)));
      files.stream()
          .filter(SavedFile.NotSaved.class::isInstance)
          .forEach(file -> sentences.add(written(CardRenderer.sentence(file))));
      return String.join("\n", sentences);
    }

    private void fields(List<Field> fields) throws IOException {
      writer.name("fields").beginArray();
      for (Field field : fields) {
        writer.beginObject();
        writer.name("name").value(written(field.name()));
        writer.name("value").value(written(field.value()));
        writer.endObject();
      }
      writer.endArray();
    }

    private void rows(Reply reply) throws IOException {
      writer.name("rows").beginArray();
      if (reply.table().isPresent()) {
        Table table = reply.table().get();
        row(table.header());
        for (Table.Row row : table.rows()) {
          row(row.cells());
        }
      }
      writer.endArray();
    }

    private void row(List<? extends Value> cells) throws IOException {
      writer.beginArray();
      for (Value cell : cells) {
        writer.value(written(cell));
      }
      writer.endArray();
    }

    private void actions(List<Button> buttons) throws IOException {
      writer.name("actions").beginArray();
      for (Button button : buttons) {
        writer.beginObject();
        writer.name("id").value(Plain.of(button.action().id()));
        writer.name("label").value(written(button.label()));
        writer.endObject();
      }
      writer.endArray();
    }

    private void files(List<SavedFile> files) throws IOException {
      writer.name("files").beginArray();
      for (SavedFile file : files) {
        writer.beginObject();
        writer.name("name").value(file.attachment().name());
        writer.name("type").value(file.attachment().mediaType());
        writer.name("size").value(file.attachment().document().size());
        writer.name("path");
        switch (file) {
          case SavedFile.Saved(_, var path) -> writer.value(path.toString());
          case SavedFile.NotSaved _ -> writer.nullValue();
        }
        writer.endObject();
      }
      writer.endArray();
    }

    private String written(Value value) {
      return Plain.of(texts.write(value, locale));
    }
  }
}

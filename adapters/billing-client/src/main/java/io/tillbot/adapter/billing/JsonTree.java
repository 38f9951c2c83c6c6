package io.tillbot.adapter.billing;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/**
 * Reads a JSON document into {@link Json}. Moshi's own adapter for untyped values makes every
 * number a double; this one keeps the digits. Moshi refuses more than 255 levels, which bounds the
 * recursion; the number of values is bounded here, for a few bytes of text may become a hundred of
 * memory.
 */
final class JsonTree {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int BYTES_OF_MARK = 3;
  private static final int MOST_VALUES = 1_000_000;

  /**
   * The whole document.
   *
   * @throws BrokenAnswerException when it is not exactly one JSON value, nests too deeply, holds
   *     too much or names a member twice
   */
  Json read(byte[] document) {
    try (JsonReader reader = JsonReader.of(withoutByteOrderMark(document))) {
      Json value = new Document(reader).value();
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new BrokenAnswerException("more than one JSON value");
      }
      return value;
    } catch (IOException | JsonDataException notJson) {
      // The cause's message may quote the document, so it is not kept.
      throw new BrokenAnswerException("not JSON: " + notJson.getClass().getSimpleName());
    }
  }

  private static Buffer withoutByteOrderMark(byte[] document) throws IOException {
    Buffer buffer = new Buffer().write(document);
    if (buffer.size() >= BYTES_OF_MARK && buffer.peek().readUtf8CodePoint() == BYTE_ORDER_MARK) {
      buffer.skip(BYTES_OF_MARK);
    }
    return buffer;
  }

  private static final class Document {
    private final JsonReader reader;
    private int values;

    Document(JsonReader reader) {
      this.reader = reader;
    }

    Json value() throws IOException {
      values++;
      if (values > MOST_VALUES) {
        throw new BrokenAnswerException("too many JSON values");
      }
      return switch (reader.peek()) {
        case BEGIN_OBJECT -> object();
        case BEGIN_ARRAY -> array();
        case STRING -> new Json.Text(reader.nextString());
        case NUMBER -> new Json.Num(reader.nextString());
        case BOOLEAN -> new Json.Bool(reader.nextBoolean());
        case NULL -> {
          reader.nextNull();
          yield Json.Null.NULL;
        }
        case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
            throw new JsonDataException("a value was expected");
      };
    }

    private Json object() throws IOException {
      Map<String, Json> members = new LinkedHashMap<>();
      reader.beginObject();
      while (reader.hasNext()) {
        // Whoever reads the first of two equal names and whoever reads the last would differ.
        if (members.put(reader.nextName(), value()) != null) {
          throw new JsonDataException("a member is named twice");
        }
      }
      reader.endObject();
      return new Json.Obj(members);
    }

    private Json array() throws IOException {
      List<Json> elements = new ArrayList<>();
      reader.beginArray();
      while (reader.hasNext()) {
        elements.add(value());
      }
      reader.endArray();
      return new Json.Arr(elements);
    }
  }
}
